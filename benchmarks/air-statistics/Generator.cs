namespace Greenprint.AirStatistics;

/// <summary>Invented hours with the habits of real ones, the same for the same seed: season, time of day, weather of several days, episodes, and gaps as instruments make them.</summary>
internal static class Generator
{
    internal const int Seed = 20260301;

    // Level, share of the season (positive: winter) and of the time of day, largest value, in stored units.
    private static readonly (double Level, double Winter, double Day, int Largest)[] Habits =
        [(330, 0.55, 0.10, 9000), (620, 0.45, 0.12, 15000), (110, 0.60, 0.15, 8000), (300, 0.35, 0.30, 4000), (75, 0.40, 0.15, 2500), (620, -0.60, 0.55, 6000)];

    internal static Dataset Make(int stations, int years)
    {
        var first = new DateOnly(2018, 1, 1);   // ten years then hold two leap days and the change of editions on 2026-03-01
        var days = first.AddYears(years).DayNumber - first.DayNumber;
        var data = new Dataset(first, days, stations, [.. Dataset.Items.Select(_ => new short[stations * days * 24])], [.. Dataset.Items.Select(_ => new byte[stations * days * 24])]);
        Parallel.For(0, stations, station =>
        {
            for (var item = 0; item < Dataset.Items.Count; item++)
            {
                var part = (station * days * 24)..((station + 1) * days * 24);
                var random = new Noise((ulong)(Seed + (station * 64) + item));
                Values(random, item, 0.6 + (0.8 * station / stations), first, data.Values[item].AsSpan(part));
                Gaps(random, data.Values[item].AsSpan(part), data.Flags[item].AsSpan(part));
            }
        });
        return data;
    }

    private static void Values(Noise random, int item, double place, DateOnly first, Span<short> hours)
    {
        var (level, winter, ofDay, largest) = Habits[item];
        var (weather, hourly) = (0.0, 0.0);
        var cycle = Enumerable.Range(0, 24).Select(hour => 1 + (ofDay * Math.Sin((hour - 9) * Math.PI / 12))).ToArray();
        for (var day = 0; day < hours.Length / 24; day++)
        {
            weather = (0.75 * weather) + (0.35 * random.Normal());
            var trend = 1 - (0.04 * (day / 365.25));   // the air gets cleaner: figures pass their limits on the way
            var season = 1 + (winter * Math.Cos((first.AddDays(day).DayOfYear - 15) * Math.PI / 182.6));
            var mean = level * place * trend * season * Math.Exp(weather);
            for (var hour = 0; hour < 24; hour++)
            {
                hourly = (0.8 * hourly) + (0.12 * random.Normal());
                hours[(day * 24) + hour] = (short)Math.Clamp(mean * cycle[hour] * (1 + Math.Clamp(hourly, -0.9, 3)), 1, largest);
            }
        }
    }

    /// <summary>3 % missing: single hours, hours of calibration, and now and then a broken instrument for days or weeks. 1 % have a value with a flag.</summary>
    private static void Gaps(Noise random, Span<short> hours, Span<byte> flags)
    {
        for (var hour = 0; hour < hours.Length; hour++)
        {
            var chance = random.Next() % 100_000;
            if (chance < 1_000)
            {
                hours[hour] = Dataset.Missing;
            }
            else if (chance < 2_000)
            {
                flags[hour] = (byte)(1 + (chance % 7));
            }
            else if (chance < 2_150)
            {
                Drop(hours[hour..], 2 + (int)(random.Next() % 9));
            }
            else if (chance < 2_156)
            {
                Drop(hours[hour..], 24 + (int)(random.Next() % 360));
            }
        }
    }

    private static void Drop(Span<short> hours, int length) => hours[..Math.Min(length, hours.Length)].Fill(Dataset.Missing);

    /// <summary>SplitMix64: the same numbers everywhere and always.</summary>
    private sealed class Noise(ulong seed)
    {
        private ulong state = unchecked(seed * 0x9E3779B97F4A7C15);

        internal ulong Next()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                return mixed ^ (mixed >> 31);
            }
        }

        /// <summary>About normal: the sum of four even numbers.</summary>
        internal double Normal()
        {
            var bits = Next();
            return (((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48)) / 65536.0 - 2) * 1.732;
        }
    }
}
