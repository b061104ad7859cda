using Greenprint.Monitoring;

namespace Greenprint.Server.SampleCounty;

/// <summary>What instruments do to data: outages, calibration, a value that stands still, a leap.</summary>
internal static class Instruments
{
    private const int HoursOfDay = 24;

    /// <summary>True when the station sends nothing in this hour: now and then for some hours, seldom for days.</summary>
    internal static bool IsOut(ulong station, long hour)
    {
        for (var back = 0; back < 4; back++)
        {
            var day = (hour / HoursOfDay) - back;
            var chance = Noise.Uniform(station ^ 101, day);
            if (chance < 0.008)
            {
                var first = (day * HoursOfDay) + (long)(Noise.Uniform(station ^ 102, day) * HoursOfDay);
                var length = 2 + (long)(Noise.Uniform(station ^ 103, day) * (chance < 0.0012 ? 60 : 9));
                if (hour >= first && hour < first + length)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Gas instruments are calibrated in one hour of a week; the reading is then the calibration gas's.</summary>
    internal static ReadingFlags Marks(string item, ulong station, long hour, DateTime clock)
    {
        if (item is "so2" or "no2" or "co" or "o3" && clock.DayOfWeek == DayOfWeek.Tuesday && clock.Hour == 10)
        {
            return ReadingFlags.Calibration;
        }

        return Noise.Uniform(station ^ Noise.Seed(item), hour) < 0.0004 ? ReadingFlags.Invalid : ReadingFlags.None;
    }

    /// <summary>The hour whose value is repeated: itself, or the first of a standstill of eight hours.</summary>
    internal static long Frozen(ulong station, long hour)
    {
        var stretch = hour / 8;
        return Noise.Uniform(station ^ 104, stretch) < 0.00025 ? stretch * 8 : hour;
    }

    /// <summary>1, or rarely a leap to several times the value.</summary>
    internal static double Leap(ulong station, string item, long hour) =>
        Noise.Uniform(station ^ Noise.Seed(item) ^ 105, hour) < 0.00003 ? 4.5 : 1;
}
