using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Greenprint.Delivery.Evidences;

/// <summary>What a camera wrote into a photo (Exif 2.3): when, where, which way up.</summary>
/// <param name="TakenAt">By the camera's clock, <c>2026-03-15 10:05:00</c>.</param>
/// <param name="Latitude">Degrees north, five decimals (about a metre).</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Orientation">1 to 8; 1 is upright.</param>
internal sealed record PhotoFacts(string? TakenAt, decimal? Latitude, decimal? Longitude, int Orientation)
{
    public static PhotoFacts None { get; } = new(null, null, null, 1);

    /// <summary>Reads the facts of a JPEG. A photo without them, or with broken ones, has none: never a reason to refuse it.</summary>
    public static PhotoFacts OfJpeg(ReadOnlySpan<byte> jpeg)
    {
        foreach (var (marker, start, length) in JpegSegments.Of(jpeg))
        {
            var body = jpeg.Slice(start, length);
            if (marker == 0xE1 && body.StartsWith("Exif\0\0"u8) && TiffTags.Open(body[6..]) is { } tags)
            {
                return OfTags(tags, body[6..]);
            }
        }

        return None;
    }

    private static PhotoFacts OfTags(TiffTags tags, ReadOnlySpan<byte> tiff)
    {
        const int orientation = 0x0112, exif = 0x8769, gps = 0x8825, original = 0x9003;
        var turned = tags.Number(tiff, orientation) is { } way and >= 1 and <= 8 ? (int)way : 1;
        string? taken = null;
        if (tags.Below(tiff, exif) is { } below && below.Text(tiff, original) is { } text
            && DateTime.TryParseExact(text, "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            taken = at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        }

        decimal? latitude = null, longitude = null;
        if (tags.Below(tiff, gps) is { } place)
        {
            latitude = Degrees(place, tiff, 1, 2, "S", 90);
            longitude = Degrees(place, tiff, 3, 4, "W", 180);
        }

        return latitude is null || longitude is null ? new(taken, null, null, turned) : new(taken, latitude, longitude, turned);
    }

    private static decimal? Degrees(TiffTags place, ReadOnlySpan<byte> tiff, int side, int value, string negative, int largest)
    {
        if (place.Rationals(tiff, value) is not [var degrees, var minutes, var seconds])
        {
            return null;
        }

        var angle = decimal.Round(degrees + (minutes / 60) + (seconds / 3600), 5, MidpointRounding.ToEven);
        return angle > largest ? null : place.Text(tiff, side) == negative ? -angle : angle;
    }
}

/// <summary>The tags of one directory of a TIFF block. Every offset is checked: a photo comes from outside.</summary>
internal sealed class TiffTags
{
    private readonly Dictionary<int, (int Type, int Count, int At)> entries = [];
    private readonly bool little;

    private TiffTags(bool little) => this.little = little;

    /// <summary>The first directory; null where it is none.</summary>
    public static TiffTags? Open(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return null;
        }

        var little = tiff[0] == 'I';
        return Directory(tiff, little, U32(tiff[4..], little));
    }

    /// <summary>The directory that a tag points at.</summary>
    public TiffTags? Below(ReadOnlySpan<byte> tiff, int tag) => Number(tiff, tag) is { } at ? Directory(tiff, little, at) : null;

    public uint? Number(ReadOnlySpan<byte> tiff, int tag) => !entries.TryGetValue(tag, out var entry) ? null
        : entry.Type == 3 ? U16(tiff[entry.At..], little)
        : entry.Type == 4 ? U32(tiff[entry.At..], little)
        : null;

    public string? Text(ReadOnlySpan<byte> tiff, int tag) => entries.TryGetValue(tag, out var entry) && entry.Type == 2
        ? Encoding.ASCII.GetString(tiff.Slice(entry.At, entry.Count)).TrimEnd('\0', ' ')
        : null;

    public decimal[]? Rationals(ReadOnlySpan<byte> tiff, int tag)
    {
        if (!entries.TryGetValue(tag, out var entry) || entry.Type != 5)
        {
            return null;
        }

        var values = new decimal[entry.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var below = U32(tiff[(entry.At + (8 * i) + 4)..], little);
            if (below == 0)
            {
                return null;
            }

            values[i] = (decimal)U32(tiff[(entry.At + (8 * i))..], little) / below;
        }

        return values;
    }

    private static TiffTags? Directory(ReadOnlySpan<byte> tiff, bool little, uint at)
    {
        if (at > tiff.Length - 2)
        {
            return null;
        }

        var tags = new TiffTags(little);
        var count = U16(tiff[(int)at..], little);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)at + 2 + (12 * i);
            if (entry + 12 > tiff.Length)
            {
                break;
            }

            var (type, values) = (U16(tiff[(entry + 2)..], little), U32(tiff[(entry + 4)..], little));
            var size = type switch { 2 => 1L, 3 => 2, 4 => 4, 5 => 8, _ => 0 } * values;
            var place = size <= 4 ? (uint)(entry + 8) : U32(tiff[(entry + 8)..], little);
            if (size > 0 && values < 1000 && place + size <= tiff.Length)
            {
                tags.entries[U16(tiff[entry..], little)] = (type, (int)values, (int)place);
            }
        }

        return tags;
    }

    private static ushort U16(ReadOnlySpan<byte> from, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint U32(ReadOnlySpan<byte> from, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
