using System.Globalization;
using Greenprint.Monitoring;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Indicators.Tests.Real;

/// <summary>The automatic sections of Guangdong in April 2021: the share at class I to III against a plain computation from the files.</summary>
public sealed class GuangdongMonthTests
{
    // Limits of classes I to V of GB 3838-2002 table 1, river; typed here once more.
    private static readonly Dictionary<string, decimal[]> AtMost = new()
    {
        ["高锰酸盐指数(mg/L)"] = [2, 4, 6, 10, 15],
        ["氨氮(mg/L)"] = [0.15m, 0.5m, 1.0m, 1.5m, 2.0m],
        ["总磷(mg/L)"] = [0.02m, 0.1m, 0.2m, 0.3m, 0.4m],
    };

    [Fact]
    public async Task The_share_of_good_sections_is_that_of_a_plain_computation()
    {
        var files = Directory.GetFiles(SharedData.At("data", "water", "guangdong_4hourly"), "*.csv").Order(StringComparer.Ordinal).ToList();
        await using var county = await County.Create(today: new DateOnly(2026, 3, 15));
        var report = await county.Ask((IObservationImport door) => door.Import(
            new(County.Clerk, [.. files.Select(file => new ImportFile(Path.GetFileName(file), () => File.OpenRead(file)))], Year: 2021), null, TestContext.Current.CancellationToken));
        Assert.False(report.IsRefused);

        var answer = await county.Store.In(services => services.GetRequiredService<ComputeQuestion>().Ask(
            "real", Quantities.Period.OfMonth(2021, 4), "auto", TestContext.Current.CancellationToken));

        var classes = files.Select(Class).OfType<int>().ToList();
        var figure = answer!.Indicators.Single(indicator => indicator.Code == "guangdong-water").Computation!;
        Assert.Null(answer.Refusal);
        Assert.Equal(decimal.Round(classes.Count(grade => grade <= 3) * 100m / classes.Count, 1), figure.Published);
        Assert.Contains(figure.Steps, step => step.Label.En == "Sections judged" && step.Value.StartsWith(classes.Count.ToString(CultureInfo.InvariantCulture) + " /", StringComparison.Ordinal));
        Assert.Contains(answer.Indicators, indicator => indicator.Code == "beijing-pm25" && indicator.Finding!.Code == "IND-016");
    }

    // The worst item of the month's means; null without a value in April.
    private static int? Class(string file)
    {
        var lines = File.ReadAllLines(file).Select(line => line.Split(',')).ToList();
        var header = lines[0].ToList();
        var april = lines.Skip(1).Where(cells => cells[3].StartsWith("04-", StringComparison.Ordinal)).ToList();
        decimal? Mean(string column)
        {
            // The last row of a time counts; a value that is not a number is none.
            var values = april.GroupBy(cells => cells[3])
                .Select(rows => rows.Select(cells => cells[header.IndexOf(column)]).LastOrDefault(cell => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
                .OfType<string>().Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)).ToList();
            return values.Count == 0 ? null : values.Average();
        }

        var grades = AtMost.Select(item => Mean(item.Key) is { } mean ? item.Value.TakeWhile(limit => mean > limit).Count() + 1 : (int?)null).ToList();
        grades.Add(Mean("溶解氧(mg/L)") is { } oxygen ? new[] { 7.5m, 6, 5, 3, 2 }.TakeWhile(limit => oxygen < limit).Count() + 1 : null);
        grades.Add(Mean("pH(无量纲)") is { } acidity ? acidity is >= 6 and <= 9 ? 1 : 6 : null);
        return grades.Max();
    }
}
