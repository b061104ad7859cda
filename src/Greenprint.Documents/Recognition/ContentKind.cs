using System.Text;

namespace Greenprint.Documents.Recognition;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum ContentKind
{
    Empty,
    Text,
    Zip,
    Pdf,
    Ole,
    Rtf,
    Html,
    Binary,
}

internal static class ContentKinds
{
    private const int Sample = 64 * 1024;

    public static ContentKind Of(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[(int)Math.Min(Sample, content.Length)];
        content.ReadExactly(buffer);
        content.Position = 0;
        return Of(buffer);
    }

    internal static ContentKind Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return ContentKind.Empty;
        }

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return ContentKind.Zip;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return ContentKind.Ole;
        }

        // A PDF may carry up to 1 KB of something else before its mark (ISO 32000-1, Annex H.3).
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return ContentKind.Pdf;
        }

        if (head.StartsWith("{\\rtf"u8))
        {
            return ContentKind.Rtf;
        }

        if (TextDecoder16.HasMark(head))
        {
            return ContentKind.Text;
        }

        if (LooksBinary(head))
        {
            return ContentKind.Binary;
        }

        return LooksLikeHtml(head) ? ContentKind.Html : ContentKind.Text;
    }

    // No text has a NUL. A few stray control characters come from old converters; many mean a picture or a program.
    private static bool LooksBinary(ReadOnlySpan<byte> head)
    {
        var controls = 0;
        foreach (var b in head)
        {
            if (b == 0)
            {
                return true;
            }

            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x0B or 0x1A))
            {
                controls++;
            }
        }

        return controls > head.Length / 100 + 2;
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 256)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>UTF-16 is read only with its byte order mark: without one it cannot be told from a binary.</summary>
internal static class TextDecoder16
{
    public static bool HasMark(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
}
