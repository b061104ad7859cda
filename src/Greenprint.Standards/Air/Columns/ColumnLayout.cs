using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>In what order items, daily values and statistics stand in the columns.</summary>
internal static class ColumnLayout
{
    internal const int Items = 6;
    internal const int Ozone = 5;

    /// <summary>Daily means of five items, then of ozone the largest hour and the largest 8 h mean: the order in which primary pollutants are named.</summary>
    internal const int DayColumns = 7;
    internal const int OzoneHour = 5;
    internal const int OzoneEightHours = 6;
    internal const int OzoneBits = (1 << OzoneHour) | (1 << OzoneEightHours);

    /// <summary>By how much a day's value is stored larger than the hours it is made of, so that it is a whole number.</summary>
    internal static long Denominator(int dayColumn) => dayColumn switch
    {
        OzoneHour => 1,
        OzoneEightHours => DayKernels.WindowDenominator,
        _ => DayKernels.MeanDenominator,
    };

    internal static int ItemOf(MeasuredItem item)
    {
        for (var at = 0; at < Items; at++)
        {
            if (MeasuredItems.AirBasic[at] == item)
            {
                return at;
            }
        }

        throw new ArgumentException($"{item.Code} is none of the six basic items of ambient air.", nameof(item));
    }

    internal static int DayColumnOf(IndexItem of) =>
        Array.IndexOf(DailySeries.Kept, of) is >= 0 and var at ? at : throw new ArgumentException($"There is no daily value of {of.Item.Code} over {of.Averaging}.", nameof(of));

    /// <summary>The column that the statistics of an item are formed of.</summary>
    internal static int JudgedColumn(int item) => item == Ozone ? OzoneEightHours : item;
}
