using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Aligning;

/// <summary>An answer as a person gives it.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Text">The reason.</param>
/// <param name="Seen">How many answers the person saw; another number means that somebody answered in between.</param>
/// <param name="SeenFinding">The finding as the person saw it: see <see cref="AlignmentAnswers.Trace"/>.</param>
internal sealed record AnswerGiven(AnswerKind Kind, string Text, int Seen, string SeenFinding);

/// <summary>Adds answers to the findings of an alignment. Nothing is ever changed: a later answer takes the place of an earlier one.</summary>
internal static class AlignmentAnswers
{
    private const int Longest = 1000;

    /// <summary>The finding as it stands, in one line, to know whether it is still what a person saw.</summary>
    public static string Trace(AlignedFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return $"{finding.Pair.Status}|{finding.Local}|{finding.Upper}";
    }

    /// <summary>Records an answer to a finding of <paramref name="sheet"/>.</summary>
    /// <returns>Null when it was recorded; else why not, and nothing was changed.</returns>
    public static async Task<Finding?> Record(Change change, string region, AlignmentSheet sheet, string key, AnswerGiven given, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(given);
        var (plan, other) = (sheet.Local.Ref[AlignedSource.Store.Length..], sheet.Upper.Ref);
        if (sheet.Findings.FirstOrDefault(finding => finding.Key == key) is not { } finding || (!finding.Asks && finding.Answers.Count == 0))
        {
            return PlanningFindings.BadEntry(("这一项现在不需要答复，请刷新后再看。", "This finding asks for no answer now: load the page again."));
        }

        if (string.IsNullOrWhiteSpace(given.Text) || given.Text.Trim().Length > Longest)
        {
            return PlanningFindings.BadEntry(("请写明理由，不超过 1000 字。", "Give the reason, in 1,000 characters at most."));
        }

        // Counted inside the change, behind its lock.
        var last = await change.Db.Set<AnswerRow>().AsNoTracking().Where(row => row.Plan == plan && row.Other == other && row.Finding == key)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
        if ((last?.Number ?? 0) != given.Seen || Trace(finding) != given.SeenFinding)
        {
            return PlanningFindings.ChangedMeanwhile((finding.Pair.Upper ?? finding.Pair.Local)!.Name);
        }

        if (given.Kind == AnswerKind.Withdrawn && last is null or { Kind: AnswerKind.Withdrawn })
        {
            return PlanningFindings.BadEntry(("没有可以撤回的答复。", "There is no answer to withdraw."));
        }

        var row = new AnswerRow
        {
            Plan = plan,
            Other = other,
            Finding = key,
            Number = given.Seen + 1,
            Kind = given.Kind,
            Text = given.Text.Trim(),
            Status = finding.Pair.Status,
            Local = finding.Local,
            Upper = finding.Upper,
            RecordedAt = change.At,
            RecordedBy = change.Actor.Name,
        };
        change.Db.Add(row);
        change.Record(
            region, $"plan/{plan}", "alignment.answered",
            new { row.Other, row.Finding, row.Number, Kind = row.Kind.ToString(), Status = row.Status.ToString(), row.Local, row.Upper }, row.Text);
        return null;
    }
}
