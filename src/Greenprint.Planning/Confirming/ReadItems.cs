using System.Globalization;
using Greenprint.PlanText;

namespace Greenprint.Planning.Confirming;

/// <summary>One item of a reading, before it has an id.</summary>
internal sealed record ReadItem(FoundKind Kind, FoundContent Content, FoundPlace Place, decimal Confidence);

/// <summary>What was read of a document as items to be confirmed, in the order of the document. Nothing is added to it and nothing left out.</summary>
internal static class ReadItems
{
    // Headings and goals come from numbering and wording alone; the reader gives them no figure of its own.
    private const decimal OfHeading = 0.95m;
    private const decimal OfDoubtfulHeading = 0.6m;
    private const decimal OfWording = 0.8m;

    public static IReadOnlyList<ReadItem> Of(PlanReading reading)
    {
        var place = new Places(reading);
        var duties = reading.Responsibilities.ToLookup(duty => duty.ClauseId, StringComparer.Ordinal);
        IEnumerable<ReadItem> items =
        [
            .. reading.Goals.Select(goal => new ReadItem(
                FoundKind.Goal, new() { Name = goal.Text, ClauseId = goal.ClauseId }, place.OfText(goal.ClauseId, goal.Text), OfWording)),
            .. Indicators(reading),
            .. reading.KeyTasks.Select(task => Task(task, place, [.. duties[task.ClauseId]])),
            .. reading.Safeguards.Select(one => new ReadItem(
                FoundKind.Safeguard, new() { Number = Blank(one.Number), Name = one.Title, Text = place.Body(one.ClauseId), ClauseId = one.ClauseId }, place.OfHeading(one.ClauseId), place.Confidence(one.ClauseId))),
            .. reading.Measures.Select(measure => new ReadItem(
                FoundKind.Measure,
                new() { Name = measure.Text, Lead = Names(measure.Lead), Support = Names(measure.Support), ClauseId = measure.ClauseId },
                place.OfText(measure.ClauseId, measure.Text) is var found && found.Page is null ? found with { Page = measure.Page } : found,
                measure.Confidence)),
            .. reading.Projects.Select(Project),
        ];
        return [.. items.OrderBy(item => place.Order(item.Content.ClauseId))];
    }

    private static IEnumerable<ReadItem> Indicators(PlanReading reading)
    {
        // A row that shares its catalogue name with another is told apart by its own id.
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var row in reading.Indicators)
        {
            var known = KnownIndicators.Of(row.Name);
            var target = row.Target;
            var kind = target is null ? (TargetKind?)null : Enum.Parse<TargetKind>(target.Kind.ToString());
            yield return new(
                FoundKind.Indicator,
                new()
                {
                    Number = row.No,
                    Name = row.Name,
                    Group = row.Category,
                    Unit = row.Unit,
                    BaselineYear = row.Baseline?.Year,
                    BaselineValue = row.Baseline?.Value,
                    BaselineText = row.Baseline?.Text,
                    TargetKind = kind,
                    TargetYear = target?.Year,
                    TargetValue = target?.Value,
                    TargetUpper = target?.To,
                    TargetText = target?.Text,
                    TargetChange = target?.Change,
                    Nature = row.Nature is { } nature ? Enum.Parse<IndicatorNature>(nature.ToString()) : null,
                    Decimals = new[] { row.Baseline?.Value, target?.Value, target?.To }.Max(value => value?.Scale),
                    Direction = DirectionOf(kind, known.MoreIsBetter),
                    Code = known.Code is { } code && taken.Add(code) ? code : null,
                    ClauseId = row.ClauseId,
                },
                new(row.Page, null, row.ClauseId, row.Quote),
                row.Confidence);
        }
    }

    // At least and at most say it themselves, of an amount of change too (增加不超过3% is a ceiling), and a sum by its sign.
    private static DesiredDirection? DirectionOf(TargetKind? kind, bool? moreIsBetter) =>
        kind is not (TargetKind.Keep or TargetKind.AssignedBySuperior or TargetKind.Direction) || moreIsBetter is not { } more ? null
        : more ? DesiredDirection.Up
        : DesiredDirection.Down;

    private static ReadItem Task(KeyTaskItem task, Places place, IReadOnlyList<ResponsibilityItem> duties) => new(
        FoundKind.KeyTask,
        new()
        {
            Number = Blank(task.Number),
            Name = task.Title,
            Text = place.Body(task.ClauseId),
            Lead = Names(duties.SelectMany(duty => duty.Lead)),
            Support = Names(duties.SelectMany(duty => duty.Support)),
            ClauseId = task.ClauseId,
        },
        place.OfHeading(task.ClauseId),
        place.Confidence(task.ClauseId));

    private static ReadItem Project(ProjectItem project) => new(
        FoundKind.Project,
        new()
        {
            Group = project.Category,
            Name = project.Name,
            Text = project.Content,
            Period = project.Period,
            Money = project.Investment?.Value,
            MoneyUnit = project.Investment?.Unit,
            MoneyText = project.Investment?.Text,
            Lead = Names(project.Lead is { } lead ? [lead] : []),
            ClauseId = project.ClauseId,
        },
        new(project.Page, null, project.ClauseId, project.Quote),
        project.Confidence);

    private static List<string>? Names(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } some ? some : null;

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    /// <summary>Where headings and paragraphs of a reading stand.</summary>
    private sealed class Places(PlanReading reading)
    {
        private const string BeforeFirstHeading = "c0";

        private readonly Dictionary<string, (int Order, OutlineItem Item)> headings =
            reading.Outline.Select((item, order) => (order, item)).ToDictionary(pair => pair.item.Id, pair => pair, StringComparer.Ordinal);

        private readonly ILookup<string, ClauseParagraph> paragraphs =
            reading.Clauses.SelectMany(clause => clause.Paragraphs.Select(paragraph => (clause.ClauseId, paragraph)))
                .ToLookup(pair => pair.ClauseId, pair => pair.paragraph, StringComparer.Ordinal);

        private readonly HashSet<(int?, int?)> doubtful =
            [.. reading.Warnings.Where(warning => warning.Code.StartsWith("number-", StringComparison.Ordinal)).Select(warning => (warning.Page, warning.Line))];

        public int Order(string? clause) => clause is null ? int.MaxValue
            : headings.TryGetValue(clause, out var heading) ? heading.Order
            : clause == BeforeFirstHeading ? -1
            : int.MaxValue;

        public string? Body(string clause) => paragraphs[clause].Select(paragraph => paragraph.Text).ToList() is { Count: > 0 } texts ? string.Join('\n', texts) : null;

        public FoundPlace OfHeading(string clause) => headings.TryGetValue(clause, out var heading)
            ? new(heading.Item.Page, heading.Item.Line, clause, string.Create(CultureInfo.InvariantCulture, $"{heading.Item.Number}{heading.Item.Title}"))
            : new(null, null, clause, null);

        public FoundPlace OfText(string clause, string text) => paragraphs[clause].FirstOrDefault(paragraph => paragraph.Text.Contains(text, StringComparison.Ordinal)) is { } paragraph
            ? new(paragraph.Page, paragraph.Line, clause, text)
            : OfHeading(clause) with { Quote = text };

        public decimal Confidence(string clause) =>
            headings.TryGetValue(clause, out var heading) && !doubtful.Contains((heading.Item.Page, heading.Item.Line)) ? ReadItems.OfHeading : OfDoubtfulHeading;
    }
}
