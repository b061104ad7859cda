namespace Greenprint.Server.SampleCounty;

/// <summary>How often a series is measured.</summary>
internal enum Sampling
{
    Hourly,
    FourHourly,

    /// <summary>By hand, once a month.</summary>
    Monthly,
}

/// <summary>About how high one item stands at one station, at the middle of three years; straight lines between.</summary>
/// <param name="Station">Code of the station.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Sampling">How often.</param>
/// <param name="In2020">Level in mid-2020.</param>
/// <param name="In2025">Level in mid-2025.</param>
/// <param name="In2026">Level in mid-2026 and after.</param>
/// <param name="Spread">How far values of water move around it, as a part of it.</param>
internal sealed record Level(string Station, string Item, Sampling Sampling, double In2020, double In2025, double In2026, double Spread)
{
    private const double HoursOfYear = 8766;

    /// <summary>The level at an hour counted from the beginning of 2020.</summary>
    internal double At(long hour)
    {
        var years = (hour / HoursOfYear) - 0.5;
        return years <= 5 ? In2020 + ((In2025 - In2020) * years / 5) : In2025 + ((In2026 - In2025) * Math.Min(1, years - 5));
    }
}
