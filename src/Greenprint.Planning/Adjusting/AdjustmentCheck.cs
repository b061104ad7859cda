using System.Globalization;
using System.Text.Json.Serialization;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;

namespace Greenprint.Planning.Adjusting;

/// <summary>One line of the check.</summary>
/// <param name="Against">Against what.</param>
/// <param name="Verdict">How it stands.</param>
/// <param name="Text">The reason with both figures.</param>
public sealed record CheckLine(CheckAgainst Against, CheckVerdict Verdict, Bilingual Text);

/// <summary>The alignment check of a request (衔接校核).</summary>
/// <param name="Lines">What was compared.</param>
/// <param name="NeedsAssigner">True for a binding target, and for one that was assigned: only who assigned it adjusts it.</param>
public sealed record AdjustmentCheck(IReadOnlyList<CheckLine> Lines, bool NeedsAssigner)
{
    /// <summary>The plan above that it was laid beside; null where none was.</summary>
    public CheckedPlan? Above { get; init; }

    /// <summary>True where the new target is weaker than what is asked from above: an approval names the document that allows it.</summary>
    [JsonIgnore]
    public bool NeedsWaiver => Weaker.Any();

    /// <summary>What it is weaker than.</summary>
    [JsonIgnore]
    public Bilingual WeakerThan => new(string.Join("、", Weaker.Select(line => CheckWords.Of(line.Against).Zh)), string.Join(", ", Weaker.Select(line => CheckWords.Of(line.Against).En)));

    private IEnumerable<CheckLine> Weaker => Lines.Where(line => line.Verdict == CheckVerdict.Weaker && line.Against != CheckAgainst.Whole);
}

/// <summary>Which plan above a request was laid beside, and which version of it: that plan may be adjusted later, what was compared stays.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Title">Its title.</param>
public sealed record CheckedPlan(string Plan, Bilingual Title)
{
    /// <summary>Number of the document that it was read from; null where none is kept.</summary>
    public int? Document { get; init; }

    /// <summary>When that document came in.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>SHA-256 of that document.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The version of its target that was compared, from 1; null where it has none like it.</summary>
    public int? TargetVersion { get; init; }
}

/// <summary>Words of the check.</summary>
internal static class CheckWords
{
    public static Bilingual Of(CheckAgainst against) => against switch
    {
        CheckAgainst.UpperPlan => ("上级规划", "the plan above"),
        CheckAgainst.Assigned => ("上级下达的目标", "the assigned target"),
        _ => ("总任务与分解", "the whole and its rows"),
    };

    public static Bilingual Of(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Same => ("一致", "As much"),
        CheckVerdict.Stronger => ("更严", "More"),
        CheckVerdict.Weaker => ("放宽", "Less"),
        CheckVerdict.ToRead => ("须人工核对", "To be read"),
        _ => ("未能比较", "Not compared"),
    };

    /// <summary>Which plan above was looked at, and which version of it.</summary>
    public static Bilingual Of(CheckedPlan above)
    {
        var day = above.RecordedAt is { } at ? AsOfDay.Text(ChinaTime.DayOf(at)) : null;
        var (document, target) = (above.Document?.ToString(CultureInfo.InvariantCulture), above.TargetVersion?.ToString(CultureInfo.InvariantCulture));
        return new(
            $"《{above.Title.Zh}》{(document is null ? "" : $"第 {document} 版（{day} 收入，SHA-256 {above.Sha256![..12]}…）")}{(target is null ? "" : $"，目标第 {target} 次版本")}",
            $"{above.Title.En ?? above.Title.Zh}{(document is null ? "" : $", document {document} (came in {day}, SHA-256 {above.Sha256![..12]}…)")}{(target is null ? "" : $", version {target} of its target")}");
    }
}
