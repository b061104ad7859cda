using Greenprint.Delivery.Dispatch;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Greenprint.Ui.Grids;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Delivery.Lists;

/// <summary>Which items of the dispatch a list shows. It stands in the address, so that a list can be sent, kept and exported exactly as it is seen.</summary>
public sealed record ItemFilter
{
    /// <summary>Id of the plan; null where the address names a cycle.</summary>
    public string? Plan { get; init; }

    /// <summary>Id of the unit in charge; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>Month of the due day, as in <c>2026-03</c>; null for all.</summary>
    public string? Month { get; init; }

    /// <summary>In the place of a stage: all that is not closed yet.</summary>
    public const string Unfinished = "Unfinished";

    /// <summary>Name of the stage at which they stand, or <see cref="Unfinished"/>; null for all.</summary>
    public string? Stage { get; init; }

    /// <summary>Their light; null for all.</summary>
    public Light? Light { get; init; }

    /// <summary>A word that the title contains; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The day whose record is shown; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>By which column they are sorted; else by the due day, or in a cycle by unit.</summary>
    public GridSort Sort { get; init; }

    /// <summary>What <see cref="Unfinished"/> is called.</summary>
    internal static Bilingual NotClosed => ("全部未办结", "all that is not closed");

    /// <summary>True for an item at the stage that is asked for. What was ended without being carried out is not unfinished.</summary>
    internal bool IsAt(DispatchItem item) => Stage is null || (Stage == Unfinished ? item is { Ending: DispatchEnding.None, Stage: not DispatchStage.Closed } : item.Stage.ToString() == Stage);

    internal Period? DueMonth => Period.TryParse(Month, out var period) && period.Kind == PeriodKind.Month ? period : null;

    /// <summary>The filter of an address.</summary>
    internal static ItemFilter Of(IQueryCollection query, DateOnly today) => new()
    {
        Plan = AddressQuery.Text(query["plan"]),
        Unit = AddressQuery.Text(query["unit"]),
        Month = Period.TryParse(query["month"], out var period) && period.Kind == PeriodKind.Month ? period.ToString() : null,
        Stage = query["stage"] == Unfinished ? Unfinished : Enum.TryParse<DispatchStage>(query["stage"], out var stage) && Enum.IsDefined(stage) ? stage.ToString() : null,
        Light = Enum.TryParse<Light>(query["light"], out var light) && Enum.IsDefined(light) ? light : null,
        Text = AddressQuery.Text(query["q"]),
        AsOf = AsOfDay.Of(query["asOf"], today),
        Sort = GridSort.Of(query["sort"], ItemList.Columns.Names),
    };

    /// <summary>The address's query. For all it is one too: an address without any opens with the view that its reader has chosen.</summary>
    internal string Query() => AddressQuery.Of(
        ("plan", Plan), ("unit", Unit), ("month", Month), ("stage", Stage), ("light", Light?.ToString()), ("q", Text), ("asOf", AsOf is { } day ? AsOfDay.Text(day) : null), ("sort", Sort.Text))
        is { Length: > 0 } query ? query : "?stage=";

    /// <summary>What is chosen, in words, each with the filter without it. The day is said by itself.</summary>
    internal IReadOnlyList<(Bilingual Name, ItemFilter Without)> Chosen(Func<string, string> unitName)
    {
        List<(Bilingual, ItemFilter)> chosen = [];
        if (Unit is { } unit)
        {
            chosen.Add((($"单位：{unitName(unit)}", $"Unit: {unitName(unit)}"), this with { Unit = null }));
        }

        if (Month is { } month)
        {
            chosen.Add((($"期限在 {month}", $"due in {month}"), this with { Month = null }));
        }

        if (Stage is { } stage)
        {
            var name = stage == Unfinished ? NotClosed : DispatchWords.Of(Enum.Parse<DispatchStage>(stage));
            chosen.Add((($"环节：{name.Zh}", $"Stage: {name.En}"), this with { Stage = null }));
        }

        if (Light is { } light)
        {
            chosen.Add((($"灯：{ItemWords.Of(light).Zh}", $"Light: {ItemWords.Of(light).En}"), this with { Light = null }));
        }

        if (Text is { } text)
        {
            chosen.Add((($"包含“{text}”", $"contains '{text}'"), this with { Text = null }));
        }

        return chosen;
    }
}
