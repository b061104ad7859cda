using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Reads the inputs of water cases.</summary>
internal static class WaterText
{
    internal static readonly Period Month = Period.OfMonth(2021, 4);

    internal static readonly MeasuredItem Ammonia = MeasuredItems.Get("nh3n");

    private static readonly decimal[] AmmoniaOfClass = [0, 0.1m, 0.4m, 0.9m, 1.4m, 1.9m, 2.5m];

    internal static MeasuredValue Value(string text)
    {
        Assert.True(MeasuredValue.TryParse(text, out var value), text);
        return value;
    }

    internal static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    internal static IReadOnlyList<decimal> Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    /// <summary>A section with one sample in the month.</summary>
    internal static SectionSamples Section(string name, WaterBody body, IReadOnlyDictionary<MeasuredItem, MeasuredValue> values, WaterClass? target = null) =>
        new(name, body, [new(Month.First, values)], target);

    /// <summary>Sections whose ammonia has these classes: <c>1 2 - 6</c>, a dash for none.</summary>
    internal static List<SectionSamples> Classes(string classes, string? targets = null)
    {
        var aims = targets?.Split(' ');
        return [.. classes.Split(' ').Select((text, at) => Section(
            $"断面{at}", WaterBody.River,
            text == "-" ? new Dictionary<MeasuredItem, MeasuredValue>() : new() { [Ammonia] = MeasuredValue.Of(AmmoniaOfClass[(int)Number(text)]) },
            aims is null || aims[at] == "-" ? null : (WaterClass)(int)Number(aims[at])))];
    }
}
