using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.YearTasks;

/// <summary>A plan with its year tasks, and the names that they are told with.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Tasks">Its tasks: of one year or of all, as of now or of a day.</param>
/// <param name="Units">Units of the plan's region and below.</param>
/// <param name="Places">Regions below the plan's.</param>
public sealed record YearTaskSheet(PlanView Plan, IReadOnlyList<YearTask> Tasks, IReadOnlyList<Organization> Units, IReadOnlyList<Region> Places)
{
    /// <summary>Who holds a post in which unit today.</summary>
    public required ILookup<string, Post> Staff { get; init; }

    /// <summary>Names of the accountable people.</summary>
    public required IReadOnlyDictionary<string, string> Persons { get; init; }

    private readonly Dictionary<string, Bilingual> names = Places.Select(place => (Key: place.Code, place.Name)).Concat(Units.Select(unit => (Key: unit.Id, unit.Name)))
        .ToDictionary(pair => pair.Key, pair => pair.Name, StringComparer.Ordinal);

    // Asked for every task of a list.
    private readonly ILookup<string, YearTask> rows = Tasks.Where(task => task.Content.Parent is not null).ToLookup(task => task.Content.Parent!, StringComparer.Ordinal);

    /// <summary>True for a reader who may see the work and change nothing.</summary>
    public bool ForReading { get; init; }

    /// <summary>True while tasks may be set and changed.</summary>
    public bool CanEdit => !ForReading && Plan.Summary.Status == PlanStatus.InForce;

    /// <summary>True for the code of a task that is not among these, or is cancelled.</summary>
    public bool IsAbsent(string code) => Tasks.FirstOrDefault(task => task.Code == code) is null or { IsCancelled: true };

    /// <summary>Name of a unit.</summary>
    public Bilingual UnitName(string id) => names.TryGetValue(id, out var name) ? name : new(id);

    /// <summary>Name of a person.</summary>
    public string PersonName(string id) => Persons.GetValueOrDefault(id) ?? id;

    /// <summary>Name of a place: a region or a unit.</summary>
    public Bilingual PlaceName(string code) => UnitName(code);

    /// <summary>The key task to which a source belongs; null for a measure that stands under none.</summary>
    public KeyTaskView? KeyTaskOf(YearTaskSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var code = source.Kind == YearTaskSourceKind.KeyTask ? source.Code : Plan.Measures.FirstOrDefault(measure => measure.Code == source.Code)?.KeyTask;
        return Plan.KeyTasks.FirstOrDefault(task => task.Code == code);
    }

    /// <summary>The wording of a source.</summary>
    public Bilingual SourceText(YearTaskSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (source.Kind == YearTaskSourceKind.Measure
            ? Plan.Measures.FirstOrDefault(measure => measure.Code == source.Code)?.Text
            : Plan.KeyTasks.FirstOrDefault(task => task.Code == source.Code)?.Title) ?? new(source.Code);
    }

    /// <summary>The tasks with their rows by place below the whole, wherever their codes put them.</summary>
    public IReadOnlyList<YearTask> InOrder()
    {
        var parts = Tasks.ToLookup(task => task.Content.Parent, StringComparer.Ordinal);
        var codes = Tasks.Select(task => task.Code).ToHashSet(StringComparer.Ordinal);
        // A row whose whole is not among them still stands.
        return [.. Tasks.Where(task => task.Content.Parent is not { } parent || !codes.Contains(parent)).SelectMany(task => parts[task.Code].Prepend(task))];
    }

    /// <summary>The places among which a task is split: the regions one below the plan's, so that none lies within another.</summary>
    public IReadOnlyList<Region> Parts { get; } = [.. Places.Where(place => place.Parent == Plan.Summary.Region)];

    /// <summary>The government that leads in a place on a day; null where none is registered.</summary>
    public Organization? GovernmentOf(string place, DateOnly day) =>
        Units.FirstOrDefault(unit => unit.Region == place && unit.Kind is (OrgLevel.Government or OrgLevel.Town) && unit.ExistsOn(day));

    /// <summary>The rows by place of a task, in the order of their codes.</summary>
    public IReadOnlyList<YearTask> RowsOf(YearTask whole) => [.. rows[whole.Code]];

    /// <summary>What a field of a revision says, with names for ids.</summary>
    public string? Say(string field, string? value) => value is null ? null : field switch
    {
        "lead" or "place" => UnitName(value).Here,
        "accountable" => PersonName(value),
        "support" => string.Join(Bilingual.EnglishHere ? "; " : "、", value.Split('、').Select(unit => UnitName(unit).Here)),
        "evidence" => TaskWords.Of((EvidenceClass)(value[0] - '0')).Here,
        "source" => value.Split('/') is [var kind, var code] ? SourceText(new(kind == "measure" ? YearTaskSourceKind.Measure : YearTaskSourceKind.KeyTask, code)).Here : value,
        "cancelled" => (value == YearTaskChange.Cancelled ? ((Bilingual)("已取消", "cancelled")) : ("执行中", "in force")).Here,
        _ => value,
    };
}

/// <summary>Reads what the pages of year tasks show: a fixed number of queries, however many tasks there are.</summary>
internal sealed class YearTaskDesk(IYearTasks tasks, IPlans plans, IRegions regions, IUnits units, IPeople people, IChinaClock clock)
{
    /// <summary>The list that an address asks for; null where there is no such plan. The page and its files read this and nothing else.</summary>
    public async Task<TaskList?> List(string plan, IQueryCollection query, CancellationToken cancellation)
    {
        if (await FilterOf(plan, query, cancellation) is not { } filter)
        {
            return null;
        }

        var sheet = (await Find(plan, filter.Year, filter.AsOf, cancellation))!;
        return new(sheet, filter.AsOf is null ? null : await Find(plan, filter.Year, null, cancellation), filter);
    }

    /// <summary>The filter of an address; null where there is no such plan.</summary>
    public async Task<TaskFilter?> FilterOf(string plan, IQueryCollection query, CancellationToken cancellation) =>
        (await plans.All(cancellation)).FirstOrDefault(one => one.Id == plan) is { } summary ? TaskFilter.Of(query, summary, clock.Today) : null;

    /// <summary>The tasks of a plan, of one year or of all, as of a day or now; null where there is no such plan.</summary>
    public async Task<YearTaskSheet?> Find(string plan, int? year, DateOnly? asOf, CancellationToken cancellation)
    {
        if (await (asOf is { } then ? plans.FindAsOf(plan, then, cancellation) : plans.Find(plan, cancellation)) is not { } view)
        {
            return null;
        }

        var found = asOf is { } day ? await tasks.OfAsOf(plan, year, day, cancellation) : await tasks.Of(plan, year, cancellation);
        var below = await regions.WithBelow(view.Summary.Region, cancellation);
        List<Organization> known = [.. (await regions.Organizations(null, cancellation)).Where(unit => below.Contains(unit.Region))];
        var staff = await units.PeopleOf([.. known.Select(unit => unit.Id)], clock.Today, cancellation);
        return new(view, found, known, [.. (await regions.All(cancellation)).Where(region => region.Code != view.Summary.Region && below.Contains(region.Code))])
        {
            Staff = staff,
            Persons = await people.Names([.. found.Select(task => task.Content.Accountable).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation),
        };
    }
}
