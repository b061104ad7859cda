using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Writes the index of every row: by the edition of the row's day, or the one that was asked for.</summary>
internal sealed class AirIndexRows : ITableRows
{
    private readonly TableReader table;
    private readonly TableWriter writer;
    private readonly FindingLog log;
    private readonly AirRowsIn rows;
    private readonly IndexAsked asked;
    private readonly EditionIndices editions;

    internal AirIndexRows(TableReader table, TableWriter writer, FindingLog log, AirRowsIn rows, AirRules rules, IndexAsked asked)
    {
        (this.table, this.writer, this.log, this.rows, this.asked) = (table, writer, log, rows, asked);
        editions = new(rules, asked, rows);
        writer.Row(["station", "time", "aqi", "level", "primary", .. AirColumnsIn.Items.Select(item => $"iaqi_{item}"), "edition"]);
    }

    public bool Row()
    {
        var good = rows.Read(asked.Daily);
        var edition = good ? editions.OfRow() : null;
        if (good && edition is null)
        {
            log.Add(TableFindings.NoEdition(table.Name, table.Line, rows.Day));
        }

        writer.Cell(rows.Station);
        writer.Cell(rows.Time);
        if (edition is null)
        {
            writer.Empty(AirColumnsIn.Items.Count + 4);
        }
        else
        {
            Write(edition);
        }

        writer.EndRow();
        return edition is not null;
    }

    public IReadOnlyList<Finding> Judge() => rows.Judge();

    public void End()
    {
    }

    private void Write(EditionIndex edition)
    {
        edition.Compute();
        writer.Whole(edition.Aqi);
        writer.Whole(edition.Level);
        writer.Cell(edition.Primary);
        for (var column = 0; column < AirColumnsIn.Items.Count; column++)
        {
            writer.Whole(edition.SubIndex(column));
        }

        writer.Cell(edition.Id);
    }
}
