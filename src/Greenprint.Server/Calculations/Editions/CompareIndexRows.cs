using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Air;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;

namespace Greenprint.Server.Calculations.Editions;

/// <summary>Writes the index of every row under two editions, side by side.</summary>
internal sealed class CompareIndexRows : ITableRows
{
    private readonly TableWriter writer;
    private readonly AirRowsIn rows;
    private readonly IndexAsked asked;
    private readonly EditionIndices first;
    private readonly EditionIndices second;
    private readonly Action<long, long> end;
    private long compared;
    private long different;

    /// <summary>Writes the header.</summary>
    /// <param name="writer">Takes the result.</param>
    /// <param name="rows">The table.</param>
    /// <param name="editions">Id and rules of both editions, each forced.</param>
    /// <param name="asked">Which index.</param>
    /// <param name="end">Told at the end how many rows had another level, of how many.</param>
    internal CompareIndexRows(TableWriter writer, AirRowsIn rows, ((string Id, AirRules Rules) First, (string Id, AirRules Rules) Second) editions, IndexAsked asked, Action<long, long> end)
    {
        (this.writer, this.rows, this.asked, this.end) = (writer, rows, asked, end);
        (first, second) = (new(editions.First.Rules, asked, rows), new(editions.Second.Rules, asked, rows));
        writer.Row(["station", "time", .. Columns(editions.First.Id), .. Columns(editions.Second.Id), "level_change"]);
    }

    public bool Row()
    {
        var good = rows.Read(asked.Daily);
        writer.Cell(rows.Station);
        writer.Cell(rows.Time);
        if (good && first.OfRow() is { } one && second.OfRow() is { } other)
        {
            Write(one);
            Write(other);
            var both = one.Level > 0 && other.Level > 0;
            compared++;
            different += one.Level == other.Level ? 0 : 1;
            writer.Cell(both ? (other.Level - one.Level).ToString(CultureInfo.InvariantCulture) : "");
        }
        else
        {
            writer.Empty(7);
        }

        writer.EndRow();
        return good;
    }

    public IReadOnlyList<Finding> Judge() => rows.Judge();

    public void End() => end(different, compared);

    private void Write(EditionIndex edition)
    {
        edition.Compute();
        writer.Whole(edition.Aqi);
        writer.Whole(edition.Level);
        writer.Cell(edition.Primary);
    }

    private static string[] Columns(string id) => [$"aqi_{id}", $"level_{id}", $"primary_{id}"];
}
