using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Greenprint.Delivery.Tests.Evidences;

/// <summary>Small photos for tests, built byte by byte from the Exif standard.</summary>
internal static class Photos
{
    /// <summary>A JPEG taken on 1 March 2026 at 9:30 at 21.95° N, 112.79° E, with a comment, an XMP block and a film hung behind the picture.</summary>
    public static byte[] Jpeg(ushort orientation, string south = "N")
    {
        List<byte> photo = [0xFF, 0xD8];
        Segment(photo, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        Segment(photo, 0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation, south)]);
        Segment(photo, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:place>Guanghai</x:place>"u8]);
        Segment(photo, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7]);
        Segment(photo, 0xFE, "made by Chen"u8);
        Segment(photo, 0xDB, new byte[65]);
        Segment(photo, 0xDA, [1, 1, 0, 0, 63, 0]);
        photo.AddRange([0x77, 0xFF, 0x00, 0x78]);

        // A progressive picture has more than one scan, with tables between them, and whatever a camera puts there.
        Segment(photo, 0xFE, "seen from Guanghai bay"u8);
        Segment(photo, 0x0A, "unheard of"u8);
        Segment(photo, 0xC4, new byte[19]);
        Segment(photo, 0xDA, [1, 1, 0, 0, 63, 0]);
        photo.AddRange([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]);
        photo.AddRange(Encoding.ASCII.GetBytes("ftypmp42 a film with its place"));
        photo.AddRange([0xFF, 0xD9]);
        return [.. photo];
    }

    /// <summary>A photo that can be seen: its upper left quarter as it is stored is red, the rest blue; 400 × 200 points.</summary>
    public static byte[] Quarter(ushort orientation)
    {
        using var bitmap = new SKBitmap(400, 200);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            canvas.DrawRect(0, 0, 200, 100, new SKPaint { Color = SKColors.Red });
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        List<byte> photo = [0xFF, 0xD8];
        Segment(photo, 0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation, "N")]);
        photo.AddRange(data.ToArray()[2..]);
        return [.. photo];
    }

    private static byte[] Tiff(ushort orientation, string south)
    {
        var tiff = new byte[200];
        "MM\0*"u8.CopyTo(tiff);
        U32(tiff, 4, 8);
        U16(tiff, 8, 3);
        Entry(tiff, 10, 0x0112, 3, 1, (uint)orientation << 16);
        Entry(tiff, 22, 0x8769, 4, 1, 50);
        Entry(tiff, 34, 0x8825, 4, 1, 68);
        U16(tiff, 50, 1);
        Entry(tiff, 52, 0x9003, 2, 20, 122);
        U16(tiff, 68, 4);
        Entry(tiff, 70, 1, 2, 2, (uint)south[0] << 24);
        Entry(tiff, 82, 2, 5, 3, 142);
        Entry(tiff, 94, 3, 2, 2, (uint)'E' << 24);
        Entry(tiff, 106, 4, 5, 3, 166);
        "2026:03:01 09:30:00\0"u8.CopyTo(tiff.AsSpan(122));
        Degrees(tiff, 142, 21, 57);
        Degrees(tiff, 166, 112, 47, 24);
        return tiff;
    }

    private static void Degrees(byte[] tiff, int at, uint degrees, uint minutes, uint seconds = 0)
    {
        foreach (var (value, i) in new[] { degrees, 1u, minutes, 1u, seconds, 1u }.Select((value, i) => (value, i)))
        {
            U32(tiff, at + (4 * i), value);
        }
    }

    private static void Entry(byte[] tiff, int at, ushort tag, ushort type, uint count, uint value)
    {
        U16(tiff, at, tag);
        U16(tiff, at + 2, type);
        U32(tiff, at + 4, count);
        U32(tiff, at + 8, value);
    }

    private static void Segment(List<byte> photo, byte marker, ReadOnlySpan<byte> body)
    {
        photo.AddRange([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        photo.AddRange(body);
    }

    private static void U16(byte[] to, int at, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(to.AsSpan(at), value);

    private static void U32(byte[] to, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(to.AsSpan(at), value);
}
