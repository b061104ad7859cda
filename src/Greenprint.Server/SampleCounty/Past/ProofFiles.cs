using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>Files of proof for the sample county: each says 演示数据 on its face.</summary>
internal static class ProofFiles
{
    private const int LineHeight = 30;

    /// <summary>One page with lines of text, in a font that every reader of Chinese PDF has.</summary>
    internal static byte[] Pdf(IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT /F1 15 Tf 72 770 Td ");
        foreach (var line in lines.Prepend("【演示数据】岚湾县为虚构地区，本件仅供演示"))
        {
            text.Append(CultureInfo.InvariantCulture, $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj 0 -{LineHeight} Td ");
        }

        var content = text.Append("ET").ToString();
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length:0000000000} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        return Encoding.ASCII.GetBytes(pdf.Append(table).Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").ToString());
    }

    /// <summary>One of the drawn pictures as a camera would have taken it: with moment and place in its Exif block.</summary>
    internal static byte[] Photo(byte[] picture, DateTime taken, decimal north, decimal east)
    {
        var exif = Exif(taken, north, east);
        byte[] head = [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2)];
        return [.. head, .. exif, .. picture.AsSpan(2)];
    }

    private static byte[] Exif(DateTime taken, decimal north, decimal east)
    {
        const int directory = 8, below = 38, place = 56, moment = 110, latitude = 130, longitude = 154, size = 178;
        var tiff = new byte[size];
        "MM\0*"u8.CopyTo(tiff);
        U32(tiff, 4, directory);
        U16(tiff, directory, 2);
        Entry(tiff, directory + 2, 0x8769, 4, 1, below);
        Entry(tiff, directory + 14, 0x8825, 4, 1, place);
        U16(tiff, below, 1);
        Entry(tiff, below + 2, 0x9003, 2, 20, moment);
        U16(tiff, place, 4);
        Entry(tiff, place + 2, 1, 2, 2, (uint)'N' << 24);
        Entry(tiff, place + 14, 2, 5, 3, latitude);
        Entry(tiff, place + 26, 3, 2, 2, (uint)'E' << 24);
        Entry(tiff, place + 38, 4, 5, 3, longitude);
        Encoding.ASCII.GetBytes(taken.ToString("yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture)).CopyTo(tiff, moment);
        Degrees(tiff, latitude, north);
        Degrees(tiff, longitude, east);
        return [.. "Exif\0\0"u8, .. tiff];
    }

    private static void Degrees(byte[] tiff, int at, decimal angle)
    {
        var degrees = (uint)angle;
        var minutes = (uint)((angle - degrees) * 60);
        uint[] parts = [degrees, 1, minutes, 1, (uint)((((angle - degrees) * 60) - minutes) * 6000), 100];
        for (var i = 0; i < parts.Length; i++)
        {
            U32(tiff, at + (4 * i), parts[i]);
        }
    }

    private static void Entry(byte[] tiff, int at, ushort tag, ushort type, uint count, uint value)
    {
        U16(tiff, at, tag);
        U16(tiff, at + 2, type);
        U32(tiff, at + 4, count);
        U32(tiff, at + 8, value);
    }

    private static void U16(byte[] to, int at, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(to.AsSpan(at), value);

    private static void U32(byte[] to, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(to.AsSpan(at), value);
}
