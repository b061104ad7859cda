using Greenprint.Platform;
using Greenprint.Standards.Checks;
using nietras.SeparatedValues;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>Walks the rows of a table in bounded memory: quoted cells, line breaks inside them, blank lines, rows of the wrong width.</summary>
internal sealed class TableReader : IDisposable
{
    // A cell with a line break is honest up to a few lines; a quotation mark that is never closed swallows the rest of the file.
    private const int LongestRow = 200;

    private readonly InputText text;
    private readonly SepReader rows;
    private bool again;

    private TableReader(string name, long? length, InputText text)
    {
        (Name, Length, this.text) = (name, length, text);
        rows = Sep.New(',').Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).From(text);
    }

    /// <summary>As it is named in findings.</summary>
    public string Name { get; }

    /// <summary>Bytes in all, where that is known before the end.</summary>
    public long? Length { get; }

    /// <summary>Bytes read so far.</summary>
    public long BytesRead => text.BytesRead;

    /// <summary>The cells of the first line.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Line on which the row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The row.</summary>
    public SepReader.Row Row => rows.Current;

    /// <summary>True when the row has as many cells as the header.</summary>
    public bool IsWhole => rows.Current.ColCount == Header.Count;

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="RefusedException">It is not there, no text, or empty.</exception>
    public static TableReader Open(string path)
    {
        var name = path == "-" ? "stdin" : path;
        Stream stream;
        try
        {
            stream = path == "-" ? Console.OpenStandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException(TableFindings.InputUnreadable(name, fault.Message));
        }

        return Over(stream, name);
    }

    /// <summary>Reads from any stream, which it closes at the end.</summary>
    internal static TableReader Over(Stream stream, string name)
    {
        var text = new InputText(stream, name);
        try
        {
            var table = new TableReader(name, stream.CanSeek ? stream.Length : null, text);
            if (!table.Next())
            {
                throw new RefusedException(TableFindings.EmptyInput(name));
            }

            table.Header = [.. Enumerable.Range(0, table.Row.ColCount).Select(column => table.Row[column].ToString().Trim())];
            return table;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    /// <summary>The row that the table stands at is given once more by <see cref="Next"/>.</summary>
    public void Again() => again = true;

    /// <summary>Goes to the next row that is not blank; false at the end.</summary>
    /// <exception cref="RefusedException">The rest of the table cannot be told apart, or cannot be read.</exception>
    public bool Next()
    {
        if (again)
        {
            again = false;
            return true;
        }

        try
        {
            while (rows.MoveNext())
            {
                var row = rows.Current;
                Line = row.LineNumberFrom;
                if (row.LineNumberToExcl - Line > LongestRow)
                {
                    throw new RefusedException(TableFindings.BrokenQuotes(Name, Line));
                }

                if (row.ColCount > 1 || !row[0].Span.Trim().IsEmpty)
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception fault) when (fault is NotSupportedException or InvalidDataException or ArgumentException)
        {
            throw new RefusedException(TableFindings.BrokenQuotes(Name, Line + 1));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(TableFindings.InputUnreadable(Name, fault.Message));
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        text.Dispose();
    }
}
