using System.Security.Cryptography;
using Greenprint.Planning.Aligning;
using Greenprint.Planning.Confirming;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Packs;

internal sealed class PlanPacks(IRegions regions) : IPlanPacks
{
    public Task<PlanImport> Import(Change change, PlanPack pack, CancellationToken cancellation)
    {
        var text = PlanPackJson.Content(pack);
        return Import(change, pack, new PackSource($"{pack.Id}.json", "pack", "utf-8", text.Length, Convert.ToHexStringLower(SHA256.HashData(text)), "[]"), cancellation);
    }

    /// <summary>The same for a plan that was read from a document: <paramref name="source"/> is then that file.</summary>
    internal async Task<PlanImport> Import(Change change, PlanPack pack, PackSource source, CancellationToken cancellation)
    {
        var db = change.Db;
        IReadOnlyList<Finding> faults = [.. PackRules.Check(pack), .. await MissingPlaces(pack, cancellation)];
        if (faults is not [])
        {
            return new(pack.Id, PlanImportOutcome.Refused, faults);
        }

        var remarks = PackRules.Remarks(pack).ToList();
        var known = await db.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == pack.Id, cancellation);
        var newest = await db.Set<DocumentRow>().AsNoTracking().Where(document => document.Plan == pack.Id).OrderByDescending(document => document.Number).FirstOrDefaultAsync(cancellation);
        if (newest?.Sha256 == source.Sha256)
        {
            return new(pack.Id, PlanImportOutcome.Unchanged, remarks);
        }

        if (known is { Status: not PlanStatus.Draft })
        {
            return new(pack.Id, PlanImportOutcome.Refused, [PlanningFindings.OtherContent(pack.Id)]);
        }

        if (known is not null && await db.Set<DecisionRow>().AnyAsync(row => row.Plan == pack.Id, cancellation))
        {
            return new(pack.Id, PlanImportOutcome.Refused, [PlanningFindings.NotNow(pack.Id, ("草稿已有核对结果，请先丢弃草稿。", "Items of this draft are decided already; discard it first."))]);
        }

        // Answers to an alignment are people's words: they go over to the new content, and are marked where their finding changed.
        var answers = known is null ? [] : await db.Set<AnswerRow>().AsNoTracking().Where(row => row.Plan == pack.Id).ToListAsync(cancellation);
        if (known is not null)
        {
            // A draft is nobody's word yet; what stood in it is named by the digest on the record.
            await db.Set<PlanRow>().Where(plan => plan.Id == pack.Id).ExecuteDeleteAsync(cancellation);
        }

        await regions.Add(change, pack.Regions, cancellation);
        await regions.Add(change, pack.Units, cancellation);
        PackRows.Add(db, pack, change.At, change.Actor.Name);
        db.Add(source.ToRow(pack.Id, (newest?.Number ?? 0) + 1, change.At, change.Actor.Name));
        db.AddRange(answers);

        // At once, so that a second pack in the same change finds the regions and units of this one.
        await db.SaveChangesAsync(cancellation);
        change.Record(
            pack.Region,
            $"plan/{pack.Id}",
            pack.Status == PlanStatus.Draft ? "plan.drafted" : "plan.imported",
            new { pack.Title, pack.Start, pack.End, Status = pack.Status.ToString(), source.Name, source.Sha256, Replaces = newest?.Sha256, Indicators = pack.Indicators.Count });
        return new(pack.Id, known is null ? PlanImportOutcome.Stored : PlanImportOutcome.Replaced, remarks);
    }

    public async Task Close(Change change, string plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        var seen = await change.Db.Set<PlanRow>().AsNoTracking().Where(row => row.Id == plan).Select(row => row.Version).SingleOrDefaultAsync(cancellation);
        if (await new PlanLife().Close(change, plan, seen, cancellation) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    public PlanPack? FindShipped(string id) => ShippedPacks.Find(id);

    private async Task<IEnumerable<Finding>> MissingPlaces(PlanPack pack, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        var places = (await regions.All(cancellation)).Concat(pack.Regions).Select(region => region.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in pack.Regions.Select(region => region.Parent).OfType<string>().Concat(pack.Units.Select(unit => unit.Region)).Append(pack.Region).Distinct())
        {
            if (!places.Contains(code))
            {
                findings.Add(PlanningFindings.NoSuchRegion(code));
            }
        }

        var named = pack.Indicators.SelectMany(indicator => indicator.Support.Append(indicator.Lead).Select(unit => (Place: $"{pack.Id}/{indicator.Code}", Unit: unit)))
            .Concat(pack.KeyTasks.SelectMany(task => task.Support.Append(task.Lead).Select(unit => (Place: $"{pack.Id}/{task.Code}", Unit: unit))))
            .Concat(pack.Projects.SelectMany(project => project.Lead.Concat(project.Support).Select(unit => (Place: $"{pack.Id}/{project.Code}", unit.Unit))))
            .Concat(pack.Measures.SelectMany(measure => measure.Lead.Concat(measure.Support).Select(unit => (Place: $"{pack.Id}/{measure.Code}", unit.Unit))))
            .Concat(pack.Units.Select(unit => (Place: $"{pack.Id}/{unit.Id}", Unit: unit.Parent)))
            .Where(duty => duty.Unit is not null)
            .ToList();
        if (named is not [])
        {
            var units = (await regions.Organizations(null, cancellation)).Concat(pack.Units).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
            findings.AddRange(named.Where(duty => !units.Contains(duty.Unit!)).Select(duty => PlanningFindings.NoSuchUnit(duty.Place, duty.Unit!)));
        }

        return findings;
    }
}

/// <summary>The file that a plan came from.</summary>
internal sealed record PackSource(string Name, string Format, string? Encoding, long Bytes, string Sha256, string Warnings)
{
    /// <summary>True where the file is kept.</summary>
    public bool HasFile { get; init; }

    /// <summary>Digest of the kept reading.</summary>
    public string? Reading { get; init; }

    public int? Pages { get; init; }

    public DocumentRow ToRow(string plan, int number, DateTimeOffset at, string by, bool forComparison = false) => new()
    {
        Plan = plan,
        Number = number,
        Name = Name,
        Format = Format,
        Encoding = Encoding,
        Bytes = Bytes,
        Sha256 = Sha256,
        Warnings = Warnings,
        HasFile = HasFile,
        Reading = Reading,
        Pages = Pages,
        ForComparison = forComparison,
        RecordedAt = at,
        RecordedBy = by,
    };
}
