namespace Greenprint.Monitoring;

/// <summary>Words of our own layout, read and written in one place, so that what was exported can be imported.</summary>
internal static class RowWords
{
    private static readonly (string Word, ReadingFlags Flag)[] Flags =
    [
        ("below", ReadingFlags.BelowDetection), ("invalid", ReadingFlags.Invalid), ("maintenance", ReadingFlags.Maintenance),
        ("calibration", ReadingFlags.Calibration), ("cap", ReadingFlags.InstrumentCap), ("spike", ReadingFlags.Spike),
        ("order", ReadingFlags.ParticleOrder), ("frozen", ReadingFlags.Frozen), ("stale", ReadingFlags.Stale),
    ];

    public static string AllFlags => string.Join(", ", Flags.Select(flag => flag.Word));

    /// <summary>Words joined by a semicolon; none is no flag.</summary>
    public static bool TryFlags(ReadOnlySpan<char> text, out ReadingFlags flags)
    {
        flags = ReadingFlags.None;
        foreach (var part in text.Split(';'))
        {
            var word = text[part].Trim();
            if (word.IsEmpty)
            {
                continue;
            }

            var known = ReadingFlags.None;
            foreach (var (name, flag) in Flags)
            {
                known = word.SequenceEqual(name) ? flag : known;
            }

            if (known == ReadingFlags.None)
            {
                return false;
            }

            flags |= known;
        }

        return true;
    }

    public static string Text(ReadingFlags flags) => flags == ReadingFlags.None ? "" : string.Join(';', Flags.Where(flag => flags.HasFlag(flag.Flag)).Select(flag => flag.Word));

    public static bool TryRank(ReadOnlySpan<char> text, out ReadingRank rank)
    {
        rank = text switch { "ratified" => ReadingRank.Ratified, "provisional" => ReadingRank.Provisional, _ => ReadingRank.Raw };
        return text is "" or "raw" or "provisional" or "ratified";
    }

    public static string Text(ReadingRank rank) => rank switch { ReadingRank.Ratified => "ratified", ReadingRank.Provisional => "provisional", _ => "raw" };

    /// <summary><c>1h</c>, <c>4h</c>, <c>sample</c>; empty where the file does not say.</summary>
    public static bool TryStep(ReadOnlySpan<char> text, out int? minutes)
    {
        minutes = text switch { "1h" => 60, "4h" => 240, "8h" => 480, "sample" => 0, _ => null };
        return text.IsEmpty || minutes is not null;
    }

    public static string Text(TimeSpan step) => step == TimeSpan.Zero ? "sample" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)step.TotalHours}h");
}
