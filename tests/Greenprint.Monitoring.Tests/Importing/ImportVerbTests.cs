using System.Globalization;
using System.Text.Json;
using Greenprint.Platform;

namespace Greenprint.Monitoring.Tests.Importing;

public sealed class ImportVerbTests
{
    private const string TwoRows = "station,kind,time,item,value,unit,city\nA,air,2025-03-01 08:00,pm25,11,µg/m³,江门\nA,air,2025-03-01 09:00,pm25,-999,µg/m³,江门\n";

    [Fact]
    public async Task The_last_line_says_what_happened_to_every_reading()
    {
        await using var store = await ImportHarness.Create();

        var (exit, output, error) = await Run(store, TwoRows, json: false);

        Assert.Equal(0, exit);
        Assert.Equal("read 2 stored 1 unchanged 0 revised 0 rejected 1", output.TrimEnd().Split('\n')[^1]);
        Assert.Contains("own.csv: 第 3 行", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_JSON_the_counts_and_every_rejected_row_with_file_line_and_reason()
    {
        await using var store = await ImportHarness.Create();

        var (_, output, _) = await Run(store, TwoRows, json: true);

        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1, answer.GetProperty("stored").GetInt32());
        var rejected = answer.GetProperty("rejectedRows")[0];
        Assert.Equal(("own.csv", 3), (rejected.GetProperty("file").GetString(), rejected.GetProperty("line").GetInt32()));
        Assert.NotEmpty(rejected.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task A_refused_import_exits_with_1_and_says_file_line_and_what_to_do()
    {
        await using var store = await ImportHarness.Create();

        var (exit, output, error) = await Run(store, "a,b\n1,2\n", json: false);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("own.csv: 第 1 行", error, StringComparison.Ordinal);
        Assert.Contains("--format", error, StringComparison.Ordinal);
        Assert.Contains("MON-006", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(ImportHarness store, string text, bool json)
    {
        var culture = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        try
        {
            var (output, error) = (new StringWriter(CultureInfo.InvariantCulture), new StringWriter(CultureInfo.InvariantCulture));
            var exit = await store.Store.In(services => ImportVerb.Run(
                new VerbContext(services, output, error, "/", ShowProgress: true),
                new ImportOrder(Actor.System("test"), [ImportHarness.File("own.csv", text)]), json, CancellationToken.None));
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }
}
