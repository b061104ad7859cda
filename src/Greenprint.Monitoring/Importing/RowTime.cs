using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>Times as files write them, as seconds since 1970 UTC. A time without a zone is China standard time.</summary>
internal static class RowTime
{
    public const int Hour = 3600;

    private static readonly string[] LocalFormats =
    [
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy/M/d",
    ];

    private static readonly string[] ZonedFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    /// <summary>The start of an hour of a day; hour 24 is the first of the next day.</summary>
    public static bool TryHour(int year, int month, int day, int hour, out long seconds)
    {
        seconds = 0;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 24)
        {
            return false;
        }

        var days = new DateOnly(year, month, day).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        seconds = ((days * 24L) + hour - 8) * Hour;
        return true;
    }

    /// <summary>A whole number without a sign.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>A written moment, with or without a zone.</summary>
    public static bool TryMoment(ReadOnlySpan<char> text, out long seconds)
    {
        // The common form first: it is read a million times.
        if (text.Length == 16 && text[4] == '-' && text[7] == '-' && text[10] is ' ' or 'T' && text[13] == ':'
            && TryNumber(text[..4], out var year) && TryNumber(text[5..7], out var month) && TryNumber(text[8..10], out var day)
            && TryNumber(text[11..13], out var hour) && TryNumber(text[14..], out var minute) && minute < 60 && (hour < 24 || minute == 0)
            && TryHour(year, month, day, hour, out seconds))
        {
            seconds += minute * 60;
            return true;
        }

        seconds = 0;
        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            seconds = StoredTime.Start(ChinaTime.At(local));
            return true;
        }

        // K also takes a text without a zone, but those were all taken above.
        if (DateTimeOffset.TryParseExact(text, ZonedFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned))
        {
            seconds = StoredTime.Start(zoned);
            return true;
        }

        return false;
    }

    /// <summary>A month, from the seconds of a start: 202104.</summary>
    public static int MonthOf(long seconds)
    {
        var day = ChinaTime.WallClock(DateTimeOffset.FromUnixTimeSeconds(seconds));
        return (day.Year * 100) + day.Month;
    }

    /// <summary>For a message or an export.</summary>
    public static string Text(long seconds) => ChinaTime.WallClock(DateTimeOffset.FromUnixTimeSeconds(seconds)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
