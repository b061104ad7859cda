using System.Globalization;
using Greenprint.Delivery.Reports;
using Greenprint.Planning;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Greenprint.Ui.Grids;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Delivery.Lists;

/// <summary>Which plan and year the tables of a year show: of now or of a day, of one unit, of one state. It stands in the address.</summary>
public sealed record YearFilter
{
    /// <summary>Id of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Id of a unit; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>Name of the state of the tasks; null for all.</summary>
    public string? State { get; init; }

    /// <summary>Name of where the latest call for the tasks stands; null for all.</summary>
    public string? Phase { get; init; }

    /// <summary>Name of how old the last report on the tasks is; null for all.</summary>
    public string? Recency { get; init; }

    /// <summary>The day whose record is shown; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The filter of an address; null where the reader sees none of the plans. Without a plan it is the first, without a year the running one.</summary>
    internal static YearFilter? Of(IQueryCollection query, IReadOnlyList<PlanSummary> plans, DateOnly today)
    {
        var asked = query["plan"].ToString();
        if (plans.FirstOrDefault(one => asked.Length == 0 || one.Id == asked) is not { } plan)
        {
            return null;
        }

        return new()
        {
            Plan = plan.Id,
            Year = int.TryParse(query["year"], CultureInfo.InvariantCulture, out var year) && year >= plan.Start && year <= plan.End ? year : Math.Clamp(today.Year, plan.Start, plan.End),
            Unit = AddressQuery.Text(query["unit"]),
            State = Named<ProgressState>(query["state"]),
            Phase = Named<CallPhase>(query["phase"]),
            Recency = Named<Recency>(query["recency"]),
            AsOf = AsOfDay.Of(query["asOf"], today),
        };
    }

    /// <summary>The address's query, beginning with a question mark.</summary>
    internal string Query() => AddressQuery.Of(
        ("plan", Plan), ("year", Year.ToString(CultureInfo.InvariantCulture)), ("unit", Unit), ("state", State), ("phase", Phase), ("recency", Recency), ("asOf", AsOf is { } day ? AsOfDay.Text(day) : null));

    /// <summary>What is chosen, in words; plan and day are said by themselves.</summary>
    internal IEnumerable<Bilingual> Words(Func<string, string> unitName)
    {
        yield return ($"{Year} 年", $"year {Year}");
        if (Unit is { } unit)
        {
            yield return ($"单位：{unitName(unit)}", $"Unit: {unitName(unit)}");
        }

        if (State is { } state)
        {
            yield return TaskProgress.Name(Enum.Parse<ProgressState>(state));
        }

        foreach (var (name, _) in Chosen)
        {
            yield return name;
        }
    }

    /// <summary>What was chosen on a ring and has no field in the form, each with the filter without it.</summary>
    internal IEnumerable<(Bilingual Name, YearFilter Without)> Chosen
    {
        get
        {
            if (Phase is { } phase)
            {
                yield return (CallPhases.Name(Enum.Parse<CallPhase>(phase)), this with { Phase = null });
            }

            if (Recency is { } recency)
            {
                var name = CallPhases.Name(Enum.Parse<Recency>(recency));
                yield return (($"最近报告：{name.Zh}", $"Last report: {name.En}"), this with { Recency = null });
            }
        }
    }

    private static string? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value.ToString() : null;
}
