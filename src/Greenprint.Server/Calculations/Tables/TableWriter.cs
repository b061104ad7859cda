using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>Writes a table as UTF-8: to standard output, or to a file that appears whole or not at all.</summary>
internal sealed class TableWriter : IDisposable
{
    private const int Block = 1 << 18;

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly string name;
    private readonly string? target;
    private readonly string? draft;
    private readonly byte[] buffer = new byte[Block];
    private readonly Stream stream;
    private readonly PosixSignalRegistration[] signals;
    private int filled;
    private bool inRow;

    private TableWriter(string name, Stream stream, string? target, string? draft)
    {
        (this.name, this.stream, this.target, this.draft) = (name, stream, target, draft);

        // A signal ends the program without unwinding it: the draft is taken away here, and the signal does what it always does.
        signals = draft is null ? [] : [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, _ => File.Delete(draft)))];
    }

    /// <summary>Opens a file, or standard output for <c>-</c>. A file is written beside its target and moved over it by <see cref="Commit"/>.</summary>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    public static TableWriter Open(string path)
    {
        if (path == "-")
        {
            return new("stdout", Console.OpenStandardOutput(), null, null);
        }

        try
        {
            var full = Path.GetFullPath(path);
            if (full.StartsWith("/dev/", StringComparison.Ordinal))
            {
                return new(path, new FileStream(full, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0), null, null);   // never moved over
            }

            // A link keeps its place: what it leads to is replaced.
            var target = File.Exists(full) ? new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
            if (Directory.Exists(target))
            {
                throw new IOException(Texts.IsAFolder.Here);
            }

            var draft = Path.Combine(Path.GetDirectoryName(target)!, string.Create(CultureInfo.InvariantCulture, $".{Path.GetFileName(target)}.{Environment.ProcessId}.part"));
            return new(path, new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0), target, draft);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException(TableFindings.CannotWrite(path, fault.Message));
        }
    }

    /// <summary>A cell of text, quoted where it must be.</summary>
    public void Cell(ReadOnlySpan<char> text)
    {
        Begin((text.Length * 3) + 8);
        if (!text.ContainsAny(Special))
        {
            filled += Encoding.UTF8.GetBytes(text, buffer.AsSpan(filled));
            return;
        }

        foreach (var part in (string[])["\"", text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal), "\""])
        {
            Reserve((part.Length * 3) + 8);
            filled += Encoding.UTF8.GetBytes(part, buffer.AsSpan(filled));
        }
    }

    /// <summary>A whole number, or an empty cell for a number below zero.</summary>
    public void Whole(int number)
    {
        Begin(16);
        if (number >= 0)
        {
            _ = number.TryFormat(buffer.AsSpan(filled), out var written, default, CultureInfo.InvariantCulture);
            filled += written;
        }
    }

    /// <summary>An exact number as it is published: rounded once, half to even, with all its places; or an empty cell.</summary>
    public void Published(decimal? exact, int decimals)
    {
        Begin(40);
        if (exact is { } value)
        {
            Span<char> format = ['F', (char)('0' + decimals)];
            _ = Rounding.HalfEven(value, decimals).TryFormat(buffer.AsSpan(filled), out var written, format, CultureInfo.InvariantCulture);
            filled += written;
        }
    }

    /// <summary>Empty cells.</summary>
    public void Empty(int cells = 1)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            Begin(1);
        }
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Reserve(1);
        buffer[filled++] = (byte)'\n';
        inRow = false;
    }

    /// <summary>A row of texts.</summary>
    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            Cell(cell);
        }

        EndRow();
    }

    /// <summary>Everything is written: the file takes its place.</summary>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    public void Commit()
    {
        Flush();
        Guarded(() =>
        {
            stream.Dispose();
            if (draft is not null)
            {
                File.Move(draft, target!, overwrite: true);
            }
        });
    }

    /// <summary>Without a <see cref="Commit"/> nothing is left behind.</summary>
    public void Dispose()
    {
        Array.ForEach(signals, signal => signal.Dispose());
        stream.Dispose();
        if (draft is not null && File.Exists(draft))
        {
            File.Delete(draft);
        }
    }

    private void Begin(int room)
    {
        Reserve(room + 1);
        if (inRow)
        {
            buffer[filled++] = (byte)',';
        }

        inRow = true;
    }

    private void Reserve(int room)
    {
        if (filled + room > buffer.Length)
        {
            Flush();
            ArgumentOutOfRangeException.ThrowIfGreaterThan(room, buffer.Length);
        }
    }

    private void Flush()
    {
        Guarded(() => stream.Write(buffer, 0, filled));
        filled = 0;
    }

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException && Refusals.Of(fault) is null)
        {
            throw new RefusedException(TableFindings.CannotWrite(name, fault.Message));
        }
    }
}
