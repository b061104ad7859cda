namespace Greenprint.Server.SampleCounty.Past;

/// <summary>Days on which somebody of the county sits at a desk: about those of the calendar. The modules count with the real one.</summary>
internal static class Workdays
{
    /// <summary>The day itself where people work on it, else the next one.</summary>
    internal static DateOnly At(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (day.Month, day.Day) is (1, 1) or (5, <= 5) or (10, <= 7))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>So many working days later.</summary>
    internal static DateOnly After(DateOnly day, int days)
    {
        var next = At(day);
        for (var i = 0; i < days; i++)
        {
            next = At(next.AddDays(1));
        }

        return next;
    }

    /// <summary>So many working days before.</summary>
    internal static DateOnly Before(DateOnly day, int days)
    {
        for (var i = 0; i < days; i++)
        {
            do
            {
                day = day.AddDays(-1);
            }
            while (At(day) != day);
        }

        return day;
    }
}
