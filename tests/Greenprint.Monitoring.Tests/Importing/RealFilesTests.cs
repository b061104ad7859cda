using System.Globalization;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Monitoring.Tests.Importing;

/// <summary>The real files beside the checkout, compared with a plain reading of the same text that shares no code with the importer.</summary>
public sealed class RealFilesTests
{
    [Fact]
    public async Task The_four_Beijing_files_are_stored_whole_and_the_second_time_nothing_is_stored()
    {
        var files = Directory.GetFiles(SharedData.At("data", "air", "beijing"), "*.csv").Order(StringComparer.Ordinal).ToList();
        await using var store = await ImportHarness.Create();

        var first = await store.Import([.. files.Select(ImportHarness.File)]);
        var second = await store.Import([.. files.Select(ImportHarness.File)]);

        var cells = files.SelectMany(file => File.ReadLines(file).Skip(1)).SelectMany(line => line.Split(',')[5..11]).ToList();
        Assert.Equal(140_256, first.Counts.Rows);
        Assert.Equal(cells.Count(cell => cell != "NA"), first.Counts.Stored);
        Assert.Equal(cells.Count(cell => cell == "NA"), first.Counts.Missing);
        Assert.Equal(0, first.Counts.Rejected);
        Assert.Equal((0, first.Counts.Stored, 0), (second.Counts.Stored, second.Counts.Unchanged, second.Counts.Revised));

        // Every value of one station and item, in the unit that it is kept in.
        var plain = File.ReadLines(files.Single(file => file.Contains("Dongsi", StringComparison.Ordinal))).Skip(1)
            .Select(line => line.Split(','))
            .Where(row => row[9] != "NA")
            .Select(row => (
                ChinaTime.At(new DateTime(Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4]), 0, 0)),
                decimal.Parse(row[9], CultureInfo.InvariantCulture) / 1000m));
        Assert.Equal(plain, (await store.Rows("北京", "Dongsi", "co")).Select(row => (row.Start, row.Value)));
    }

    [Fact]
    public async Task The_city_files_of_the_national_platform_are_stored_and_the_second_time_nothing_is_stored()
    {
        var files = Directory.GetFiles(SharedData.At("data", "air", "stations_hourly"), "*.csv").Order(StringComparer.Ordinal).ToList();
        await using var store = await ImportHarness.Create();

        var first = await store.Import([.. files.Select(ImportHarness.File)]);
        var second = await store.Import([.. files.Select(ImportHarness.File)]);

        var rows = files.SelectMany(file => PlainCsv.Rows(File.ReadAllText(file)).Skip(1).Select(row => (File: file, Row: row))).ToList();
        var values = rows.SelectMany(pair => pair.Row[6..13].Select((cell, column) => (pair.File, Date: pair.Row[0], Hour: pair.Row[1], Station: pair.Row[2], column, cell)))
            .Where(value => value.cell != "NaN").ToList();
        Assert.Equal(rows.Count, first.Counts.Rows);
        Assert.Equal(values.Count, first.Counts.Read);
        Assert.Equal(values.Distinct().Count(), first.Counts.Stored);   // doubled rows all agree in these files
        Assert.Equal(0, first.Counts.Rejected);
        Assert.Equal(0, second.Counts.Stored);
        Assert.Equal(45, first.NewStations.Count);
        Assert.Equal(
            ["东湖", "梁家巷"],
            first.Remarks.Where(remark => remark.Code == "MON-041").Select(remark => remark.Message.Zh.Split('“', '”')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_water_files_are_stored_and_what_has_no_time_is_left_out_with_its_line()
    {
        var files = Directory.GetFiles(SharedData.At("data", "water", "guangdong_4hourly"), "*.csv").Order(StringComparer.Ordinal).ToList();
        await using var store = await ImportHarness.Create();

        var first = await store.Import([.. files.Select(ImportHarness.File)], year: 2021);
        var second = await store.Import([.. files.Select(ImportHarness.File)], year: 2021);

        var rows = files.SelectMany(file => PlainCsv.Rows(File.ReadAllText(file)).Skip(1).Select((row, index) => (File: Path.GetFileName(file), Line: index + 2, Row: row))).ToList();
        var untimed = rows.Where(row => row.Row[3] is "*" or "--").ToList();
        Assert.Equal(
            untimed.Select(row => (row.File, row.Line)),
            first.Rejections.Where(rejection => rejection.Code == "MON-023").Select(rejection => (rejection.Place!.Source!, rejection.Place.Line!.Value)));

        var first4 = new Dictionary<(string, string, int), string>();
        var (same, other) = (0, 0);
        foreach (var (_, _, row) in rows.Where(row => row.Row[3].Length == 11))
        {
            for (var column = 5; column < 16; column++)
            {
                if (row[column] is "*" or "--")
                {
                    continue;
                }

                // The state of the station is a part of what is said about a value.
                if (!first4.TryAdd((row[2], row[3], column), row[column] + row[16]))
                {
                    (same, other) = first4[(row[2], row[3], column)] == row[column] + row[16] ? (same + 1, other) : (same, other + 1);
                }
            }
        }

        Assert.Equal((first4.Count, same, other + untimed.Count), (first.Counts.Stored, first.Counts.Unchanged, first.Counts.Rejected));
        Assert.Equal(other, first.Rejections.Count(rejection => rejection.Code == "MON-031"));
        Assert.Equal((0, 0), (second.Counts.Stored, second.Counts.Revised));

        var staleRows = rows.Count(row => row.Row[3].StartsWith("02", StringComparison.Ordinal) || row.Row[3].StartsWith("03", StringComparison.Ordinal));
        Assert.Equal(32, staleRows);
        Assert.Equal(4, first.Remarks.Count(remark => remark.Code == "MON-040"));
    }

    [Fact]
    public async Task Without_a_year_the_water_files_are_refused_and_nothing_is_stored()
    {
        var files = Directory.GetFiles(SharedData.At("data", "water", "guangdong_4hourly"), "*.csv").Take(3).ToList();
        await using var store = await ImportHarness.Create();
        var before = await store.Everything();

        var report = await store.Import([.. files.Select(ImportHarness.File)]);

        Assert.Equal(3, report.Refusals.Count);
        Assert.All(report.Refusals, refusal => Assert.Equal("MON-008", refusal.Code));
        Assert.Equal(before, await store.Everything());
    }

    [Fact]
    public async Task A_real_file_goes_into_PostgreSQL_with_the_same_counts_and_digests_as_into_SQLite()
    {
        var file = SharedData.At("data", "air", "beijing", "PRSA_Data_Dongsi_20130301-20170228.csv");
        await using var sqlite = await ImportHarness.Create();
        await using var postgreSql = await ImportHarness.Create(StoreEngine.PostgreSql);

        var one = await sqlite.Import([ImportHarness.File(file)]);
        var other = await postgreSql.Import([ImportHarness.File(file)]);
        var again = await postgreSql.Import([ImportHarness.File(file)]);

        Assert.Equal(one.Counts, other.Counts);
        Assert.Equal((0, one.Counts.Stored), (again.Counts.Stored, again.Counts.Unchanged));
        Assert.Equal(await Digest(sqlite), await Digest(postgreSql));

        static async Task<ReadingsDigest> Digest(ImportHarness store)
        {
            var series = await store.Series("北京", "Dongsi", "o3");
            return await store.Store.In(services => services.GetRequiredService<IReadings>().Digest(
                series.Id, Period.OfYear(2013).Start, Period.OfYear(2017).End, CancellationToken.None));
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
