using Greenprint.Quantities;
using nietras.SeparatedValues;

namespace Greenprint.Monitoring;

/// <summary>What a format may know of the file beside its rows.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Header">The cells of the first line.</param>
/// <param name="Year">The year of times that have none.</param>
/// <param name="City">The city said by the caller.</param>
/// <param name="Stations">Stations of the import.</param>
/// <param name="Latest">End of the latest time that a reading may stand for.</param>
internal sealed record FileContext(string Name, IReadOnlyList<string> Header, int? Year, string? City, ImportedStations Stations, DateTimeOffset Latest)
{
    /// <summary>The file's name without its ending: the city, in files of one city each.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    /// <summary>Position of a column, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (string.Equals(Header[i], column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>A layout of files that can be imported.</summary>
internal abstract class ImportFormat
{
    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, for a person.</summary>
    public abstract Bilingual Title { get; }

    /// <summary>Columns without which it cannot be read, and by which it is recognised.</summary>
    public abstract IReadOnlyList<string> Needed { get; }

    /// <summary>True where a row of another month than the bulk is a row that was not renewed.</summary>
    public virtual bool HasStaleRows => false;

    /// <summary>Makes a reader for one file.</summary>
    /// <exception cref="ImportRefusal">The header cannot be read as this format.</exception>
    public abstract RowReader Open(FileContext file);
}

/// <summary>Reads the rows of one file of one format.</summary>
internal abstract class RowReader(FileContext file)
{
    private readonly long latest = StoredTime.Start(file.Latest);

    protected FileContext File => file;

    /// <summary>Fills <paramref name="into"/> from a row with the right number of cells.</summary>
    public abstract void Read(SepReader.Row cells, ParsedRow into);

    protected FindingPlace At(ParsedRow row, string? column = null) => new(file.Name, row.Line, column);

    /// <summary>Reads one cell into the row. False when the row had to be rejected as a whole.</summary>
    protected bool ReadValue(ReadOnlySpan<char> cell, ValueColumn column, long time, ReadingFlags rowFlags, ParsedRow into)
    {
        var content = CellReader.Read(cell, column, out var scaled, out var flags);
        if (content == CellContent.Value)
        {
            into.Values.Add(new ParsedValue(column, time - column.Lag, scaled, flags | rowFlags));
            return true;
        }

        if (content == CellContent.Missing)
        {
            into.Missing++;
            return true;
        }

        var text = Short(cell);
        var at = At(into, column.Header);
        if (content == CellContent.NotANumber)
        {
            into.RejectWhole(RowFindings.NotANumber(at, text));
            return false;
        }

        into.Rejected.Add(content switch
        {
            CellContent.Negative => RowFindings.Negative(at, text),
            CellContent.Sentinel => RowFindings.Sentinel(at, text),
            CellContent.Implausible => RowFindings.Implausible(at, text, column.Item.Unit, MonitoringFindings.Number(column.Item.Highest)),
            CellContent.NoDetectionLimit => RowFindings.NoDetectionLimit(at, text),
            _ => RowFindings.NotHeld(at, text),
        });
        return true;
    }

    /// <summary>True when readings of this time (seconds since 1970, the end of what they stand for) may be stored; else the row is rejected.</summary>
    protected bool Accepts(long end, ParsedRow into)
    {
        if (end > latest)
        {
            into.RejectWhole(RowFindings.FromTheFuture(At(into), RowTime.Text(end)));
            return false;
        }

        if (end < 0)
        {
            into.RejectWhole(RowFindings.TooEarly(At(into), RowTime.Text(end)));
            return false;
        }

        return true;
    }

    /// <summary>A cell as it may stand in a message.</summary>
    protected static string Short(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        return (text.Length > 40 ? string.Concat(text[..40], "…") : text.ToString()).ReplaceLineEndings(" ");
    }
}
