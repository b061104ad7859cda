using System.Globalization;

namespace Greenprint.Ui.AsOf;

/// <summary>The day of an address: <c>asOf=2027-06-30</c>.</summary>
public static class AsOfDay
{
    /// <summary>The day; null where none is asked for or it is no day. Of a day to come there is no record: it is today's.</summary>
    public static DateOnly? Of(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day < today ? day : today) : null;

    /// <summary>As it stands in an address.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
