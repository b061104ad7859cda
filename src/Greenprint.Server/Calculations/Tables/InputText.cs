using System.Text;
using Greenprint.Platform;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>
/// The characters of a table, in bounded memory: UTF-8 (with or without a mark) or GB 18030, told by the first bytes beyond ASCII, strictly; anything else is
/// refused, never guessed. Works on a stream that cannot be read twice.
/// </summary>
internal sealed class InputText(Stream stream, string name) : TextReader
{
    private const int Block = 1 << 17;

    // So many honest characters of several bytes before the first fault are not an accident: the text is UTF-8 with a broken spot.
    private const int SurelyUtf8 = 20;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] bytes = new byte[Block];
    private readonly char[] characters = new char[Block + 16];
    private Decoder? decoder;
    private int next;
    private int count;
    private long lines;
    private bool begun;
    private bool ended;

    /// <summary>Bytes taken from the stream so far.</summary>
    public long BytesRead { get; private set; }

    public override int Peek() => next < count || Fill() ? characters[next] : -1;

    public override int Read() => next < count || Fill() ? characters[next++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || (next == count && !Fill()))
        {
            return 0;
        }

        var taken = Math.Min(buffer.Length, count - next);
        characters.AsSpan(next, taken).CopyTo(buffer);
        next += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        (next, count) = (0, 0);
        while (count == 0 && !ended)
        {
            var taken = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            BytesRead += taken;
            ended = taken < bytes.Length;
            Decode(begun ? bytes.AsSpan(0, taken) : Begin(bytes.AsSpan(0, taken)));
            begun = true;
        }

        return count > 0;
    }

    private void Decode(ReadOnlySpan<byte> block)
    {
        if (decoder is null && Ascii.IsValid(block))
        {
            if (block.Contains((byte)0))
            {
                throw new RefusedException(TableFindings.InputNotText(name, "NUL"));
            }

            count = Encoding.ASCII.GetChars(block, characters);
            lines += block.Count((byte)'\n');
            return;
        }

        decoder ??= Choose(block);
        try
        {
            count = decoder.GetChars(block, characters, flush: ended);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(TableFindings.UnknownEncoding(name, lines + 1 + block.Count((byte)'\n')));
        }

        lines += block.Count((byte)'\n');
    }

    private ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> block)
    {
        var kind = block.StartsWith("%PDF"u8) ? "PDF"
            : block.StartsWith("PK\u0003\u0004"u8) ? "XLSX, DOCX, ZIP"
            : block.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "XLS, DOC"
            : block.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "GZIP"
            : block.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || block.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "UTF-16"
            : null;
        return kind is null ? block.StartsWith(Encoding.UTF8.Preamble) ? block[3..] : block : throw new RefusedException(TableFindings.InputNotText(name, kind));
    }

    private Decoder Choose(ReadOnlySpan<byte> block)
    {
        if (Holds(Utf8, block))
        {
            return Utf8.GetDecoder();
        }

        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        var (longer, fault) = Examine(block);
        return longer <= SurelyUtf8 && Holds(gb18030, block)
            ? gb18030.GetDecoder()
            : throw new RefusedException(TableFindings.UnknownEncoding(name, lines + 1 + block[..fault].Count((byte)'\n')));
    }

    private static bool Holds(Encoding encoding, ReadOnlySpan<byte> block)
    {
        try
        {
            _ = encoding.GetDecoder().GetCharCount(block, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // How many characters of several bytes stand before the first fault, and where that is.
    private static (int Longer, int Fault) Examine(ReadOnlySpan<byte> block)
    {
        var (longer, at) = (0, 0);
        while (at < block.Length && Rune.DecodeFromUtf8(block[at..], out _, out var taken) == System.Buffers.OperationStatus.Done)
        {
            longer += taken > 1 ? 1 : 0;
            at += taken;
        }

        return (longer, Math.Min(at, block.Length));
    }
}
