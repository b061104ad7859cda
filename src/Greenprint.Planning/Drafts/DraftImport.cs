using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.Planning.Confirming;
using Greenprint.Planning.Packs;
using Greenprint.Planning.Plans;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Drafts;

/// <summary>What a person adds to a document that does not say it: the region's code, and the period.</summary>
/// <param name="Region">Code of the region.</param>
/// <param name="Period">The period.</param>
/// <param name="VersionOf">Id of the plan of which it is another version; null for a plan of its own.</param>
internal sealed record DraftWishes(string? Region = null, PlanPeriod? Period = null, string? VersionOf = null);

/// <summary>Puts what was read of a document into the store as a draft.</summary>
internal sealed partial class DraftImport(PlanPacks packs, IRegions regions, PlanFiles files, VersionImport versions)
{
    /// <param name="change">The change under way.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="wishes">What the person adds.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="mayEdit">Asks whether the person may edit plans of a region; null at the terminal, whose operator may.</param>
    /// <param name="file">Path of the document, to be kept with the plan; null keeps what was read alone.</param>
    public async Task<PlanImport> Import(
        Change change, PlanReading reading, DraftWishes wishes, CancellationToken cancellation, Func<string, Task<bool>>? mayEdit = null, string? file = null)
    {
        var source = reading.Source ?? throw new ArgumentException("A draft comes from a file.", nameof(reading));
        if (wishes.VersionOf is { } versionOf)
        {
            return await versions.Import(change, versionOf, reading, file, mayEdit, cancellation);
        }

        var place = await PlaceOf(reading, wishes, cancellation);
        Finding?[] unclear =
        [
            place is [] ? PlanningFindings.RegionUnclear(source.Name, wishes.Region ?? reading.Region) : null,
            (wishes.Period ?? reading.Period) is null ? PlanningFindings.PeriodUnclear(source.Name) : null,
        ];
        if (unclear.OfType<Finding>().ToList() is { Count: > 0 } findings)
        {
            return new("", PlanImportOutcome.Refused, findings);
        }

        var (region, period) = (place[^1], (wishes.Period ?? reading.Period)!);
        if (mayEdit is not null && !await AnyOf(place, mayEdit))
        {
            return new("", PlanImportOutcome.Refused, [PlanningFindings.NotYours(region.Name)]);
        }

        var same = await change.Db.Set<DocumentRow>().AsNoTracking()
            .Where(document => document.Sha256 == source.Sha256)
            .Join(change.Db.Set<PlanRow>(), document => document.Plan, plan => plan.Id, (document, plan) => new { plan.Id, plan.Region, plan.Status })
            .FirstOrDefaultAsync(plan => plan.Region == region.Code, cancellation);
        if (same is not null)
        {
            // A draft of an earlier program has no items to confirm: the same file gives them.
            return same.Status == PlanStatus.Draft && !await change.Db.Set<FoundRow>().AnyAsync(row => row.Plan == same.Id, cancellation)
                ? await versions.Import(change, same.Id, reading, file, mayEdit, cancellation)
                : new(same.Id, PlanImportOutcome.Unchanged, []);
        }

        var id = await FreeId(change.Db, region.Code, period, cancellation);
        if (await files.Keep(reading, file, cancellation) is not { } kept)
        {
            return new("", PlanImportOutcome.Refused, [PlanningFindings.NotADocument(source.Name, PlanFiles.Changed)]);
        }

        await regions.Add(change, place, cancellation);
        await change.Db.SaveChangesAsync(cancellation);
        var done = await packs.Import(
            change,
            DraftPack.Of(reading, id, region.Code, period, Path.GetFileNameWithoutExtension(source.Name)),
            kept,
            cancellation);
        if (done.Outcome == PlanImportOutcome.Stored)
        {
            change.Db.AddRange(FoundRows.First(id, ReadItems.Of(reading)));
        }

        return done;
    }

    /// <summary>The region and those above it that have to be there; empty when it is not clear which one.</summary>
    private async Task<IReadOnlyList<Region>> PlaceOf(PlanReading reading, DraftWishes wishes, CancellationToken cancellation)
    {
        var here = await regions.All(cancellation);
        if ((wishes.Region ?? reading.Region) is not { Length: > 0 } asked)
        {
            return [];
        }

        if (here.Where(region => region.Code == asked || region.Name.Zh == asked).ToList() is [var one])
        {
            return [one];
        }

        // Two regions of one name are not told apart by it: the code is asked for.
        return here.Any(region => region.Name.Zh == asked) ? []
            : KnownRegions.WithAbove(asked) is { Count: > 0 } known ? known
            : Code().IsMatch(asked) && reading.Region is { Length: > 0 } name ? [new Region(asked, null, new Bilingual(name), LevelOf(asked), IsDemo: false)]
            : [];
    }

    // A right holds below as well, and a region that is only about to be added has no other way to be anybody's.
    private static async Task<bool> AnyOf(IReadOnlyList<Region> place, Func<string, Task<bool>> mayEdit)
    {
        foreach (var region in place)
        {
            if (await mayEdit(region.Code))
            {
                return true;
            }
        }

        return false;
    }

    private static RegionLevel LevelOf(string code) => code switch
    {
        _ when code.EndsWith("0000", StringComparison.Ordinal) => RegionLevel.Province,
        _ when code.EndsWith("00", StringComparison.Ordinal) => RegionLevel.Prefecture,
        _ => RegionLevel.County,
    };

    private static async Task<string> FreeId(DbContext db, string region, PlanPeriod period, CancellationToken cancellation)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{region}-{period.Start}");
        var taken = await db.Set<PlanRow>().Where(plan => plan.Id.StartsWith(stem)).Select(plan => plan.Id).ToHashSetAsync(cancellation);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(number => number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}"))
            .First(id => !taken.Contains(id));
    }

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex Code();
}
