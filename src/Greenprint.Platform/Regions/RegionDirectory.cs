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
        var known = await change.Db.Set<OrganizationRow>().Select(row => row.Id).ToHashSetAsync(cancellation);
        known.UnionWith(change.Db.Set<OrganizationRow>().Local.Select(row => row.Id));
        foreach (var unit in organizations.Where(unit => known.Add(unit.Id)))
        {
            change.Db.Add(OrganizationRow.Of(unit));
            change.Record(unit.Region, $"unit/{unit.Id}", "unit.added", unit);
        }
    }
}
