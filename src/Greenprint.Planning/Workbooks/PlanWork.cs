using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>The year tasks of a plan with what the workbook tells them with.</summary>
/// <param name="Context">The tasks, and what surrounds them.</param>
/// <param name="Staff">Who holds a post in which unit today.</param>
/// <param name="Persons">Names of the accountable people.</param>
internal sealed record PlanWork(YearTaskContext Context, ILookup<string, Post> Staff, IReadOnlyDictionary<string, string> Persons)
{
    private readonly Lazy<ILookup<string, string>> places = new(() =>
        Context.Places.Values.Select(place => (place.Name.Zh, place.Code)).Concat(Context.Units.Values.Select(unit => (unit.Name.Zh, Code: unit.Id))).ToLookup(pair => pair.Zh, pair => pair.Code, StringComparer.Ordinal));

    private readonly Lazy<ILookup<string, string>> byTitle = new(() => Context.Tasks.Values.ToLookup(task => task.Content.Title.Zh, task => task.Code, StringComparer.Ordinal));

    /// <summary>Of a plan that has none.</summary>
    public static PlanWork None { get; } = new(
        new(null!, new Dictionary<string, YearTask>(), new Dictionary<string, Organization>(), new Dictionary<string, Region>()),
        Array.Empty<Post>().ToLookup(post => post.Unit, StringComparer.Ordinal), new Dictionary<string, string>());

    /// <summary>The name of a place where it is the only one of that name, else its code.</summary>
    public string PlaceName(string code)
    {
        var name = Context.Places.TryGetValue(code, out var place) ? place.Name.Zh : Context.Units.TryGetValue(code, out var unit) ? unit.Name.Zh : code;
        return FindPlace(name) == code ? name : code;
    }

    /// <summary>A place by its name or code; a region goes before a unit. What is not known stays as it was written, for the rules to refuse.</summary>
    public string FindPlace(string name)
    {
        var found = places.Value[name].ToList();
        return found is [var one] ? one : found.Where(Context.Places.ContainsKey).ToList() is [var region] ? region : name;
    }

    /// <summary>The code of a task that is named by its code or, where it is the only one of that title, by its title.</summary>
    public string FindTask(string name) => !Context.Tasks.ContainsKey(name) && byTitle.Value[name].ToList() is [var one] ? one : name;
}

/// <summary>A row of the sheet of year tasks: as it stands, or with what the file makes of it.</summary>
/// <param name="Code">Its code; empty for a new task.</param>
/// <param name="Content">What it asks for.</param>
/// <param name="IsCancelled">True once it is cancelled.</param>
internal sealed record EditedTask(string Code, YearTaskContent Content, bool IsCancelled)
{
    /// <summary>A year that nobody has given.</summary>
    public const int NoYear = 0;

    /// <summary>A row without anything in it.</summary>
    public static EditedTask Empty { get; } = new("", new(NoYear, new(YearTaskSourceKind.KeyTask, ""), new Bilingual(""), default, ""), IsCancelled: false);

    /// <summary>The reason that stands beside the change.</summary>
    public string? Why { get; init; }

    /// <summary>The accountable person as they are named in the file; null where the file does not touch them.</summary>
    public string? Named { get; init; }

    /// <summary>The row of the file; null for a task that the file leaves as it is.</summary>
    public PlanRowEdit? Row { get; init; }

    public static EditedTask Of(YearTask task) => new(task.Code, task.Content, task.IsCancelled);

    public EditedTask With(Func<YearTaskContent, YearTaskContent> change) => this with { Content = change(Content) };
}
