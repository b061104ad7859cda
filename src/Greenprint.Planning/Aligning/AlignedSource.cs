using System.Globalization;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Library;
using Greenprint.PlanText;
using Greenprint.PlanText.Alignment;
using Greenprint.Quantities;

namespace Greenprint.Planning.Aligning;

/// <summary>A plan as one side of an alignment, from the store or from the library.</summary>
/// <param name="Ref">Which one: <c>plan/lanwan-15</c> or <c>library/3f2a9c1b04de</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Region">Name of its region.</param>
/// <param name="Start">First year.</param>
/// <param name="End">Last year.</param>
/// <param name="IsDemo">True for an invented county.</param>
/// <param name="Plan">What the alignment needs of it.</param>
public sealed record AlignedSource(string Ref, Bilingual Title, Bilingual Region, int Start, int End, bool IsDemo, PlanToAlign Plan)
{
    private readonly Dictionary<IndicatorItem, string> keys = new(ReferenceEqualityComparer.Instance);

    /// <summary>Code of its region; null for a plan of the library.</summary>
    public string? RegionCode { get; private init; }

    /// <summary>Id of the plan that it names as the one above it, or null.</summary>
    public string? UpperPlan { get; private init; }

    /// <summary>True for a plan of the library: what was read of it, nobody has checked.</summary>
    public bool IsUnchecked => Ref.StartsWith(Library, StringComparison.Ordinal);

    /// <summary>The beginning of the names of stored plans and of library plans.</summary>
    public const string Store = "plan/", Library = "library/";

    /// <summary>The name by which a row of this plan is known again, however often the alignment is computed: its code, or its printed name.</summary>
    public string KeyOf(IndicatorItem item) => keys[item];

    /// <summary>A plan of the store, with the targets now in force. What it says is confirmed, so every row is sure.</summary>
    public static AlignedSource Of(PlanView plan, Bilingual region)
    {
        var groups = plan.Groups.ToDictionary(group => group.Code, group => group.Name.Zh, StringComparer.Ordinal);
        var rows = plan.Indicators.Select(indicator => (indicator.Code, Item: ItemOf(indicator, groups.GetValueOrDefault(indicator.Group)))).ToList();

        // A paragraph is one line, except a table: the rows of the indicators are laid side by side as such.
        var clauses = plan.Clauses
            .Where(clause => clause.Id is not (DraftPack.BeforeFirstHeading or DraftPack.AnnexText))
            .Select(clause => new ClauseToAlign(
                clause.Id, clause.Number, clause.Title.Zh,
                [.. clause.Paragraphs.Where(paragraph => paragraph.Zh.AsSpan().IndexOfAny('\t', '\n') < 0).Select(paragraph => new ClauseParagraph(paragraph.Zh, clause.Page, null))]))
            .Where(clause => clause.Paragraphs.Count > 0);
        var summary = plan.Summary;
        var source = new AlignedSource(
            Store + summary.Id, summary.Title, region, summary.Start, summary.End, summary.IsDemo,
            new(new(summary.Title.Zh, region.Zh, new(summary.Start, summary.End), null), [.. rows.Select(row => row.Item)], [.. clauses]))
        {
            RegionCode = summary.Region,
            UpperPlan = summary.UpperPlan,
        };
        foreach (var (code, item) in rows)
        {
            source.keys[item] = code;
        }

        return source;
    }

    /// <summary>A plan of the library, as it was read.</summary>
    internal static AlignedSource Of(ReferencePlanText found)
    {
        var plan = found.Plan;
        var source = new AlignedSource(
            Library + plan.Id, new(plan.Title), new(plan.Region), plan.Start, plan.End, IsDemo: false,
            PlanToAlign.Of(found.Reading) with { Head = new(plan.Title, plan.Region, new(plan.Start, plan.End), found.Reading.Source) });
        foreach (var same in found.Reading.Indicators.GroupBy(item => Short(item.Name)))
        {
            foreach (var (i, item) in same.Index())
            {
                source.keys[item] = i == 0 ? same.Key : string.Create(CultureInfo.InvariantCulture, $"{same.Key}#{i + 1}");
            }
        }

        return source;
    }

    /// <summary>An indicator of a stored plan in the form of one that was read.</summary>
    public static IndicatorItem ItemOf(IndicatorView indicator, string? group) => new(
        null, group, indicator.Name.Zh, null, indicator.Unit.Length == 0 ? null : indicator.Unit,
        indicator.Baseline is { } baseline ? new(baseline.Year, baseline.Text.Zh, baseline.Text.Zh is "—" ? null : baseline.Value) : null,
        TargetOf(indicator.Target, indicator.Direction), StepsOf(indicator), NatureOf(indicator.Nature), null, null, 1m, null)
    {
        MoreIsBetter = indicator.Direction switch { DesiredDirection.Up => true, DesiredDirection.Down => false, _ => null },
    };

    // Steps of a sum are what is reached by then, not what the year alone asks.
    private static IReadOnlyList<PrintedValue> StepsOf(IndicatorView indicator) => indicator.Target.Kind == TargetKind.Cumulative ? []
        : [.. indicator.Steps.Select(step => new PrintedValue(step.Year, step.Value.ToString("0.##########", CultureInfo.InvariantCulture), step.Value))];

    private static PrintedTarget TargetOf(Target target, DesiredDirection direction) =>
        new(target.Year, target.Text.Zh, KindOf(target, direction), target.Value) { To = target.Kind == TargetKind.Range ? target.Upper : null };

    // What the superior has assigned since is a number like any other.
    private static PrintedTargetKind KindOf(Target target, DesiredDirection direction) => target.Kind switch
    {
        TargetKind.AssignedBySuperior when target.Value is not null && direction == DesiredDirection.Up => PrintedTargetKind.AtLeast,
        TargetKind.AssignedBySuperior when target.Value is not null && direction == DesiredDirection.Down => PrintedTargetKind.AtMost,
        TargetKind.AtLeast => PrintedTargetKind.AtLeast,
        TargetKind.AtMost => PrintedTargetKind.AtMost,
        TargetKind.Keep => PrintedTargetKind.Keep,
        TargetKind.Range => PrintedTargetKind.Range,
        TargetKind.Cumulative => PrintedTargetKind.Cumulative,
        TargetKind.Milestone => PrintedTargetKind.Milestone,
        TargetKind.AssignedBySuperior => PrintedTargetKind.AssignedBySuperior,
        TargetKind.Direction => PrintedTargetKind.Direction,
        _ => throw new ArgumentOutOfRangeException(nameof(target), target.Kind, "A new kind of target needs its printed one."),
    };

    private static PrintedNature? NatureOf(IndicatorNature? nature) => nature switch
    {
        IndicatorNature.Binding => PrintedNature.Binding,
        IndicatorNature.Anticipatory => PrintedNature.Anticipatory,
        IndicatorNature.Leading => PrintedNature.Leading,
        _ => null,
    };

    private static string Short(string name) => name.Length <= AnswerMapping.Key / 2 ? name : name[..(AnswerMapping.Key / 2)];
}
