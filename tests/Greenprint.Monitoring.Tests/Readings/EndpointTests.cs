using System.Globalization;
using System.Text.Json;
using Greenprint.Monitoring.Tests.Office;

namespace Greenprint.Monitoring.Tests.Readings;

public sealed class EndpointTests
{
    [Fact]
    public async Task The_readings_of_a_series_and_year_come_with_their_count_and_digest()
    {
        await using var site = await MonitoringSite.Open();
        await site.Data.Put("0.035", time: "2024-12-31 23:00");
        await site.Data.Put("35", time: "2025-01-01 00:00");
        await site.Data.Put("36", time: "2025-01-01 00:00");
        var series = await site.Data.Series("江门", "A", "pm25");

        var year = await Json(site, string.Create(CultureInfo.InvariantCulture, $"/api/v1/series/{series.Id}/readings?year=2025"));
        var count = await Json(site, string.Create(CultureInfo.InvariantCulture, $"/api/v1/series/{series.Id}/readings/count"));

        var reading = year.GetProperty("readings")[0];
        Assert.Equal((1, 36m, "2025-01-01T00:00:00+08:00"), (year.GetProperty("count").GetInt32(), reading.GetProperty("value").GetDecimal(), reading.GetProperty("start").GetString()));
        Assert.Equal(1, reading.GetProperty("revision").GetInt32());
        Assert.StartsWith("sha256:", year.GetProperty("digest").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, count.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task The_newest_reading_of_every_station_is_one_call_away()
    {
        await using var site = await MonitoringSite.Open();
        await site.Data.Put("35", time: "2025-01-01 00:00");
        await site.Data.Put("36", time: "2025-01-01 01:00");

        var latest = await Json(site, "/api/v1/stations/latest");

        var station = latest.GetProperty("stations")[0];
        Assert.Equal(("A", "江门", true), (station.GetProperty("name").GetString(), station.GetProperty("city").GetString(), station.GetProperty("isProvisional").GetBoolean()));
        Assert.Equal(36m, station.GetProperty("readings")[0].GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("/api/v1/series/77/readings?year=2025")]
    [InlineData("/api/v1/series/77/readings/count")]
    public async Task A_series_that_is_not_there_is_a_problem_with_its_code(string address)
    {
        await using var site = await MonitoringSite.Open();

        var answer = await site.Browser().Get(address);

        Assert.Equal(404, answer.Status);
        Assert.Equal("MON-001", JsonDocument.Parse(answer.Text).RootElement.GetProperty("code").GetString());
    }

    private static async Task<JsonElement> Json(MonitoringSite site, string address)
    {
        var answer = await site.Browser().Get(address);
        Assert.Equal(200, answer.Status);
        return JsonDocument.Parse(answer.Text).RootElement;
    }
}
