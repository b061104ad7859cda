using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>A person in a unit (任职).</summary>
/// <param name="Id">Id of the post.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Title">What the post is called, for example 局长 or 联络员.</param>
/// <param name="IsDeputy">True for who stands in: answers when the first one is away.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null while it is held.</param>
public sealed record Post(Guid Id, string Person, string Name, string Unit, Bilingual Title, bool IsDeputy, DateOnly From, DateOnly? Until)
{
    /// <summary>True when it is held on <paramref name="day"/>; first and last day count.</summary>
    public bool IsHeldOn(DateOnly day) => From <= day && !(day > Until);
}

/// <summary>What a unit becomes: new name, place or kind.</summary>
/// <param name="Name">Name.</param>
/// <param name="Parent">Id of the unit above, or null.</param>
/// <param name="Kind">What it is.</param>
/// <param name="From">First day of the new form; null mends a mistake: it was never otherwise.</param>
public sealed record UnitForm(Bilingual Name, string? Parent, OrgLevel Kind, DateOnly? From);

/// <summary>The units as a tree, on any day, and who works in them.</summary>
/// <remarks>Units are named by their id for ever: a new name, another place or an end changes no reference.</remarks>
public interface IUnits
{
    /// <summary>The units that exist on <paramref name="day"/> in a region and all below it, or everywhere, named and placed as on that day. Three queries.</summary>
    Task<UnitTree> Tree(string? region, DateOnly day, CancellationToken cancellation);

    /// <summary>One unit as it is now, closed or not; null when there is none.</summary>
    Task<Organization?> Find(string id, CancellationToken cancellation);

    /// <summary>Posts held in a unit on <paramref name="day"/>: who leads first, who stands in after.</summary>
    Task<IReadOnlyList<Post>> PeopleOf(string unit, DateOnly day, CancellationToken cancellation);

    /// <summary>The same for many units in one query.</summary>
    Task<ILookup<string, Post>> PeopleOf(IReadOnlyCollection<string> units, DateOnly day, CancellationToken cancellation);

    /// <summary>All posts of a person, past ones too, newest first.</summary>
    Task<IReadOnlyList<Post>> PostsOf(string person, CancellationToken cancellation);

    /// <summary>Gives a person a post.</summary>
    /// <returns>Id of the post.</returns>
    /// <exception cref="RefusedException">No such person or unit, the unit does not exist in that time, or the person holds that post already.</exception>
    Task<Guid> Appoint(Change change, NewPost post, string? why, CancellationToken cancellation);

    /// <summary>Ends a post, or lets it end earlier than was said; <paramref name="until"/> is its last day.</summary>
    /// <exception cref="RefusedException">No such post, it is over already, the day lies before its first, or not before the end that was said.</exception>
    Task EndPost(Change change, Guid post, DateOnly until, string? why, CancellationToken cancellation);

    /// <summary>Renames a unit, moves it or calls it another kind; what it was stays for every day before.</summary>
    /// <exception cref="RefusedException">No such unit, it would stand above itself on some day since, or the day lies before an earlier change or after today.</exception>
    Task Reform(Change change, string unit, UnitForm form, string why, CancellationToken cancellation);

    /// <summary>Closes a unit; <paramref name="last"/> is its last day.</summary>
    /// <exception cref="RefusedException">Something still hangs on it after that day; the message says what, and what to do.</exception>
    Task Close(Change change, string unit, DateOnly last, string why, CancellationToken cancellation);
}

/// <summary>A post to be given.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Title">What it is called.</param>
/// <param name="IsDeputy">True for who stands in.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null.</param>
public sealed record NewPost(string Person, string Unit, Bilingual Title, bool IsDeputy, DateOnly From, DateOnly? Until = null);

/// <summary>A port: what of a module still hangs on a unit. Asked before the unit is closed; every module may implement it.</summary>
public interface IUnitUse
{
    /// <summary>What would be left without a unit after its last day, each as a line for people, for example 未办结的调度事项 3 项.</summary>
    Task<IReadOnlyList<Bilingual>> HangsOn(string unit, DateOnly last, CancellationToken cancellation);
}
