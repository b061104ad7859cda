using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Ui.Targets;

/// <summary>Values of several plans on one axis: for each a baseline and a target, one of them ours.</summary>
/// <param name="Unit">Unit of all values; empty where there is none.</param>
/// <param name="Rows">In order; at least one.</param>
public sealed record DotRangeModel(Bilingual Unit, IReadOnlyList<DotRangeRow> Rows)
{
    private const decimal Margin = 4m;

    private (decimal Low, decimal High) Span
    {
        get
        {
            var values = Rows.SelectMany(row => new[] { row.Baseline, row.Target, row.Upper }).OfType<decimal>().ToList();
            var (low, high) = (values.Min(), values.Max());
            // Alone on the line, or all the same: a tenth of the number, at least one unit, to each side.
            var room = low == high ? Math.Max(Math.Abs(low) / 10, 1) : 0;
            return (low - room, high + room);
        }
    }

    /// <summary>Place of a value in percent from the left.</summary>
    public string At(decimal value)
    {
        var (low, high) = Span;
        return TargetBarScale.Percent(Margin + ((100 - (2 * Margin)) * (value - low) / (high - low)));
    }

    /// <summary>Round numbers inside the span, three to six of them as a rule.</summary>
    public IReadOnlyList<decimal> Ticks
    {
        get
        {
            var (low, high) = Span;
            var step = Step((high - low) / 4);
            List<decimal> ticks = [];
            for (var tick = Math.Ceiling(low / step) * step; tick <= high; tick += step)
            {
                ticks.Add(tick);
            }

            return ticks;
        }
    }

    /// <summary>A tick as it is printed, with as many decimals as its step has.</summary>
    public static string Label(decimal tick) => tick.ToString("0.##########", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    // 1, 2 or 5 times a power of ten, no smaller than what is asked.
    private static decimal Step(decimal least)
    {
        var power = 1m;
        while (power * 10 <= least)
        {
            power *= 10;
        }

        while (power > least)
        {
            power /= 10;
        }

        return power * (least <= power ? 1 : least <= power * 2 ? 2 : least <= power * 5 ? 5 : 10);
    }
}

/// <summary>One plan on the axis.</summary>
/// <param name="Name">Whose plan it is.</param>
/// <param name="When">Its period.</param>
/// <param name="Baseline">Value of the base year, or null.</param>
/// <param name="Target">The target, or the lower end of a range.</param>
/// <param name="Upper">The upper end of a range, or null.</param>
/// <param name="Text">The target as printed.</param>
/// <param name="IsOurs">True for the plan that asks.</param>
public sealed record DotRangeRow(Bilingual Name, Bilingual When, decimal? Baseline, decimal Target, decimal? Upper, string Text, bool IsOurs);
