using System.Text;
using Greenprint.Documents.Recognition;
using Greenprint.Quantities;

namespace Greenprint.Documents.Text;

/// <summary>The text of a file and the encoding it was found in.</summary>
internal sealed record DecodedText(string Text, string Encoding, IReadOnlyList<Finding> Remarks, Finding? Refusal);

/// <summary>UTF-8 first and strictly; what is not UTF-8 is GB 18030, which contains GBK and GB 2312; else it is refused, never guessed.</summary>
internal static class TextDecoder
{
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (TextDecoder16.HasMark(bytes))
        {
            var wide = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return new DecodedText(wide.GetString(bytes[2..]), bytes[0] == 0xFF ? "utf-16le" : "utf-16be", [], null);
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        var utf8 = Utf8Bytes.Examine(bytes);
        if (utf8.Faults == 0)
        {
            var remarks = utf8.CutOffAt is null ? Array.Empty<Finding>() : [DocumentFindings.CutOff(name, LineOf(bytes, utf8.CutOffAt.Value))];
            return new DecodedText(Encoding.UTF8.GetString(bytes[..(utf8.CutOffAt ?? bytes.Length)]), "utf-8", remarks, null);
        }

        // GB 18030 takes almost any bytes: a UTF-8 text with a broken spot would come out as readable nonsense. So a text that is
        // nearly all UTF-8 is refused at its first fault.
        if (utf8.LongSequences > 20 * utf8.Faults)
        {
            return Refused(name, LineOf(bytes, utf8.FirstFault));
        }

        return TryGb18030(bytes) is { } text
            ? new DecodedText(text, "gb18030", [], null)
            : Refused(name, LineOf(bytes, utf8.FirstFault));
    }

    private static string? TryGb18030(ReadOnlySpan<byte> bytes)
    {
        var strict = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new InvalidOperationException("The runtime has no GB 18030.");
        try
        {
            var text = strict.GetString(bytes);
            return text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF') && Share(text, '\uE000', '\uF8FF') > 0.02 ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static double Share(string text, char first, char last) => (double)text.Count(c => c >= first && c <= last) / text.Length;

    private static DecodedText Refused(string name, int line) => new("", "", [], DocumentFindings.UnknownEncoding(name, line));

    private static int LineOf(ReadOnlySpan<byte> bytes, int offset) => bytes[..offset].Count((byte)'\n') + 1;
}

/// <summary>How much of some bytes is UTF-8.</summary>
/// <param name="Faults">Bytes or sequences that are not UTF-8, apart from a sequence cut off at the very end.</param>
/// <param name="FirstFault">Offset of the first of them.</param>
/// <param name="LongSequences">Good sequences of two bytes or more.</param>
/// <param name="CutOffAt">Offset of a good but incomplete last sequence, or null.</param>
internal readonly record struct Utf8Bytes(int Faults, int FirstFault, int LongSequences, int? CutOffAt)
{
    public static Utf8Bytes Examine(ReadOnlySpan<byte> bytes)
    {
        int faults = 0, first = -1, sequences = 0;
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
            {
                // A GB 18030 text may also end on a byte that could begin a sequence; only a text that was UTF-8 so far is cut off.
                return faults == 0 && sequences > 0 ? new Utf8Bytes(0, -1, sequences, at) : new Utf8Bytes(faults + 1, first < 0 ? at : first, sequences, null);
            }

            if (status == System.Buffers.OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                faults++;
                first = first < 0 ? at : first;
            }

            at += length;
        }

        return new Utf8Bytes(faults, first, sequences, null);
    }
}
