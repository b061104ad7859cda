using System.Globalization;

namespace Greenprint.Ui.Targets;

/// <summary>Where values stand on a target bar, in percent of its width.</summary>
/// <remarks>
/// On a way the start is left and the target right, for falling indicators too, so that to the right is always better.
/// A band keeps the order of numbers. A value far outside is drawn at the edge: the bar says so with an arrow, the label tells the number.
/// </remarks>
internal sealed class TargetBarScale
{
    private const decimal Margin = 3m;
    private const decimal FurthestBack = -0.6m;
    private const decimal FurthestBeyond = 1.6m;

    private readonly decimal zero;
    private readonly decimal span;
    private readonly decimal low;
    private readonly decimal high;

    private TargetBarScale(decimal zero, decimal span, decimal low, decimal high) => (this.zero, this.span, this.low, this.high) = (zero, span, low, high);

    internal static TargetBarScale Of(TargetBarModel model)
    {
        decimal?[] drawn = [model.Start ?? model.Baseline, model.Latest, model.Target.Value, model.Target.Upper, model.Expected, .. model.Steps.Select(step => (decimal?)step.Value)];
        var values = drawn.OfType<decimal>().ToList();
        if (values is [])
        {
            return new(0, 1, 0, 1);
        }

        if (model.IsWay)
        {
            var start = model.Start!.Value;
            var way = model.Target.Value!.Value - start;
            var shares = values.ConvertAll(value => (value - start) / way);
            return new(start, way, Math.Max(shares.Min(), FurthestBack), Math.Min(shares.Max(), FurthestBeyond));
        }

        var (least, most) = (values.Min(), values.Max());
        // Alone on the line, or all the same: a tenth of the number, at least one unit, to each side.
        var room = least == most ? Math.Max(Math.Abs(least) / 10, 1) : (most - least) * 0.4m;
        return new(0, 1, least - room, most + room);
    }

    /// <summary>Place in percent from the left, 0 to 100.</summary>
    internal decimal At(decimal value)
    {
        var share = Math.Clamp(Share(value), low, high);
        return Margin + ((100 - (2 * Margin)) * (share - low) / (high - low));
    }

    /// <summary>−1 when the value lies left of the drawn part, 1 when right of it, else 0.</summary>
    internal int Outside(decimal value) => Share(value) < low ? -1 : Share(value) > high ? 1 : 0;

    /// <summary>A percentage as SVG writes it.</summary>
    internal static string Percent(decimal place) => string.Create(CultureInfo.InvariantCulture, $"{place:0.##}%");

    private decimal Share(decimal value) => (value - zero) / span;
}
