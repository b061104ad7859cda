namespace Greenprint.Server.SampleCounty;

/// <summary>Season, day and weather of invented air: what a level is multiplied by at an hour. A wet mild summer, ozone in autumn, a still winter.</summary>
internal static class AirWeather
{
    private static readonly double[] ParticleMonths = [1.5, 1.3, 1.12, 1.0, 0.82, 0.62, 0.55, 0.6, 0.82, 1.06, 1.2, 1.42];
    private static readonly double[] OzoneMonths = [0.8, 0.86, 0.95, 1.02, 1.06, 0.95, 0.9, 0.98, 1.18, 1.24, 1.08, 0.84];
    private static readonly double[] ParticleHours = [1.06, 1.05, 1.03, 1.01, 1.0, 1.0, 1.03, 1.08, 1.1, 1.06, 1.0, 0.95, 0.91, 0.89, 0.88, 0.88, 0.9, 0.94, 1.0, 1.04, 1.06, 1.07, 1.07, 1.06];
    private static readonly double[] OzoneHours = [0.5, 0.47, 0.45, 0.43, 0.41, 0.4, 0.4, 0.45, 0.6, 0.82, 1.05, 1.26, 1.43, 1.55, 1.6, 1.56, 1.45, 1.27, 1.05, 0.88, 0.76, 0.67, 0.6, 0.54];
    private static readonly double[] TrafficHours = [0.9, 0.84, 0.8, 0.78, 0.8, 0.9, 1.08, 1.26, 1.3, 1.18, 1.02, 0.9, 0.82, 0.78, 0.78, 0.82, 0.92, 1.08, 1.24, 1.3, 1.24, 1.14, 1.05, 0.98];
    private static readonly ulong Still = Noise.Seed("still air over Cangyu");
    private static readonly ulong Sun = Noise.Seed("sun over Cangyu");
    private static readonly ulong Dust = Noise.Seed("dust from afar");

    /// <summary>The factor of one item at one station.</summary>
    /// <param name="item">Code of the item.</param>
    /// <param name="place">Seed of the station.</param>
    /// <param name="hour">Hours from the beginning of 2020.</param>
    /// <param name="clock">The same hour on the wall.</param>
    internal static double Factor(string item, ulong place, long hour, DateTime clock)
    {
        var local = 0.86 + (0.28 * Noise.Smooth(place, hour, 7)) + (0.1 * (Noise.Uniform(place ^ 77, hour) - 0.5));
        return local * item switch
        {
            "o3" => Season(OzoneMonths, clock) * OzoneHours[clock.Hour] * OzoneWeather(hour),
            "no2" => Season(ParticleMonths, clock) * TrafficHours[clock.Hour] * (0.7 + (0.6 * Stagnation(hour))),
            "pm10" => Season(ParticleMonths, clock) * ParticleHours[clock.Hour] * (Stagnation(hour) + DustStorm(hour, clock)),
            "pm25" => Season(ParticleMonths, clock) * ParticleHours[clock.Hour] * (Stagnation(hour) + (0.25 * DustStorm(hour, clock))),
            _ => (0.5 + (0.5 * Season(ParticleMonths, clock))) * TrafficHours[clock.Hour] * (0.75 + (0.35 * Stagnation(hour))),
        };
    }

    // Some days of still air in a row, then rain: about 1 in the mean, seldom above 2.5.
    private static double Stagnation(long hour)
    {
        var days = Noise.Smooth(Still, hour, 96);
        var weeks = Noise.Smooth(Still ^ 5, hour, 400);
        return 0.36 + (0.62 * days) + (1.5 * days * days * days * (0.4 + weeks));
    }

    private static double OzoneWeather(long hour)
    {
        var days = Noise.Smooth(Sun, hour, 72);
        return 0.55 + (0.5 * days) + (0.62 * days * days);
    }

    private static double DustStorm(long hour, DateTime clock)
    {
        var strength = Noise.Smooth(Dust, hour, 36);
        return clock.Month is >= 2 and <= 4 && strength > 0.93 ? (strength - 0.93) * 30 : 0;
    }

    /// <summary>Between the middles of two months a straight line.</summary>
    internal static double Season(double[] months, DateTime clock)
    {
        var position = clock.Month - 1 + ((clock.Day - 1) / 31.0) - 0.5;
        var floor = (int)Math.Floor(position);
        var part = position - floor;
        return (months[(floor + 12) % 12] * (1 - part)) + (months[(floor + 13) % 12] * part);
    }
}
