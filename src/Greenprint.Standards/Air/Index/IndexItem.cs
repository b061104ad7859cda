using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>An item with the time it is averaged over: what a column of the index table, or a value of a report, stands for.</summary>
/// <param name="Item">Item.</param>
/// <param name="Averaging">Time; in the hourly report <see cref="Averaging.EightHours"/> and <see cref="Averaging.Day"/> are moving means.</param>
public readonly record struct IndexItem(MeasuredItem Item, Averaging Averaging)
{
    /// <summary>Name in files and as a primary pollutant: PM2.5, PM10, SO2, NO2, CO, O3, O3-8h.</summary>
    public string Label => (Item.Code, Averaging) switch
    {
        ("pm25", _) => "PM2.5",
        ("pm10", _) => "PM10",
        ("o3", Averaging.EightHours) => "O3-8h",
        var (code, _) => code.ToUpperInvariant(),
    };

    /// <summary>Before, at or after the other in the order in which primary pollutants are named: PM2.5, PM10, SO2, NO2, CO, O3, O3-8h.</summary>
    internal static int InOrderOfNaming(IndexItem left, IndexItem right) => (Place(left.Item), left.Averaging).CompareTo((Place(right.Item), right.Averaging));

    private static int Place(MeasuredItem item)
    {
        for (var at = 0; at < MeasuredItems.AirBasic.Count; at++)
        {
            if (MeasuredItems.AirBasic[at] == item)
            {
                return at;
            }
        }

        return int.MaxValue;
    }
}
