using Greenprint.Planning.Aligning;
using Greenprint.PlanText;
using Greenprint.PlanText.Alignment;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Library;

/// <summary>The indicator that somebody asks about.</summary>
/// <param name="Item">The indicator; with its target where a plan of ours asks.</param>
/// <param name="Plan">The plan that asks, or null.</param>
public sealed record SurveyQuestion(IndicatorItem Item, PlanSummary? Plan);

/// <summary>What one plan set.</summary>
/// <param name="Href">Where the plan is read.</param>
/// <param name="Title">Its title.</param>
/// <param name="Region">Its region.</param>
/// <param name="Start">First year.</param>
/// <param name="End">Last year.</param>
/// <param name="IsOurs">True for the plan that asks.</param>
/// <param name="IsUnchecked">True for a plan of the library.</param>
/// <param name="IsDemo">True for an invented county.</param>
/// <param name="Found">What it set.</param>
public sealed record SurveyRow(string Href, Bilingual Title, Bilingual Region, int Start, int End, bool IsOurs, bool IsUnchecked, bool IsDemo, SurveyedTarget Found);

/// <summary>What all plans here set for one indicator.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Rows">Ours first, then those that compare, by year and number, then those that do not.</param>
public sealed record SurveySheet(SurveyQuestion Question, IReadOnlyList<SurveyRow> Rows)
{
    /// <summary>Rows with a number on the common scale.</summary>
    public IEnumerable<SurveyRow> Comparable => Rows.Where(row => row.Found.Low is not null);

    /// <summary>Rows of others that aim at our year and compare with our target.</summary>
    public IReadOnlyList<SurveyRow> Peers =>
        [.. Rows.Where(row => !row.IsOurs && row.Found.Order is not null && row.Found.Target?.Year == Question.Item.Target?.Year)];
}

/// <summary>Answers "what did others set for this indicator?" over the plans of the store and of the library.</summary>
internal sealed class SurveyDesk(IPlans plans, IRegions regions, LibraryShelf library)
{
    /// <summary>What a plan of the store asks; null where there is no such indicator.</summary>
    public async Task<SurveyQuestion?> OfPlan(string plan, string code, CancellationToken cancellation) =>
        await plans.Find(plan, cancellation) is { } found && found.Indicators.FirstOrDefault(indicator => indicator.Code == code) is { } indicator
            ? new(AlignedSource.ItemOf(indicator, null), found.Summary)
            : null;

    /// <summary>An indicator of the catalogue; null where there is no such code.</summary>
    public static SurveyQuestion? OfCatalogue(string code) =>
        CataloguedIndicators.Find(code) is { } known ? new(Named(known.Name, known.Unit.Length > 0 ? known.Unit : null), null) : null;

    /// <summary>An indicator by its name alone.</summary>
    public static SurveyQuestion OfName(string name) => new(Named(name, null), null);

    /// <summary>All that is known here of the indicator.</summary>
    public async Task<SurveySheet> Ask(SurveyQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var sources = await Sources(question.Plan, cancellation);

        // Asked by name alone, the unit is that of most plans that have the indicator.
        if (question.Item.Unit is null && question.Plan is null)
        {
            var unit = sources.SelectMany(source => IndicatorSurvey.Of(question.Item, source.Items)).Select(found => found.Item.Unit).OfType<string>()
                .CountBy(one => one).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
            question = question with { Item = question.Item with { Unit = unit } };
        }

        return new(
            question,
            [
                .. sources.SelectMany(source => IndicatorSurvey.Of(question.Item, source.Items).Select(source.Row))
                    .Where(row => !row.IsOurs || row.Found.Item.Name == question.Item.Name)
                    .OrderBy(row => row.IsOurs ? 0 : row.Found.Low is not null ? 1 : 2)
                    .ThenByDescending(row => row.Found.Target?.Year)
                    .ThenBy(row => row.Found.Low)
                    .ThenBy(row => row.Region.Zh, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Names in the plans here and in the library that hold the text and are not in the catalogue.</summary>
    public async Task<IReadOnlyList<string>> OtherNames(string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        var asked = text.Trim();
        return asked.Length == 0 ? [] :
        [
            .. (await Sources(null, cancellation)).SelectMany(source => source.Items)
                .Where(item => item.Name.Contains(asked, StringComparison.OrdinalIgnoreCase) && CataloguedIndicators.Of(item) is null)
                .Select(item => item.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most),
        ];
    }

    private const int Most = 40;

    private async Task<List<(Func<SurveyedTarget, SurveyRow> Row, IReadOnlyList<IndicatorItem> Items)>> Sources(PlanSummary? ours, CancellationToken cancellation)
    {
        var names = (await regions.All(cancellation)).ToDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);
        List<(Func<SurveyedTarget, SurveyRow>, IReadOnlyList<IndicatorItem>)> sources = [];
        foreach (var summary in (await plans.All(cancellation)).Where(plan => plan.Status != PlanStatus.Draft || plan.Id == ours?.Id))
        {
            var plan = (await plans.Find(summary.Id, cancellation))!;
            var region = names.TryGetValue(summary.Region, out var name) ? name : new(summary.Region);
            sources.Add((
                found => new(summary.Status == PlanStatus.Draft ? $"office/plans/{summary.Id}" : $"plans/{summary.Id}", summary.Title, region, summary.Start, summary.End, summary.Id == ours?.Id, IsUnchecked: false, summary.IsDemo, found),
                [.. plan.Indicators.Select(indicator => AlignedSource.ItemOf(indicator, null))]));
        }

        var items = await library.Indicators(cancellation);
        foreach (var plan in await library.All(cancellation))
        {
            sources.Add((
                found => new($"office/library/{plan.Id}", new(plan.Title), new(plan.Region), plan.Start, plan.End, IsOurs: false, IsUnchecked: true, IsDemo: false, found), items.GetValueOrDefault(plan.Id) ?? []));
        }

        return sources;
    }

    private static IndicatorItem Named(string name, string? unit) => new(null, null, name, null, unit, null, null, [], null, null, null, 1m, null);
}
