using System.Security.Claims;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Keeps filters under names, renames and removes them, and says with which one a list opens.</summary>
internal sealed class ViewDesk(GreenprintDb db, IRights rights, IUnits units, IChanges changes, IChinaClock clock) : ISavedViews
{
    public async Task<IReadOnlyList<SavedView>> Of(ClaimsPrincipal user, string page, string scope, CancellationToken cancellation)
    {
        if (rights.ActorOf(user)?.Id is not { } person)
        {
            return [];
        }

        var mine = await UnitsOf(person, cancellation);
        var rows = await Seen(person, mine).Where(view => view.Page == page && view.Scope == scope).ToListAsync(cancellation);
        var usual = await db.Set<DefaultViewRow>().AsNoTracking().Where(view => view.Person == person && view.Page == page && view.Scope == scope).Select(view => view.View).SingleOrDefaultAsync(cancellation);
        return
        [
            .. rows.Select(view => new SavedView(view.Id, view.Name, view.Query, view.Unit, view.Id == usual, view.Owner == person || mine.Contains(view.Unit ?? "")))
                .OrderBy(view => view.Unit is not null).ThenBy(view => view.Name, StringComparer.Ordinal).ThenBy(view => view.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<string?> DefaultOf(ClaimsPrincipal user, string page, string scope, CancellationToken cancellation) =>
        (await Of(user, page, scope, cancellation)).FirstOrDefault(view => view.IsDefault)?.Query;

    /// <summary>The units in which the user holds a post today: with which they may share.</summary>
    public async Task<IReadOnlySet<string>> UnitsOf(ClaimsPrincipal user, CancellationToken cancellation) =>
        rights.ActorOf(user)?.Id is { } person ? await UnitsOf(person, cancellation) : new HashSet<string>();

    /// <summary>Keeps a filter under a name. The same name again, among one's own or of the same unit, gives that view the new filter.</summary>
    public Task<Finding?> Save(ClaimsPrincipal user, ViewRow view, CancellationToken cancellation) => Do(
        user,
        async (change, person) =>
        {
            var mine = await UnitsOf(person, cancellation);
            if (!await rights.May(user, Rights.SeeWork, view.Region, cancellation) && (await rights.UnitsOf(user, Rights.SeeWork, view.Region, clock.Today, cancellation)).Count == 0)
            {
                return PlatformFindings.NotYourView();
            }

            if (view.Unit is { } unit && !mine.Contains(unit))
            {
                return PlatformFindings.NotYourView();
            }

            if (Fault(view.Name, view.Query) is { } fault)
            {
                return fault;
            }

            var same = (await Seen(person, mine).AsTracking().Where(one => one.Page == view.Page && one.Scope == view.Scope && one.Unit == view.Unit).ToListAsync(cancellation))
                .Find(one => one.Name == view.Name);
            var before = same?.Query;
            if (same is null)
            {
                change.Db.Add(view);
            }
            else
            {
                same.Query = view.Query;
            }

            change.Record(view.Region, $"view/{(same ?? view).Id}", "view.saved", new { view.Name, view.Page, view.Scope, view.Unit, view.Query, Before = before });
            return null;
        },
        cancellation);

    /// <summary>Gives a view another name.</summary>
    public Task<Finding?> Rename(ClaimsPrincipal user, string id, string name, CancellationToken cancellation) => WithView(
        user,
        id,
        (change, view) =>
        {
            if (Fault(name, view.Query) is { } fault)
            {
                return fault;
            }

            var before = view.Name;
            view.Name = name;
            change.Record(view.Region, $"view/{id}", "view.renamed", new { Name = name, Before = before });
            return null;
        },
        cancellation);

    /// <summary>Takes a view out.</summary>
    public Task<Finding?> Remove(ClaimsPrincipal user, string id, CancellationToken cancellation) => WithView(
        user,
        id,
        (change, view) =>
        {
            view.RemovedAt = change.At;
            change.Record(view.Region, $"view/{id}", "view.removed", new { view.Name, view.Query });
            return null;
        },
        cancellation);

    /// <summary>Opens the list of a view with it from now on, for the user alone; or with none.</summary>
    public Task<Finding?> OpenWith(ClaimsPrincipal user, string id, bool open, CancellationToken cancellation) => Do(
        user,
        async (change, person) =>
        {
            if (await Seen(person, await UnitsOf(person, cancellation)).SingleOrDefaultAsync(view => view.Id == id, cancellation) is not { } view)
            {
                return PlatformFindings.NoSuchView();
            }

            var row = await change.Db.Set<DefaultViewRow>().AsTracking().SingleOrDefaultAsync(one => one.Person == person && one.Page == view.Page && one.Scope == view.Scope, cancellation);
            if (row is null)
            {
                change.Db.Add(row = new() { Person = person, Page = view.Page, Scope = view.Scope });
            }

            row.View = open ? id : null;
            change.Record(view.Region, $"view/{id}", open ? "view.default" : "view.default-ended", new { view.Name, view.Page, view.Scope });
            return null;
        },
        cancellation);

    private Task<Finding?> WithView(ClaimsPrincipal user, string id, Func<Change, ViewRow, Finding?> act, CancellationToken cancellation) => Do(
        user,
        async (change, person) =>
        {
            var mine = await UnitsOf(person, cancellation);
            var view = await change.Db.Set<ViewRow>().AsTracking().SingleOrDefaultAsync(one => one.Id == id && one.RemovedAt == null, cancellation);
            return view is null ? PlatformFindings.NoSuchView()
                : view.Owner != person && !mine.Contains(view.Unit ?? "") ? PlatformFindings.NotYourView()
                : act(change, view);
        },
        cancellation);

    private Task<Finding?> Do(ClaimsPrincipal user, Func<Change, string, Task<Finding?>> act, CancellationToken cancellation)
    {
        var actor = rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for people who work.");
        return changes.Apply(actor, change => act(change, actor.Id), cancellation);
    }

    private IQueryable<ViewRow> Seen(string person, IReadOnlySet<string> mine)
    {
        var shared = mine.ToList();
        return db.Set<ViewRow>().AsNoTracking().Where(view => view.RemovedAt == null && ((view.Unit == null && view.Owner == person) || (view.Unit != null && shared.Contains(view.Unit))));
    }

    private async Task<IReadOnlySet<string>> UnitsOf(string person, CancellationToken cancellation) =>
        (await units.PostsOf(person, cancellation)).Where(post => post.IsHeldOn(clock.Today)).Select(post => post.Unit).ToHashSet(StringComparer.Ordinal);

    private static Finding? Fault(string name, string query) =>
        name.Length is 0 or > ViewRow.LongestName || query.Length > ViewRow.LongestQuery || query is not ['?', _, ..] ? PlatformFindings.BadView() : null;
}
