using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>One table that is calculated row by row: what comes out takes its place when all is done, or nothing does.</summary>
/// <param name="order">What was asked for.</param>
/// <param name="error">Messages and progress.</param>
/// <param name="watched">True when <paramref name="error"/> is a terminal.</param>
internal sealed class TableRun(TableOrder order, TextWriter error, bool watched)
{
    // The columns are looked at before the first rows have left for standard output, and again at the end.
    private const int FirstLook = 2048;

    /// <summary>Calculates.</summary>
    /// <param name="begin">Reads the header, writes that of the result, and gives back what to do with the rows.</param>
    /// <exception cref="RefusedException">The table is refused.</exception>
    public int Go(Func<TableReader, TableWriter, FindingLog, ITableRows> begin)
    {
        using var findings = order.Findings is { } path ? TableWriter.Open(path) : null;
        using var log = new FindingLog(error, findings);
        try
        {
            return Go(begin, log);
        }
        catch (RefusedException refused)
        {
            log.Note(refused.Finding);
            throw;
        }
        finally
        {
            log.Close();
        }
    }

    private int Go(Func<TableReader, TableWriter, FindingLog, ITableRows> begin, FindingLog log)
    {
        using var table = TableReader.Open(order.Input);
        using var writer = TableWriter.Open(order.Output);
        var rows = begin(table, writer, log);
        var progress = new ProgressLine(error, watched);
        var (all, empty) = (0L, 0L);
        try
        {
            while (table.Next())
            {
                empty += rows.Row() ? 0 : 1;
                progress.At(++all, table);
                if (all == FirstLook)
                {
                    Refuse(rows.Judge(), log);
                }
            }
        }
        finally
        {
            progress.Clear();
        }

        log.Say();
        Refuse(rows.Judge(), log);
        if (order.Strict && log.Count > 0)
        {
            throw new RefusedException(TableFindings.Strict(table.Name, log.Count));
        }

        if (all == 0)
        {
            throw new RefusedException(TableFindings.EmptyInput(table.Name));
        }

        rows.End();
        writer.Commit();
        error.WriteLine(Texts.Done(all, empty, progress.Elapsed).Here);
        return 0;
    }

    private void Refuse(IReadOnlyList<Finding> doubts, FindingLog log)
    {
        var refused = doubts.Where(doubt => order.Accepted?.Contains(doubt.Code, StringComparer.OrdinalIgnoreCase) != true).ToList();
        foreach (var doubt in refused.SkipLast(1))
        {
            log.Add(doubt);
        }

        if (refused.Count > 0)
        {
            throw new RefusedException(refused[^1]);
        }
    }
}

/// <summary>What a verb does with the rows of a table.</summary>
internal interface ITableRows
{
    /// <summary>The row that the table stands at. False when it was left empty.</summary>
    bool Row();

    /// <summary>What the columns look like as a whole, so far.</summary>
    IReadOnlyList<Finding> Judge();

    /// <summary>All rows are read.</summary>
    void End();
}
