using System.Text.Json;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Indicators.Tests.Web;

public sealed class OpenDataTests
{
    [Fact]
    public async Task Values_are_open_without_the_names_of_persons()
    {
        await using var site = await IndicatorSite.Open();
        await site.Store.In(services => services.GetRequiredService<IValues>().Report(
            County.Clerk, new("p", "a", Period.OfYear(2025), 0.035m, Document: "岚环报〔2026〕2号"), TestContext.Current.CancellationToken));

        var answer = await site.Browser().Get("/api/v1/plans/p/indicators/a/values");

        using var document = JsonDocument.Parse(answer.Text);
        var value = document.RootElement.GetProperty("values")[0];
        Assert.Equal((0.035m, "Reported", "2025"), (value.GetProperty("value").GetDecimal(), value.GetProperty("origin").GetString(), value.GetProperty("period").GetString()));
        Assert.False(document.RootElement.GetProperty("isDemo").GetBoolean());
        Assert.DoesNotContain("李文", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/plans/draft/indicators/a/values", "IND-001")]
    [InlineData("/api/v1/plans/nowhere/indicators/a/values", "IND-001")]
    [InlineData("/api/v1/plans/p/indicators/nothing/values", "IND-002")]
    [InlineData("/api/v1/runs/r000", "IND-020")]
    [InlineData("/api/v1/runs/r000/rows", "IND-020")]
    public async Task What_is_not_published_is_not_there(string path, string code)
    {
        await using var site = await IndicatorSite.Open();

        var answer = await site.Browser().Get(path);

        Assert.Equal(404, answer.Status);
        Assert.Contains($"\"code\":\"{code}\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_open_with_its_rows_and_theirs_is_the_digest_that_the_howto_computes()
    {
        await using var site = await IndicatorSite.Open();
        var run = await ARun(site);

        var answer = await site.Browser().Get($"/api/v1/runs/{run.Run}");
        var rows = await site.Browser().Get($"/api/v1/runs/{run.Run}/rows");

        using var document = JsonDocument.Parse(answer.Text);
        Assert.Equal(run.InputDigest, document.RootElement.GetProperty("provenance").GetProperty("inputDigest").GetString());
        var lines = rows.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("station,item,unit,start,value,flags", lines[0]);
        Assert.Equal("a1,pm25,µg/m³,2026-01-01T00:00+08:00,12.5,0", lines[1]);
        Assert.Equal(run.Inputs.Single().Count, lines.Length - 1);
        Assert.Equal(run.Inputs.Single().Digest, ByTheHowto(lines.Skip(1)));
    }

    // docs/howto/check-a-figure.md, step 4.
    private static string ByTheHowto(IEnumerable<string> lines)
    {
        using var hashed = new MemoryStream();
        foreach (var cells in lines.Select(line => line.Split(',')))
        {
            var start = DateTimeOffset.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
            var value = (long)(decimal.Parse(cells[4], System.Globalization.CultureInfo.InvariantCulture) * 1_000_000_000m);
            hashed.Write([.. BitConverter.GetBytes(start).Reverse(), .. BitConverter.GetBytes(value).Reverse(), 0, 0, 0, (byte)(cells[5][0] - '0')]);
        }

        return "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(hashed.ToArray()));
    }

    private static Task<Provenance> ARun(IndicatorSite site) => site.Store.In(async services =>
    {
        var stop = TestContext.Current.CancellationToken;
        await services.GetRequiredService<IChanges>().Apply(
            County.Clerk,
            async change =>
            {
                await services.GetRequiredService<IStations>().Add(change, [County.Air("a1")], stop);
                return await services.GetRequiredService<IPlanPacks>().Import(
                    change, County.Pack("c", 2026, 2030, County.Indicator("pm", ValueOrigin.Computed, "air-pm25-mean")), stop);
            },
            stop);
        var first = ChinaTime.StartOf(new DateOnly(2026, 1, 1));
        await services.GetRequiredService<IObservationImport>().Store(
            County.Clerk, "given", Enumerable.Range(0, 59 * 24).Select(hour => new GivenReading("a1", "pm25", first.AddHours(hour), TimeSpan.FromHours(1), 12.5m)), ReadingRank.Raw, stop);
        var figures = await services.GetRequiredService<IComputations>().Compute(
            new(County.Clerk, (await services.GetRequiredService<IPlans>().Find("c", stop))!, [Period.OfYear(2026)]), stop);
        return figures.Single().Provenance!;
    });
}
