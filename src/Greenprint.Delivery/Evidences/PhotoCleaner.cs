using System.Buffers.Binary;

namespace Greenprint.Delivery.Evidences;

/// <summary>
/// Takes out of a photo what says where, when and by what it was taken, before anybody outside sees it. The picture itself is copied byte by byte. What is
/// kept is a list of what is known to be harmless, so that an unknown block is taken out rather than shown.
/// </summary>
internal static class PhotoCleaner
{
    private static readonly string[] KeptChunks = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "sPLT", "acTL", "fcTL", "fdAT"];

    /// <summary>The clean photo; null where the file is too broken to be cleaned.</summary>
    public static byte[]? Clean(FileKind kind, ReadOnlySpan<byte> photo) => kind switch
    {
        FileKind.Jpeg => Jpeg(photo),
        FileKind.Png => Png(photo),
        _ => null,
    };

    private static byte[]? Jpeg(ReadOnlySpan<byte> photo)
    {
        var segments = JpegSegments.Of(photo);
        if (segments is not [.., (JpegSegments.StartOfScan, _, _) scan])
        {
            return null;
        }

        using var clean = new MemoryStream(photo.Length);
        clean.Write([0xFF, 0xD8]);
        var turned = PhotoFacts.OfJpeg(photo).Orientation;
        if (turned != 1)
        {
            clean.Write(OnlyOrientation((ushort)turned));
        }

        foreach (var (marker, start, length) in segments)
        {
            // JFIF (APP0), colour profile (APP2 with its name), Adobe's colour transform (APP14): without them colours go wrong. No other APPn, no comment.
            var body = photo.Slice(start, length);
            var isKept = marker switch
            {
                0xE0 => body.StartsWith("JFIF\0"u8),
                0xE2 => body.StartsWith("ICC_PROFILE\0"u8),
                0xEE => body.StartsWith("Adobe"u8),
                >= 0xE1 and <= 0xEF or 0xFE => false,
                _ => true,
            };
            if (isKept && marker != JpegSegments.StartOfScan)
            {
                clean.Write(photo.Slice(start - 4, length + 4));
            }
        }

        // From the scan to the end of the picture; phones hang videos and depth maps behind it.
        var rest = photo[(scan.Start - 4)..];
        var end = rest.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]);
        clean.Write(FirstEnd(rest) is { } first ? rest[..first] : end < 0 ? rest : rest[..(end + 2)]);
        return clean.ToArray();
    }

    // Within a scan 0xFF is followed by 0x00 or a restart marker; tables and further scans of a progressive picture come between.
    private static int? FirstEnd(ReadOnlySpan<byte> rest)
    {
        for (var at = 2; at + 1 < rest.Length;)
        {
            if (rest[at] != 0xFF)
            {
                at++;
            }
            else if (rest[at + 1] == 0xD9)
            {
                return at + 2;
            }
            else if (rest[at + 1] is 0x00 or 0xFF or (>= 0xD0 and <= 0xD7))
            {
                at += rest[at + 1] == 0xFF ? 1 : 2;
            }
            else if (at + 4 <= rest.Length)
            {
                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[(at + 2)..]);
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private static byte[] OnlyOrientation(ushort turned)
    {
        byte[] segment =
        [
            0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
        ];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(28), turned);
        return segment;
    }

    private static byte[]? Png(ReadOnlySpan<byte> photo)
    {
        using var clean = new MemoryStream(photo.Length);
        clean.Write(photo[..8]);
        for (var at = 8; at + 12 <= photo.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(photo[at..]);
            if (length > photo.Length - at - 12)
            {
                return null;
            }

            var chunk = photo.Slice(at, (int)length + 12);
            var name = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (KeptChunks.Contains(name))
            {
                clean.Write(chunk);
            }

            if (name == "IEND")
            {
                return clean.ToArray();
            }

            at += chunk.Length;
        }

        return null;
    }
}
