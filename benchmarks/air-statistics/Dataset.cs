using System.Runtime.InteropServices;
using System.Text.Json;
using Greenprint.Quantities;

namespace Greenprint.AirStatistics;

/// <summary>The hours that product and peers are given: six columns of 16-bit integers and six of flags, [station][day][hour], and nothing made of them.</summary>
internal sealed record Dataset(DateOnly First, int Days, int Stations, short[][] Values, byte[][] Flags)
{
    /// <summary>Places of the stored integers, in the order of <see cref="MeasuredItems.AirBasic"/>: one for µg/m³, two for carbon monoxide in mg/m³.</summary>
    internal static readonly int[] Decimals = [1, 1, 1, 1, 2, 1];

    internal const short Missing = short.MinValue;

    internal static IReadOnlyList<MeasuredItem> Items => MeasuredItems.AirBasic;

    internal int Hours => Stations * Days * 24;

    /// <summary>Every month, quarter and year of the columns.</summary>
    internal List<Period> Periods()
    {
        var years = Enumerable.Range(First.Year, First.AddDays(Days - 1).Year - First.Year + 1).ToList();
        return
        [
            .. years.SelectMany(year => Enumerable.Range(1, 12).Select(month => Period.OfMonth(year, month))),
            .. years.SelectMany(year => Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(year, quarter))),
            .. years.Select(Period.OfYear),
        ];
    }

    internal void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var item = 0; item < Items.Count; item++)
        {
            Write(Path.Combine(folder, $"{Items[item].Code}.i16"), MemoryMarshal.AsBytes(Values[item].AsSpan()));
            Write(Path.Combine(folder, $"{Items[item].Code}.flags"), Flags[item]);
        }

        File.WriteAllText(Path.Combine(folder, "dataset.json"), JsonSerializer.Serialize(new { first = First, days = Days, stations = Stations, decimals = Decimals }));
    }

    internal static Dataset Load(string folder)
    {
        var shape = Shape(folder);
        return shape with
        {
            Values = [.. Items.Select(item => Read<short>(Path.Combine(folder, $"{item.Code}.i16"), shape.Hours))],
            Flags = [.. Items.Select(item => Read<byte>(Path.Combine(folder, $"{item.Code}.flags"), shape.Hours))],
        };
    }

    /// <summary>Days and stations without the hours.</summary>
    internal static Dataset Shape(string folder)
    {
        using var about = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "dataset.json")));
        return new(
            DateOnly.Parse(about.RootElement.GetProperty("first").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            about.RootElement.GetProperty("days").GetInt32(), about.RootElement.GetProperty("stations").GetInt32(), [], []);
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.Create(path);
        file.Write(bytes);
    }

    private static T[] Read<T>(string path, int length)
        where T : struct
    {
        var values = GC.AllocateUninitializedArray<T>(length);
        using var file = File.OpenRead(path);
        file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
