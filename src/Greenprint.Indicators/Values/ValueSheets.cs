using System.Globalization;
using System.Text;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>What became of a sheet of values: counts, and every finding with its line and column. With a finding nothing was written.</summary>
public sealed record SheetResult(int Read, int Stored, int Revised, int Unchanged, IReadOnlyList<Finding> Findings)
{
    /// <summary>What was left as it is though the sheet says otherwise, by its line; it keeps nothing out.</summary>
    public IReadOnlyList<Finding> Remarks { get; init; } = [];

    /// <summary>True when every row was taken.</summary>
    public bool Accepted => Findings.Count == 0;
}

/// <summary>Reported and issued values as a sheet (CSV). What is exported can be imported again and changes nothing.</summary>
internal sealed class ValueSheets(GreenprintDb db, IValues values)
{
    public static readonly IReadOnlyList<string> Columns = ["plan", "indicator", "period", "origin", "value", "document", "person", "date", "note"];

    /// <summary>The current values of one plan or of all, computed ones only when asked for.</summary>
    public async Task<string> Export(string? plan, bool withComputed, CancellationToken cancellation)
    {
        var rows = await db.Set<ValueRow>().AsNoTracking().Where(row => plan == null || row.Plan == plan).ToListAsync(cancellation);
        var current = rows
            .Where(row => withComputed || row.Origin != ValueOrigin.Computed)
            .GroupBy(row => (row.Plan, row.Indicator, row.Period, row.Origin))
            .Select(group => group.MaxBy(row => row.Revision)!)
            .Where(row => row.Value is not null)
            .OrderBy(row => row.Plan, StringComparer.Ordinal).ThenBy(row => row.Indicator, StringComparer.Ordinal)
            .ThenBy(row => Period.Parse(row.Period)).ThenBy(row => row.Origin);

        var text = new StringBuilder(CsvText.Write(Columns));
        foreach (var row in current)
        {
            text.Append(CsvText.Write(
            [
                row.Plan, row.Indicator, row.Period, row.Origin.Code(), Exact.Trimmed(row.Value)?.ToString(CultureInfo.InvariantCulture),
                row.Document, row.Person, row.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Note,
            ]));
        }

        return text.ToString();
    }

    /// <summary>Enters every row of a sheet, or none.</summary>
    /// <param name="actor">Who brings it.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="bytes">The sheet.</param>
    /// <param name="onlyPlan">Refuse rows of other plans (a page of one plan); null takes all.</param>
    /// <param name="dryRun">Say what would happen, and write nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<SheetResult> Import(Actor actor, string file, ReadOnlyMemory<byte> bytes, string? onlyPlan, bool dryRun, CancellationToken cancellation)
    {
        var rows = new ValueSheetReader(file, onlyPlan).Read(bytes.Span);
        if (rows.Findings.Count > 0)
        {
            return new(rows.Count, 0, 0, 0, rows.Findings);
        }

        var batch = await values.EnterAll(actor, [.. rows.Entries.Select(row => (row.Origin, row.Entry))], dryRun, cancellation);
        var findings = batch.Outcomes.Zip(rows.Entries)
            .Where(pair => pair.First.Finding is not null)
            .Select(pair => pair.First.Finding! with { Place = new FindingPlace(file, pair.Second.Line) })
            .ToList();
        return new(rows.Count, batch.Count(EntryResult.Stored), batch.Count(EntryResult.Revised), batch.Count(EntryResult.Unchanged), findings)
        {
            Remarks = [.. batch.Outcomes.Zip(rows.Entries).SelectMany(pair => OnlyWords(pair.First, pair.Second.Entry).Select(remark => remark with { Place = remark.Place! with { Source = file, Line = pair.Second.Line } }))],
        };
    }

    // Words alone make no revision; that they were not taken is said. An empty cell says nothing.
    private static IEnumerable<Finding> OnlyWords(ValueOutcome outcome, ValueEntry entry) =>
        outcome is not { Result: EntryResult.Unchanged, Value: { } stands } ? []
        : from words in new[] { (Field: "note", Was: stands.Note, entry.Note), (Field: "person", Was: stands.Person, Note: entry.Person) }
          where !string.IsNullOrWhiteSpace(words.Note) && words.Note.Trim() != words.Was
          select IndicatorsFindings.OnlyWords(words.Field, words.Was ?? "", words.Note.Trim()) with { Place = new FindingPlace(Column: words.Field) };
}
