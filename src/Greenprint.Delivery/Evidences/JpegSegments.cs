using System.Buffers.Binary;

namespace Greenprint.Delivery.Evidences;

/// <summary>The segments of a JPEG before its picture begins.</summary>
internal static class JpegSegments
{
    public const byte StartOfScan = 0xDA;

    /// <summary>Marker, and where its body lies; the last one is the start of the scan. A cut-off file ends the list.</summary>
    public static IReadOnlyList<(byte Marker, int Start, int Length)> Of(ReadOnlySpan<byte> jpeg)
    {
        List<(byte, int, int)> segments = [];
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF;)
        {
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;   // a fill byte
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length)
            {
                break;
            }

            segments.Add((marker, at + 4, length - 2));
            if (marker == StartOfScan)
            {
                break;
            }

            at += 2 + length;
        }

        return segments;
    }
}
