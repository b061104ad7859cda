using System.Buffers.Binary;

namespace Greenprint.Delivery.Evidences;

/// <summary>
/// Takes out of a photo what says where, when and by what it was taken, before anybody outside sees it. The picture itself is copied byte by byte. What is
/// kept is a list of what is known to be harmless, so that an unknown block is taken out rather than shown.
/// </summary>
internal static class PhotoCleaner
{
    private const byte EndOfImage = 0xD9;

    private static readonly string[] KeptChunks = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "sPLT", "acTL", "fcTL", "fdAT"];

    /// <summary>The clean photo; null where the file is too broken to be cleaned.</summary>
    public static byte[]? Clean(FileKind kind, ReadOnlySpan<byte> photo) => kind switch
    {
        FileKind.Jpeg => Jpeg(photo),
        FileKind.Png => Png(photo),
        _ => null,
    };

    // Table by table and scan by scan to the end of the picture; phones hang videos and depth maps behind it.
    private static byte[]? Jpeg(ReadOnlySpan<byte> photo)
    {
        using var clean = new MemoryStream(photo.Length);
        clean.Write([0xFF, 0xD8]);
        var turned = PhotoFacts.OfJpeg(photo).Orientation;
        if (turned != 1)
        {
            clean.Write(OnlyOrientation((ushort)turned));
        }

        for (var at = 2; at + 2 <= photo.Length && photo[at] == 0xFF;)
        {
            var marker = photo[at + 1];
            if (marker == 0xFF)
            {
                at++;   // a fill byte
                continue;
            }

            if (marker == EndOfImage)
            {
                clean.Write([0xFF, EndOfImage]);
                return clean.ToArray();
            }

            var length = at + 4 <= photo.Length ? BinaryPrimitives.ReadUInt16BigEndian(photo[(at + 2)..]) : 0;
            if (length < 2 || at + 2 + length > photo.Length)
            {
                return null;
            }

            var segment = photo.Slice(at, length + 2);
            if (IsKept(marker, segment[4..]))
            {
                clean.Write(segment);
            }

            at += segment.Length;
            if (marker == JpegSegments.StartOfScan)
            {
                var scan = ScanLength(photo[at..]);
                clean.Write(photo.Slice(at, scan));
                at += scan;
            }
        }

        return null;
    }

    // What a decoder needs. Of the APPn only JFIF, the colour profile and Adobe's colour transform: without them colours go wrong.
    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        0xE0 => body.StartsWith("JFIF\0"u8),
        0xE2 => body.StartsWith("ICC_PROFILE\0"u8),
        0xEE => body.StartsWith("Adobe"u8),
        >= 0xC0 and <= 0xCF and not 0xC8 => true,                     // frames, Huffman and arithmetic tables
        JpegSegments.StartOfScan or 0xDB or 0xDC or 0xDD => true,     // scans, quantisation, number of lines, restarts
        _ => false,
    };

    // Within a scan 0xFF is followed by 0x00 or a restart marker; anything else ends it.
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
        {
            if (rest[at] == 0xFF && rest[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return rest.Length;
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
