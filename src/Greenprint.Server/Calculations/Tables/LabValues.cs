using Greenprint.Quantities;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>Reads a cell of a laboratory's table by the rules of its item.</summary>
/// <param name="column">Position among the columns of values.</param>
/// <param name="text">The cell.</param>
/// <param name="value">What was read, in the unit of the file.</param>
/// <returns>False for what is neither a value, nor below detection, nor missing.</returns>
internal delegate bool ReadCell(int column, string text, out MeasuredValue value);

/// <summary>The values of a row of samples: numbers, below detection, or missing, in the unit they are judged in.</summary>
internal sealed class LabValues
{
    private readonly TableReader table;
    private readonly FindingLog log;
    private readonly ReadCell read;
    private readonly Func<int, decimal, Finding?> doubt;

    /// <summary>Values of some columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="log">Takes findings.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="read">Reads a cell.</param>
    /// <param name="doubt">What is impossible about a number that is not negative; null where nothing is.</param>
    internal LabValues(TableReader table, FindingLog log, IReadOnlyList<TableColumn> columns, ReadCell read, Func<int, decimal, Finding?>? doubt = null)
    {
        (this.table, this.log, this.read, this.doubt) = (table, log, read, doubt ?? ((_, _) => null));
        Columns = columns;
        Profiles = [.. columns.Select(_ => new ColumnProfile())];
        Values = new MeasuredValue[columns.Count];
    }

    internal IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The values of the row.</summary>
    internal MeasuredValue[] Values { get; }

    /// <summary>What the columns are like as a whole.</summary>
    internal IReadOnlyList<ColumnProfile> Profiles { get; }

    /// <summary>Reads the row. False when it holds what cannot be trusted; the findings say what.</summary>
    /// <param name="negativeAllowed">True for a column that may go below zero: temperature.</param>
    internal bool Read(Func<int, bool>? negativeAllowed = null)
    {
        var good = true;
        for (var at = 0; at < Columns.Count; at++)
        {
            good &= Read(at, negativeAllowed?.Invoke(at) == true);
        }

        return good;
    }

    private bool Read(int at, bool negativeAllowed)
    {
        var column = Columns[at];
        var text = table.Row[column.Index].Span.Trim();
        if (TableCell.IsMissing(text))
        {
            Values[at] = MeasuredValue.Missing;
            return true;
        }

        var written = text.ToString();
        if (!read(at, written, out var value) || (value.Value ?? value.DetectionLimit) is > TableCell.Reach or < -TableCell.Reach)
        {
            Profiles[at].AddText(written);
            log.Add(TableFindings.NotANumber(table.Name, table.Line, column.Header, written));
            return false;
        }

        Values[at] = Shifted(value, column.Shift);
        if (Values[at].Value is not { } number)
        {
            return true;
        }

        if (number < 0 && !negativeAllowed)
        {
            log.Add(TableFindings.Negative(table.Name, table.Line, column.Header, written));
            return false;
        }

        Profiles[at].Add((double)number);
        if (doubt(at, number) is { } finding)
        {
            log.Add(finding);
            return false;
        }

        return true;
    }

    private static MeasuredValue Shifted(in MeasuredValue value, int shift) =>
        shift == 0 ? value
        : value.Value is { } number ? MeasuredValue.Of(Unit.Shifted(number, shift))
        : value.DetectionLimit is { } limit ? MeasuredValue.Below(Unit.Shifted(limit, shift))
        : value;
}
