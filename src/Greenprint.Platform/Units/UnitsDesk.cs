using System.Security.Claims;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>What an administrator sees of units and does with them, in the regions that are theirs.</summary>
internal sealed class UnitsDesk(GreenprintDb db, IChanges changes, IRegions regions, IUnits units, RightsReader rights, IHistory history)
{
    /// <summary>Regions in which the administrator enters units, upper before lower.</summary>
    public async Task<IReadOnlyList<Region>> RegionsOf(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var mine = await rights.RegionsWith(user, Rights.Administer, cancellation);
        return [.. (await regions.All(cancellation)).Where(region => mine.Contains(region.Code))];
    }

    /// <summary>The units of those regions as on a day, each with who works there.</summary>
    public async Task<IReadOnlyList<UnitLine>> List(ClaimsPrincipal user, DateOnly day, CancellationToken cancellation)
    {
        var mine = await rights.RegionsWith(user, Rights.Administer, cancellation);
        var nodes = new UnitTree((await units.Tree(region: null, day, cancellation)).InOrder.Select(node => node.Unit).Where(unit => mine.Contains(unit.Region))).InOrder;
        var people = await units.PeopleOf([.. nodes.Select(node => node.Unit.Id)], day, cancellation);
        return [.. nodes.Select(node => new UnitLine(node.Unit, node.Depth, [.. people[node.Unit.Id]]))];
    }

    /// <summary>Units that were closed by a day.</summary>
    public async Task<IReadOnlyList<Organization>> Closed(ClaimsPrincipal user, DateOnly day, CancellationToken cancellation)
    {
        var mine = await rights.RegionsWith(user, Rights.Administer, cancellation);
        return [.. (await regions.Organizations(region: null, cancellation)).Where(unit => unit.Closed < day && mine.Contains(unit.Region)).OrderByDescending(unit => unit.Closed)];
    }

    /// <summary>One unit with all that was and is known of it; null where there is none, or it is not this administrator's.</summary>
    public async Task<UnitView?> Find(ClaimsPrincipal user, string id, CancellationToken cancellation)
    {
        if (await units.Find(id, cancellation) is not { } unit || !await rights.May(user, Rights.Administer, unit.Region, cancellation))
        {
            return null;
        }

        var posts = await db.Set<PostRow>().AsNoTracking().Where(post => post.Unit == id)
            .Join(db.Set<Person>(), post => post.PersonId, person => person.Id, (post, person) => new { post, person.DisplayName }).ToListAsync(cancellation);
        var forms = await db.Set<UnitFormRow>().AsNoTracking().Where(form => form.Unit == id).OrderByDescending(form => form.Until).ToListAsync(cancellation);
        var below = await db.Set<OrganizationRow>().AsNoTracking().Where(row => row.Parent == id).OrderBy(row => row.Id).ToListAsync(cancellation);
        return new(
            unit,
            unit.Parent is { } parent ? await units.Find(parent, cancellation) : null,
            [.. below.Select(row => row.ToOrganization())],
            [.. posts.Select(found => found.post.ToPost(found.DisplayName)).OrderBy(post => post.Until is not null).ThenBy(post => post.IsDeputy).ThenByDescending(post => post.From)],
            [.. forms.Select(form => new PastForm(form.Until, new Bilingual(form.NameZh, form.NameEn), form.Parent, form.Kind))],
            await history.Of($"unit/{id}", cancellation));
    }

    /// <summary>Adds a unit; without an id it gets the next number of its region.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RefusedException">The region is not this administrator's, the id is taken, or the unit above does not fit.</exception>
    public async Task<string> Add(ClaimsPrincipal user, Organization unit, CancellationToken cancellation)
    {
        return await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                rights.Forget();
                await Require(user, unit.Region, cancellation);
                var taken = await change.Db.Set<OrganizationRow>().Select(row => row.Id).ToHashSetAsync(StringComparer.Ordinal, cancellation);
                var id = unit.Id.Length > 0 ? unit.Id : Enumerable.Range(1, taken.Count + 1).Select(number => FormattableString.Invariant($"{unit.Region}/{number}")).First(free => !taken.Contains(free));
                if (taken.Contains(id))
                {
                    throw new RefusedException(PlatformFindings.UnitTaken(id));
                }

                await regions.Add(change, [unit with { Id = id }], cancellation);
                return id;
            },
            cancellation);
    }

    /// <param name="user">The administrator.</param>
    /// <param name="unit">Id of the unit.</param>
    /// <param name="seen">What the administrator saw, by <see cref="ReformForm.SeenOf"/>.</param>
    /// <param name="form">What it becomes.</param>
    /// <param name="why">The reason.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <exception cref="RefusedException">As <see cref="IUnits.Reform"/>, somebody changed the unit meanwhile, or it or the new unit above is not this administrator's.</exception>
    public Task Reform(ClaimsPrincipal user, string unit, string? seen, UnitForm form, string why, CancellationToken cancellation) => Do(
        user,
        unit,
        async change =>
        {
            var now = await units.Find(unit, cancellation) ?? throw new RefusedException(PlatformFindings.NoSuchUnit(unit));
            if (seen != ReformForm.SeenOf(now))
            {
                throw new RefusedException(PlatformFindings.UnitChanged(now.Name));
            }

            // The unit above may lie outside these regions and stay; a new one is chosen inside them.
            if (form.Parent is { } parent && parent != now.Parent)
            {
                await Require(user, (await units.Find(parent, cancellation) ?? throw new RefusedException(PlatformFindings.NoSuchUnit(parent))).Region, cancellation);
            }

            await units.Reform(change, unit, form, why, cancellation);
        },
        cancellation);

    /// <exception cref="RefusedException">As <see cref="IUnits.Close"/>, or the unit is not this administrator's.</exception>
    public Task Close(ClaimsPrincipal user, string unit, DateOnly last, string why, CancellationToken cancellation) =>
        Do(user, unit, change => units.Close(change, unit, last, why, cancellation), cancellation);

    /// <exception cref="RefusedException">As <see cref="IUnits.Appoint"/>, or the unit is not this administrator's.</exception>
    public Task Appoint(ClaimsPrincipal user, NewPost post, string? why, CancellationToken cancellation) =>
        Do(user, post.Unit, change => units.Appoint(change, post, why, cancellation), cancellation);

    /// <exception cref="RefusedException">As <see cref="IUnits.EndPost"/>, or the unit is not this administrator's.</exception>
    public async Task EndPost(ClaimsPrincipal user, Guid post, DateOnly until, string? why, CancellationToken cancellation)
    {
        var unit = await db.Set<PostRow>().Where(row => row.Id == post).Select(row => row.Unit).SingleOrDefaultAsync(cancellation)
            ?? throw new RefusedException(PlatformFindings.NoSuchPost());
        await Do(user, unit, change => units.EndPost(change, post, until, why, cancellation), cancellation);
    }

    private async Task Do(ClaimsPrincipal user, string unit, Func<Change, Task> act, CancellationToken cancellation)
    {
        await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                rights.Forget();
                var found = await units.Find(unit, cancellation) ?? throw new RefusedException(PlatformFindings.NoSuchUnit(unit));
                await Require(user, found.Region, cancellation);
                await act(change);
                return 0;
            },
            cancellation);
    }

    private async Task Require(ClaimsPrincipal user, string region, CancellationToken cancellation)
    {
        if (!(await rights.RegionsWith(user, Rights.Administer, cancellation)).Contains(region))
        {
            throw new RefusedException(PlatformFindings.NotYourRegion());
        }
    }
}

/// <summary>A unit on the list.</summary>
internal sealed record UnitLine(Organization Unit, int Depth, IReadOnlyList<Post> People);

/// <summary>A unit on the list of an earlier day beside the same unit now; one of the two may be missing.</summary>
/// <param name="Then">Of the day; null for one that was opened since.</param>
/// <param name="Now">As it is now; null for one that was closed since.</param>
internal sealed record UnitPair(UnitLine? Then, UnitLine? Now)
{
    /// <summary>The one that there is, the earlier first.</summary>
    public UnitLine Any => Then ?? Now!;

    /// <summary>True where it has another name, another place or another kind now.</summary>
    public bool IsChanged => Then?.Unit is { } was && Now?.Unit is { } now && (was.Name != now.Name || was.Parent != now.Parent || was.Kind != now.Kind);

    /// <summary>The units of a day in their order, and after them those opened since.</summary>
    public static IReadOnlyList<UnitPair> Since(IReadOnlyList<UnitLine> then, IReadOnlyList<UnitLine> now)
    {
        var after = now.ToDictionary(line => line.Unit.Id, StringComparer.Ordinal);
        var before = then.Select(line => line.Unit.Id).ToHashSet(StringComparer.Ordinal);
        return [.. then.Select(line => new UnitPair(line, after.GetValueOrDefault(line.Unit.Id))), .. now.Where(line => !before.Contains(line.Unit.Id)).Select(line => new UnitPair(null, line))];
    }
}

/// <summary>A unit with all that is known of it.</summary>
internal sealed record UnitView(
    Organization Unit, Organization? Above, IReadOnlyList<Organization> Below, IReadOnlyList<Post> Posts, IReadOnlyList<PastForm> Forms, IReadOnlyList<HistoryEntry> History);

/// <summary>What a unit was until a day.</summary>
internal sealed record PastForm(DateOnly Until, Bilingual Name, string? Parent, OrgLevel Kind);
