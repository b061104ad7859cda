using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Ui.Targets;

/// <summary>What there is to say about the way that is left.</summary>
public enum GapKind
{
    /// <summary>No value, or it cannot be given.</summary>
    Unknown,

    /// <summary>The superior has not set the target yet.</summary>
    WaitingForAssignment,

    /// <summary>The target holds; the amount is by how much it is exceeded.</summary>
    Met,

    /// <summary>On the way; the amount is what is still needed.</summary>
    Remaining,

    /// <summary>Worse than the baseline by the amount.</summary>
    WorseThanBaseline,

    /// <summary>The last year is over and the target was missed by the amount.</summary>
    Missed,

    /// <summary>A direction without a number: the change goes the right way.</summary>
    RightDirection,

    /// <summary>A direction without a number: no change, or the wrong way.</summary>
    WrongDirection,

    /// <summary>A dated thing that is not done yet; no amount.</summary>
    NotDone,
}

/// <summary>The gap between where we are and the target.</summary>
/// <param name="Kind">What there is to say.</param>
/// <param name="Amount">Its size in the unit of the value, never negative; null where the kind has none.</param>
/// <param name="MonthsLeft">Full months until the end of the target year; null when that is over or unknown.</param>
/// <param name="Note">Why it is unknown, or which document is awaited.</param>
public sealed record GapView(GapKind Kind, decimal? Amount = null, int? MonthsLeft = null, Bilingual? Note = null)
{
    /// <summary>The one wording of a gap, for page, text alternative, open data and print.</summary>
    public Bilingual Sentence(Bilingual unit, int decimals)
    {
        var zh = Amount is { } a ? Figures.Amount(a, decimals, unit, Cultures.Chinese) : "";
        var en = Amount is { } b ? Figures.Amount(b, decimals, unit, Cultures.English) : "";
        var beyond = Amount is { } c && Rounding.HalfEven(c, decimals) > 0;
        Bilingual text = Kind switch
        {
            GapKind.Met when beyond => ($"已达目标，优于目标{zh}", $"Met, better than the target by {en}"),
            GapKind.Met => ("已达目标", "Met"),
            GapKind.Remaining => ($"距目标还差{zh}", $"{en} to go"),
            GapKind.WorseThanBaseline => ($"比基准值差{zh}", $"Worse than the baseline by {en}"),
            GapKind.Missed => ($"未达目标，差{zh}", $"Missed by {en}"),
            GapKind.RightDirection => ("变化方向符合要求", "Moving the right way"),
            GapKind.WrongDirection => ("变化方向不符合要求", "Not moving the right way"),
            GapKind.NotDone => ("尚未完成", "Not done yet"),
            GapKind.WaitingForAssignment => ("待上级下达目标", "Waiting for the superior to set the target"),
            GapKind.Unknown => ("暂无法判定", "Cannot be judged yet"),
            _ => throw new InvalidOperationException($"Unknown kind of gap: {Kind}."),
        };
        return Note is null ? text : new($"{text.Zh}：{Note.Zh}", $"{text.En}: {Note.In(Cultures.English)}");
    }

    /// <summary>The time left, or null.</summary>
    public Bilingual? TimeLeft() => MonthsLeft switch
    {
        null => null,
        0 => new("目标年剩余不足1个月", "less than a month left"),
        1 => new("还有1个月", "1 month left"),
        < 24 => new(string.Create(CultureInfo.InvariantCulture, $"还有{MonthsLeft}个月"), string.Create(CultureInfo.InvariantCulture, $"{MonthsLeft} months left")),
        var months => Years(months.Value),
    };

    private static Bilingual Years(int months)
    {
        var (years, rest) = Math.DivRem(months, 12);
        return new(
            rest == 0 ? string.Create(CultureInfo.InvariantCulture, $"还有{years}年") : string.Create(CultureInfo.InvariantCulture, $"还有{years}年{rest}个月"),
            rest == 0 ? string.Create(CultureInfo.InvariantCulture, $"{years} years left")
                : string.Create(CultureInfo.InvariantCulture, $"{years} years and {rest} month{(rest == 1 ? "" : "s")} left"));
    }
}
