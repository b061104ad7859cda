using Greenprint.Monitoring;

namespace Greenprint.Indicators.Tests.Runs;

public sealed class RowChunksTests
{
    [Fact]
    public void Rows_packed_and_unpacked_are_the_same_rows() =>
        Gen.Select(Gen.Long[0, 60 * 24 * 90], Gen.Long[-9_000_000_000_000_000_000, 9_000_000_000_000_000_000], Gen.Int[0, 15]).Array[0, 200].Sample(given =>
        {
            var rows = Rows([.. given.DistinctBy(row => row.Item1).OrderBy(row => row.Item1)]);

            var again = RowChunks.Unpack("s", "pm25", "µg/m³", rows.Chunks.Select(chunk => chunk.Content));

            return rows.Minutes.SequenceEqual(again.Minutes) && rows.Scaled.SequenceEqual(again.Scaled) && rows.Flags.SequenceEqual(again.Flags)
                && rows.Digest == again.Digest;
        });

    [Fact]
    public void A_month_of_a_year_to_date_is_the_same_chunk_as_that_month_of_the_year()
    {
        var year = Rows([.. Hours(366)]);
        var toJune = Rows([.. Hours(182)]);

        Assert.Equal(12, year.Chunks.Count);
        Assert.Equal(year.Chunks.Take(6).Select(chunk => chunk.Digest), toJune.Chunks.Select(chunk => chunk.Digest));
    }

    [Fact]
    public void A_year_of_hours_takes_a_few_tens_of_kilobytes() => Assert.InRange(Rows([.. Hours(366)]).Chunks.Sum(chunk => chunk.Content.Length), 1, 40_000);

    // 2024 from its first hour in China, whole numbers with a daily course, as an instrument gives them.
    private static IEnumerable<(long, long, int)> Hours(int days)
    {
        var random = new Random(3095);
        var first = SeriesRows.MinuteOf(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        return Enumerable.Range(0, days * 24).Select(hour => (first + (hour * 60L), (30 + (hour % 24) + random.Next(0, 20)) * 1_000_000_000L, 0));
    }

    private static SeriesRows Rows((long Minute, long Value, int Flags)[] rows) => new(
        "s", "pm25", "µg/m³", [.. rows.Select(row => row.Minute)], [.. rows.Select(row => row.Value)], [.. rows.Select(row => (ReadingFlags)row.Flags)]);
}
