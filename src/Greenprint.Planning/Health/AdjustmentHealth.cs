using System.Globalization;
using Greenprint.Planning.Adjusting;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Health;

/// <summary>What may lie still among requests for adjustments. Pure.</summary>
internal static class AdjustmentHealth
{
    /// <summary>Days after its submission in which a request is decided: two weeks for opinions, twice.</summary>
    public const int DecideWithin = 30;

    /// <summary>Days after its document in which an approved adjustment is published.</summary>
    public const int PublishWithin = 10;

    public static HealthRule Waiting { get; } = new("HLT-161", HealthSeverity.Warning, HealthGroup.Adjustment,
        ("调整申请久未决定", "Request for an adjustment waits"),
        ("还没有征求意见的，尽快征求；意见未齐的，催办或等期限过后如实列出；已经齐全的，请决定人批准、退回或不予调整；不再需要的，由申请人撤回。", "Where opinions are not asked yet, ask them. Where some are missing, urge the units, or let their day pass: who is silent is listed as such. Where all are there, let it be approved, returned or refused. Where it is not needed any more, let it be withdrawn."),
        ("办理申请", "See to the request"));

    public static HealthRule Unpublished { get; } = new("HLT-162", HealthSeverity.Warning, HealthGroup.Adjustment,
        ("调整已批准，未公布", "Approved adjustment is not published"),
        ("在申请页公布；公开页面已按新目标判定，公众应能看到原来的目标和批准文件。", "Publish it on its page: the public pages judge by the new target already, and the public should see the first one and the document."),
        ("公布", "Publish it"));

    public static IReadOnlyList<HealthRule> Rules { get; } = [Waiting, Unpublished];

    public static IEnumerable<HealthFinding> Check(HealthQuestion question, IReadOnlyList<Adjustment> adjustments)
    {
        foreach (var one in adjustments.OrderBy(one => one.Code, StringComparer.Ordinal))
        {
            if (one is { IsOpen: true, Stage: not AdjustmentStage.Drafted } && Days(question, one.Nodes[AdjustmentStage.Submitted].At) is > DecideWithin and var waited)
            {
                var isHeard = one.IsHeard(question.Today);
                yield return Found(Waiting, Awaited(question, one, waited)) with { Right = isHeard ? Rights.Approve : Rights.EditPlans, Unit = isHeard ? null : one.Silent.FirstOrDefault() };
            }

            // By the day on which it was decided here: an older document may have been entered late.
            if (one is { IsApproved: true, Stage: AdjustmentStage.Decided } && Days(question, one.Decision!.At) is > PublishWithin and var since)
            {
                var (document, days) = (one.Decision.Document, HealthText.Text(since));
                yield return Found(Unpublished, ($"{document} 批准后已 {days} 天，尚未公布。", $"Approved by {document} {days} days ago, and not published.")) with { Right = Rights.Publish };
            }

            HealthFinding Found(HealthRule rule, Bilingual detail)
            {
                var address = $"office/plans/{one.Plan}/adjustments/{one.Code}";
                var name = AdjustmentWords.NameOf(one.Subject, question.Plan, question.Tasks);
                return new(rule, $"adjustment/{one.Id}", new($"{one.Code} {name.Zh}", $"{one.Code} {name.English()}"), detail, address) { Read = address, IsForWholeWork = true };
            }
        }
    }

    private static Bilingual Awaited(HealthQuestion question, Adjustment one, int waited)
    {
        var days = HealthText.Text(waited);
        if (one.Asked.Count == 0)
        {
            return ($"提交已 {days} 天，还没有征求意见。", $"Submitted {days} days ago, and nobody was asked for an opinion.");
        }

        if (one.IsHeard(question.Today))
        {
            return ($"提交已 {days} 天，意见已经齐全或期限已过，等待决定。", $"Submitted {days} days ago; the opinions are in, or their day has passed, and it waits for its decision.");
        }

        var silent = one.Silent.Select(question.NameOf).ToList();
        var until = one.OpinionsUntil!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (
            $"提交已 {days} 天，等待{string.Join("、", silent.Select(unit => unit.Zh))}的意见（{until} 截止）。",
            $"Submitted {days} days ago; waits for the opinion of {string.Join(", ", silent.Select(unit => unit.English()))} (until {until}).");
    }

    private static int Days(HealthQuestion question, DateTimeOffset from) => question.Today.DayNumber - ChinaTime.DayOf(from).DayNumber;
}
