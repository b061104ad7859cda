using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

internal sealed class RegionDirectory(GreenprintDb db) : IRegions
{
    public async Task<IReadOnlyList<Region>> All(CancellationToken cancellation)
    {
        var rows = await db.Set<RegionRow>().AsNoTracking().ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToRegion()).OrderBy(region => region.Level).ThenBy(region => region.Code, StringComparer.Ordinal)];
    }

    public async Task<Region?> Find(string code, CancellationToken cancellation) =>
        (await db.Set<RegionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, cancellation))?.ToRegion();

    public async Task<IReadOnlySet<string>> WithBelow(string code, CancellationToken cancellation)
    {
        var below = (await All(cancellation)).ToLookup(region => region.Parent, region => region.Code);
        HashSet<string> found = [];
        Queue<string> open = new([code]);
        while (open.TryDequeue(out var next))
        {
            if (found.Add(next))
            {
                foreach (var child in below[next])
                {
                    open.Enqueue(child);
                }
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<Organization>> Organizations(string? region, CancellationToken cancellation)
    {
        var rows = await db.Set<OrganizationRow>().AsNoTracking().Where(row => region == null || row.Region == region).ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToOrganization()).OrderBy(unit => unit.Id, StringComparer.Ordinal)];
    }

    public async Task Add(Change change, IEnumerable<Region> regions, CancellationToken cancellation)
    {
        var known = await change.Db.Set<RegionRow>().Select(row => row.Code).ToHashSetAsync(cancellation);
        known.UnionWith(change.Db.Set<RegionRow>().Local.Select(row => row.Code));   // added earlier in this change
        foreach (var region in regions.OrderBy(region => region.Level).Where(region => known.Add(region.Code)))
        {
            change.Db.Add(RegionRow.Of(region));
            change.Record(region.Code, $"region/{region.Code}", "region.added", region);
        }
    }

    public async Task Add(Change change, IEnumerable<Organization> organizations, CancellationToken cancellation)
    {
        var known = await change.Db.Set<OrganizationRow>().Select(row => new { row.Id, row.Parent }).ToDictionaryAsync(row => row.Id, row => row.Parent, StringComparer.Ordinal, cancellation);
        foreach (var row in change.Db.Set<OrganizationRow>().Local)
        {
            known[row.Id] = row.Parent;   // added earlier in this change
        }

        // All at once, so that a unit may stand before the one above it.
        var added = organizations.Where(unit => known.TryAdd(unit.Id, unit.Parent)).ToList();
        foreach (var unit in added)
        {
            UnitRules.RefuseParent(unit, known);
            change.Db.Add(OrganizationRow.Of(unit));
            change.Record(unit.Region, $"unit/{unit.Id}", "unit.added", unit);
        }
    }
}
