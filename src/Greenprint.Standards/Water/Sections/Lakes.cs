using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>A lake or reservoir over a period.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Means">The mean of each item: over time at every point first, then over the points.</param>
/// <param name="Judgement">Class of the means, or null without data.</param>
/// <param name="State">State, or null without data.</param>
/// <param name="Points">Its points.</param>
public sealed record LakeResult(
    string Name, IReadOnlyDictionary<MeasuredItem, MeasuredValue> Means, WaterJudgement? Judgement, WaterState? State, IReadOnlyList<SectionResult> Points);

/// <summary>Lakes and reservoirs by their points (环办〔2011〕22号). A large lake may be given in parts, each as a lake; a reservoir of the river type is a river.</summary>
public static class WaterLakes
{
    /// <summary>The means of a lake and their class.</summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="points">Its points, all of <see cref="WaterBody.Lake"/>.</param>
    /// <param name="period">The period.</param>
    /// <param name="options">Variants; null: the defaults.</param>
    /// <exception cref="ArgumentException">A point is given as a river's section.</exception>
    public static LakeResult Of(SurfaceWaterTable table, string name, IReadOnlyList<SectionSamples> points, Period period, WaterOptions? options = null)
    {
        options ??= WaterOptions.Default;
        if (points.FirstOrDefault(point => point.Body != WaterBody.Lake) is { } river)
        {
            throw new ArgumentException($"'{river.Section}' is a section of a river, not a point of a lake.", nameof(points));
        }

        var results = points.Select(point => WaterSections.Section(table, point, period, options)).ToList();
        var means = WaterSections.Means([.. results.Where(point => point.Judgement is not null).Select(point => point.Exact)], options);
        var judgement = WaterSections.Classify(table, WaterBody.Lake, means, options);
        return new(name, means.ToDictionary(mean => mean.Key, mean => mean.Value.Shown), judgement, judgement?.Class.State(), results);
    }
}
