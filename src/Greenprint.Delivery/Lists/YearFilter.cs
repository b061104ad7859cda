using System.Globalization;
using System.Text;
using Greenprint.Delivery.Reports;
using Greenprint.Planning;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
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
            Unit = query["unit"].ToString() is { Length: > 0 } unit ? unit : null,
            State = Enum.TryParse<ProgressState>(query["state"], out var state) && Enum.IsDefined(state) ? state.ToString() : null,
            AsOf = AsOfDay.Of(query["asOf"], today),
        };
    }

    /// <summary>The address's query, beginning with a question mark.</summary>
    internal string Query()
    {
        var query = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"?plan={Uri.EscapeDataString(Plan)}&year={Year}"));
        foreach (var (name, value) in new[] { ("unit", Unit), ("state", State), ("asOf", AsOf is { } day ? AsOfDay.Text(day) : null) })
        {
            if (value is not null)
            {
                query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return query.ToString();
    }

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
    }
}
