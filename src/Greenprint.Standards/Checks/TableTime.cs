namespace Greenprint.Standards.Checks;

/// <summary>What a cell of times holds.</summary>
public enum TimeKind
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A day and a clock time.</summary>
    Moment,

    /// <summary>An hour numbered 24: it belongs to the next day in one reading and to this one in another, so it is not guessed.</summary>
    Hour24,

    /// <summary>Something else, or a day that the calendar does not have.</summary>
    NotATime,
}

/// <summary>Reads times as the command line takes them: <c>yyyy-MM-dd</c>, <c>yyyy-MM-dd HH:mm</c> (also with <c>T</c>, seconds of zero, or slashes as spreadsheets write them). Clock of China.</summary>
public static class TableTime
{
    /// <summary>Reads one cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="day">The day.</param>
    /// <param name="minute">Minutes since midnight.</param>
    public static TimeKind Read(ReadOnlySpan<char> cell, out DateOnly day, out int minute)
    {
        (day, minute) = (default, 0);
        var text = cell.Trim();
        var cut = text.IndexOfAny(' ', 'T');
        if (!TryDay(cut < 0 ? text : text[..cut], out day))
        {
            return TimeKind.NotATime;
        }

        if (cut < 0)
        {
            return TimeKind.Day;
        }

        var clock = text[(cut + 1)..].TrimStart();
        var colon = clock.IndexOf(':');
        if (colon is < 1 or > 2 || !TryNumber(clock[..colon], out var hour) || clock.Length < colon + 3 || !TryNumber(clock.Slice(colon + 1, 2), out var minutes) || minutes > 59
            || clock[(colon + 3)..] is not ("" or ":00" or ":00.000"))
        {
            return TimeKind.NotATime;
        }

        minute = (hour * 60) + minutes;
        return hour < 24 ? TimeKind.Moment : hour == 24 ? TimeKind.Hour24 : TimeKind.NotATime;
    }

    private static bool TryDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length < 8 || text[4] is not ('-' or '/') || !TryNumber(text[..4], out var year))
        {
            return false;
        }

        var second = text[5..].IndexOf(text[4]);
        if (second < 1 || !TryNumber(text.Slice(5, second), out var month) || !TryNumber(text[(6 + second)..], out var date)
            || year < 1900 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new(year, month, date);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 4)
        {
            return false;
        }

        foreach (var sign in text)
        {
            if (!char.IsAsciiDigit(sign))
            {
                return false;
            }

            number = (number * 10) + (sign - '0');
        }

        return true;
    }
}
