using System.Text.Json;
using Greenprint.Monitoring;
using Greenprint.Platform;
using Greenprint.Standards.Tests.Air;
using Greenprint.Testing;

namespace Greenprint.Indicators.Tests.Real;

/// <summary>A store with the four published stations of Beijing, imported once for all tests of this file.</summary>
public sealed class BeijingStore : IAsyncLifetime
{
    internal County? County { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!SharedData.IsPresent)
        {
            return;
        }

        County = await County.Create(today: new DateOnly(2026, 3, 15));
        var files = Directory.GetFiles(SharedData.At("data", "air", "beijing"), "*.csv").Order(StringComparer.Ordinal);
        var report = await County.Ask((IObservationImport door) => door.Import(
            new(County.Clerk, [.. files.Select(file => new ImportFile(Path.GetFileName(file), () => File.OpenRead(file)))]), null, CancellationToken.None));
        Assert.False(report.IsRefused);
    }

    public async ValueTask DisposeAsync()
    {
        if (County is not null)
        {
            await County.DisposeAsync();
        }
    }

    internal async Task<(int Exit, JsonElement Answer, string Error)> Compute(string period, string edition = "auto")
    {
        _ = SharedData.At("data", "air", "beijing");
        var (output, error) = (new StringWriter(), new StringWriter());
        await using var scope = County!.Store.Scope();
        var exit = await ComputeVerb.Run(
            new VerbContext(scope.ServiceProvider, output, error, Environment.CurrentDirectory, false), "real", period, edition, json: true, CancellationToken.None);
        return (exit, output.ToString().Length == 0 ? default : JsonDocument.Parse(output.ToString()).RootElement, error.ToString());
    }
}

/// <summary>From file to figure: what <c>indicator compute --plan real</c> prints, against a plain computation from the same files.</summary>
public sealed class BeijingYearTests(BeijingStore store) : IClassFixture<BeijingStore>
{
    private static readonly string[] Stations = ["Dingling", "Dongsi", "Guanyuan", "Tiantan"];

    [Fact]
    public async Task The_three_figures_of_2016_are_those_of_a_plain_computation()
    {
        var (exit, answer, _) = await store.Compute("2016");

        Assert.Equal(0, exit);
        var pm25 = City("PM2.5", PlainAir.DailyMeans);
        Same(pm25.Values.Average(), 0, answer, "beijing-pm25");
        Same(PlainAir.Percentile(City("O3", PlainAir.DailyMaxima8).Values, 0.9m), 0, answer, "beijing-o3");
        var (good, all) = GoodDays();
        Same(good * 100m / all, 1, answer, "beijing-good-days");
        var run = Of(answer, "beijing-pm25").GetProperty("computation");
        Assert.Equal("air-pm25-mean/1", run.GetProperty("method").GetString());
        Assert.Equal("2012", run.GetProperty("editions")[0].GetProperty("edition").GetString());
        Assert.StartsWith("sha256:", run.GetProperty("inputDigest").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, run.GetProperty("inputs").GetArrayLength());
    }

    [Theory]
    [InlineData("Dongsi")]
    [InlineData("Dingling")]
    public async Task A_station_with_gaps_cannot_be_given_and_the_months_are_named(string station)
    {
        var (_, answer, _) = await store.Compute("2016");

        var indicator = Of(answer, station.ToLowerInvariant() + "-pm25");
        var lacking = PlainAir.Lacking(PlainAir.DailyMeans(Hours(station, "PM2.5")).Keys).Select(month => $"2016-{month:00}");
        var run = indicator.GetProperty("computation");
        Assert.Equal(JsonValueKind.Null, run.GetProperty("value").ValueKind);
        Assert.Equal(lacking, run.GetProperty("lack").GetProperty("months").EnumerateArray().Select(month => month.GetProperty("month").GetString()));
        Assert.All(lacking, month => Assert.Contains(month, run.GetProperty("notGiven").GetProperty("zh").GetString(), StringComparison.Ordinal));
        Assert.Equal("Unknown", indicator.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_year_that_begins_in_March_is_refused_with_the_months_that_are_missing()
    {
        var (exit, answer, error) = await store.Compute("2013");

        Assert.Equal(1, exit);
        Assert.Equal("IND-021", answer.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Contains("缺 2013-01, 2013-02。", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_the_shipped_binding_is_verified_and_another_edition_can_be_forced()
    {
        var (_, answer, _) = await store.Compute("2016", "2026-full");
        var run = Of(answer, "beijing-good-days").GetProperty("computation").GetProperty("run").GetString()!;

        var verification = await store.County!.Ask((IComputations door) => door.Verify(run, TestContext.Current.CancellationToken));

        Assert.True(verification!.Holds);
        Assert.Equal("2026-full", verification.Provenance.Editions.Single().Edition);
    }

    [Fact]
    public async Task What_is_not_there_is_refused_with_its_code()
    {
        Assert.Contains("IND-019", (await store.Compute("2016-13")).Error, StringComparison.Ordinal);
        Assert.Contains("STD-001", (await store.Compute("2016", "1996")).Error, StringComparison.Ordinal);
    }

    private static void Same(decimal plain, int decimals, JsonElement answer, string code)
    {
        var run = Of(answer, code).GetProperty("computation");
        Assert.Equal(decimal.Round(plain, decimals), run.GetProperty("published").GetDecimal());
        Assert.Equal(plain, run.GetProperty("value").GetDecimal(), 12);
    }

    private static JsonElement Of(JsonElement answer, string code) =>
        answer.GetProperty("indicators").EnumerateArray().Single(indicator => indicator.GetProperty("code").GetString() == code);

    private static List<PlainAir.Hour> Hours(string station, string column) =>
        [.. PlainAir.Read(SharedData.At("data", "air", "beijing", $"PRSA_Data_{station}_20130301-20170228.csv"), column).Where(hour => hour.Day.Year == 2016)];

    private static Dictionary<DateOnly, decimal> City(string column, Func<IEnumerable<PlainAir.Hour>, Dictionary<DateOnly, decimal>> daily) =>
        PlainAir.City([.. Stations.Select(station => daily(Hours(station, column)))]);

    // Under the edition of 2012 a day is good when nothing is above its limit; with an item missing there is an index only where another one exceeds.
    private static (int Good, int All) GoodDays()
    {
        var hourly = PlainAir.City([.. Stations.Select(station =>
        {
            var hours = Hours(station, "O3");
            var valid = PlainAir.DailyMaxima8(hours);
            return hours.GroupBy(hour => hour.Day).Where(day => valid.ContainsKey(day.Key)).ToDictionary(day => day.Key, day => day.Max(hour => hour.Value));
        })]);
        (Dictionary<DateOnly, decimal> Days, int Decimals, decimal Limit)[] items =
        [
            (City("PM2.5", PlainAir.DailyMeans), 0, 75), (City("PM10", PlainAir.DailyMeans), 0, 150), (City("SO2", PlainAir.DailyMeans), 0, 150),
            (City("NO2", PlainAir.DailyMeans), 0, 80), (City("CO", PlainAir.DailyMeans), 1, 4), (City("O3", PlainAir.DailyMaxima8), 0, 160), (hourly, 0, 200),
        ];
        var (good, all) = (0, 0);
        for (var day = new DateOnly(2016, 1, 1); day.Year == 2016; day = day.AddDays(1))
        {
            var exceeds = items.Any(item => item.Days.TryGetValue(day, out var value) && decimal.Round(value, item.Decimals) > item.Limit);
            var whole = items.All(item => item.Days.ContainsKey(day));
            (good, all) = (good + (whole && !exceeds ? 1 : 0), all + (whole || exceeds ? 1 : 0));
        }

        return (good, all);
    }
}
