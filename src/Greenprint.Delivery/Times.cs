using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Delivery;

/// <summary>Days and moments as the pages of this module write them.</summary>
internal static class Times
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset moment) => ChinaTime.WallClock(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
