using System.Text;
using nietras.SeparatedValues;

namespace Greenprint.Monitoring;

/// <summary>Walks the rows of one file in bounded memory: quoted cells, line breaks inside them, rows of the wrong width, a last line that is cut off.</summary>
internal sealed class RowCursor : IDisposable
{
    // A cell with a line break is honest up to a few lines; a quotation mark that is never closed swallows the rest of the file.
    private const int LongestRow = 200;

    private readonly ImportFile file;
    private readonly FileProbe probe;
    private readonly TextReader text;
    private readonly SepReader rows;
    private readonly ParsedRow row = new();
    private bool peeked;

    private RowCursor(ImportFile file, FileProbe probe)
    {
        (this.file, this.probe) = (file, probe);
        text = new StreamReader(FileProbe.Open(file), probe.Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        rows = Sep.New(',').Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).From(text);
    }

    /// <summary>The cells of the first line.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>How many rows the file says at its end that it has; null where it says nothing.</summary>
    public long? DeclaredRows { get; private set; }

    /// <summary>The row that <see cref="Read"/> has read; the same object every time.</summary>
    public ParsedRow Row => row;

    /// <exception cref="ImportRefusal">The file cannot be read, or has no first line.</exception>
    public static RowCursor Open(ImportFile file, FileProbe probe)
    {
        var cursor = new RowCursor(file, probe);
        try
        {
            if (!cursor.Next())
            {
                throw new ImportRefusal(MonitoringFindings.EmptyFile(file.Name));
            }

            var first = cursor.rows.Current;
            cursor.Header = [.. Enumerable.Range(0, first.ColCount).Select(cursor.CellOfHeader)];
            return cursor;
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next row by <paramref name="reader"/>; false at the end of the file.</summary>
    /// <exception cref="ImportRefusal">The rest of the file cannot be told apart.</exception>
    public bool Read(RowReader reader)
    {
        while (Next())
        {
            var cells = rows.Current;
            if (cells.ColCount == 1 && cells[0].Span.Trim().IsEmpty)
            {
                continue;
            }

            if (ExportTrailer.TryRead(cells[0].Span, out var declared))
            {
                DeclaredRows = declared;
                continue;
            }

            row.Begin(cells.LineNumberFrom);
            if (cells.LineNumberToExcl - cells.LineNumberFrom > LongestRow)
            {
                throw new ImportRefusal(MonitoringFindings.BrokenQuotes(file.Name, row.Line));
            }

            if (cells.ColCount == Header.Count)
            {
                reader.Read(cells, row);
                return true;
            }

            var (found, at) = (cells.ColCount, new Quantities.FindingPlace(file.Name, row.Line));
            var isCutOff = found < Header.Count && !probe.EndsWithNewline && !Peek();
            row.RejectWhole(isCutOff ? RowFindings.CutOff(at) : RowFindings.WrongWidth(at, found, Header.Count));
            return true;
        }

        return false;
    }

    public void Dispose()
    {
        rows.Dispose();
        text.Dispose();
    }

    // After a row that may be the last one: is there another?
    private bool Peek() => peeked = Next();

    private bool Next()
    {
        if (peeked)
        {
            peeked = false;
            return true;
        }

        try
        {
            return rows.MoveNext();
        }
        catch (Exception fault) when (fault is NotSupportedException or InvalidDataException or ArgumentException)
        {
            throw new ImportRefusal(MonitoringFindings.BrokenQuotes(file.Name, row.Line + 1));
        }
        catch (Exception fault) when (fault is IOException or DecoderFallbackException)
        {
            throw new ImportRefusal(MonitoringFindings.Unreadable(file.Name, fault.Message));
        }
    }

    private string CellOfHeader(int index) => rows.Current[index].ToString().Trim().TrimStart('\uFEFF');
}
