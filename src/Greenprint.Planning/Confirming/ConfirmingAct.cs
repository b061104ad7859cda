using System.Globalization;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Confirming;

/// <summary>One act under way: where it happens, whose it is, and the rows it will add.</summary>
internal sealed class ConfirmingAct(PlanRow plan, FoundDocument found, Actor person, DateTimeOffset at)
{
    private readonly int number = found.Fold.Last + 1;

    public PlanRow Plan { get; } = plan;

    public FoundDocument Found { get; } = found;

    public Actor Person { get; } = person;

    public List<DecisionRow> Rows { get; } = [];

    public DecisionRow Row(FoundItem item, DecisionAct act, FoundContent? content, string? why = null) => NewRow(item.Id, item.Kind, act, content, why, item.Place);

    public DecisionRow NewRow(string item, FoundKind kind, DecisionAct act, FoundContent? content, string? why, FoundPlace? place, int? of = null) => new()
    {
        Plan = Plan.Id,
        Number = number,
        Item = item,
        Act = act,
        Of = of,
        Document = Found.Document.Number,
        Kind = kind,
        Content = content is null ? null : FoundJson.Write(content),
        Page = place?.Page,
        Line = place?.Line,
        Quote = place?.Quote,
        Why = string.IsNullOrWhiteSpace(why) ? null : why.Trim(),
        By = Person.Id,
        ByName = Person.Name,
        At = at,
    };

    /// <summary>An id of this kind that no item of the plan ever had.</summary>
    public string FreeId(FoundKind kind) => FoundIds.Next(kind, Found.Ids);

    public string? NameOf(DecisionRow row) => FoundJson.ReadOrNull(row.Content)?.Name ?? Found.Items.FirstOrDefault(item => item.Id == row.Item)?.Content.Name;
}

/// <summary>Ids of items: a letter for the kind, and a number that is used once in a plan.</summary>
internal static class FoundIds
{
    public static string Of(FoundKind kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{Letter(kind)}{number}");

    /// <summary>The next free id of a kind.</summary>
    public static string Next(FoundKind kind, IEnumerable<string> taken) => Of(kind, Last(kind, taken) + 1);

    /// <summary>The highest number of a kind among ids; 0 for none.</summary>
    public static int Last(FoundKind kind, IEnumerable<string> taken) => taken
        .Where(id => id[0] == Letter(kind))
        .Select(id => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture))
        .DefaultIfEmpty()
        .Max();

    private static char Letter(FoundKind kind) => kind switch
    {
        FoundKind.Goal => 'g',
        FoundKind.Indicator => 'i',
        FoundKind.KeyTask => 't',
        FoundKind.Measure => 'm',
        FoundKind.Project => 'p',
        FoundKind.Safeguard => 's',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A new kind needs its letter."),
    };
}

/// <summary>What acts are called.</summary>
internal static class ActLabels
{
    public static string KindOf(DecisionAct act) => act switch
    {
        DecisionAct.Accept => "items.accepted",
        DecisionAct.Correct => "items.corrected",
        DecisionAct.Reject => "items.rejected",
        DecisionAct.Add => "items.added",
        DecisionAct.Undo => "items.undone",
        _ => "items.redone",
    };

    public static Bilingual Of(EditorAct act)
    {
        var name = act.Rows is [var only] && FoundJson.ReadOrNull(only.Content)?.Name is { } one ? one : null;
        var (zh, en) = act.Act switch
        {
            DecisionAct.Accept => ("采纳", "Accept"),
            DecisionAct.Correct => ("修改", "Correct"),
            DecisionAct.Reject => ("不采纳", "Reject"),
            _ => ("补充", "Add"),
        };
        return name is not null
            ? ($"{zh}“{name}”", $"{en} '{name}'")
            : (string.Create(CultureInfo.InvariantCulture, $"{zh} {act.Rows.Count} 项"), string.Create(CultureInfo.InvariantCulture, $"{en} {act.Rows.Count} item{(act.Rows.Count == 1 ? "" : "s")}"));
    }
}
