using System.Globalization;
using Greenprint.Planning.Aligning;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Library;

/// <summary>A plan of the library in one line.</summary>
internal sealed record ReferencePlan(string Id, string Title, string Region, int Start, int End, string FileName, int Indicators, DateTimeOffset RecordedAt, string RecordedBy);

/// <summary>A plan of the library whole, as it was read of its file.</summary>
internal sealed record ReferencePlanText(ReferencePlan Plan, PlanReading Reading);

/// <summary>What was done with a file for the library.</summary>
internal sealed record LibraryAddition(string Id, bool IsNew, Finding? Refusal);

/// <summary>What a person adds to a document that does not say it.</summary>
internal sealed record LibraryWishes(string? Region = null, PlanPeriod? Period = null);

/// <summary>The library (参考规划库): plans of other places. What was read of them is taken as read, and says so.</summary>
internal sealed class LibraryShelf(GreenprintDb db)
{
    /// <summary>All plans, newest period first.</summary>
    public async Task<IReadOnlyList<ReferencePlan>> All(CancellationToken cancellation)
    {
        // Named column by column: the readings are large and stay where they are.
        var plans = await db.Set<ReferencePlanRow>().AsNoTracking()
            .Select(row => new ReferencePlan(row.Id, row.Title, row.Region, row.Start, row.End, row.FileName, row.IndicatorCount, row.RecordedAt, row.RecordedBy))
            .ToListAsync(cancellation);
        return [.. plans.OrderByDescending(plan => plan.Start).ThenBy(plan => plan.Region, StringComparer.Ordinal).ThenBy(plan => plan.Id, StringComparer.Ordinal)];
    }

    /// <summary>One plan whole, or null.</summary>
    public async Task<ReferencePlanText?> Find(string id, CancellationToken cancellation) =>
        await db.Set<ReferencePlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? new(new(row.Id, row.Title, row.Region, row.Start, row.End, row.FileName, row.IndicatorCount, row.RecordedAt, row.RecordedBy), PlanReadingJson.Read(row.Reading))
            : null;

    /// <summary>The indicators of every plan, without the texts.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<IndicatorItem>>> Indicators(CancellationToken cancellation)
    {
        var rows = await db.Set<ReferencePlanRow>().AsNoTracking().Select(row => new { row.Id, row.Indicators }).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Id, row => PlanReadingJson.Read(row.Indicators).Indicators, StringComparer.Ordinal);
    }

    /// <summary>Keeps what was read of a file. The same file again changes nothing.</summary>
    public static async Task<LibraryAddition> Add(Change change, PlanReading reading, LibraryWishes wishes, CancellationToken cancellation)
    {
        var source = reading.Source ?? throw new ArgumentException("A plan of the library comes from a file.", nameof(reading));
        if (await change.Db.Set<ReferencePlanRow>().AsNoTracking().Where(row => row.Sha256 == source.Sha256).Select(row => row.Id).SingleOrDefaultAsync(cancellation) is { } known)
        {
            return new(known, IsNew: false, null);
        }

        var region = Filled(wishes.Region) ?? Filled(reading.Region);
        if (region is null || region.Length > Plans.Lengths.Id)
        {
            return new("", IsNew: false, PlanningFindings.BadEntry((
                "文件没有写明是哪个地区的规划，请填写地区名称，例如“台山市”。", "The document does not say whose plan it is. Give the name of the place, for example 台山市.")));
        }

        if ((wishes.Period ?? reading.Period) is not { } period)
        {
            return new("", IsNew: false, PlanningFindings.PeriodUnclear(source.Name));
        }

        var row = new ReferencePlanRow
        {
            Id = source.Sha256[..12],
            Title = Filled(reading.Title) ?? Path.GetFileNameWithoutExtension(source.Name),
            Region = region,
            Start = period.Start,
            End = period.End,
            FileName = source.Name,
            Format = source.Format,
            Bytes = source.Bytes,
            Sha256 = source.Sha256,
            IndicatorCount = reading.Indicators.Count,
            Indicators = PlanReadingJson.Write(new PlanReading { Indicators = reading.Indicators }),
            Reading = PlanReadingJson.Write(reading),
            RecordedAt = change.At,
            RecordedBy = change.Actor.Name,
        };
        change.Db.Add(row);
        change.Record("", Subject(row.Id), "library.added", new { row.Title, row.Region, row.Start, row.End, row.FileName, row.Sha256, Indicators = row.IndicatorCount });
        return new(row.Id, IsNew: true, null);
    }

    /// <summary>Takes a plan out of the library. What it was stands on the record. One that answers were given beside stays, because they would be seen nowhere.</summary>
    public static async Task<Finding?> Remove(Change change, string id, string why, CancellationToken cancellation)
    {
        if (await change.Db.Set<ReferencePlanRow>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return PlanningFindings.NoSuchPlan(id);
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return PlanningFindings.BadEntry(("请写明移出的理由，它会记入历史。", "Give the reason for taking it out; it goes on the record."));
        }

        if (await change.Db.Set<AnswerRow>().AnyAsync(answer => answer.Other == AlignedSource.Library + id, cancellation))
        {
            return PlanningFindings.NotNow(row.Title, ("有规划已对照它作出答复，不能移出。", "Answers were given beside it; it cannot be taken out."));
        }

        change.Db.Remove(row);
        change.Record("", Subject(id), "library.removed", new { row.Title, row.Region, row.Start, row.End, row.FileName, row.Sha256 }, why.Trim());
        return null;
    }

    /// <summary>The period of a plan in words.</summary>
    public static Bilingual Years(int start, int end) =>
        (string.Create(CultureInfo.InvariantCulture, $"{start}—{end} 年"), string.Create(CultureInfo.InvariantCulture, $"{start}–{end}"));

    private static string Subject(string id) => $"library/{id}";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
