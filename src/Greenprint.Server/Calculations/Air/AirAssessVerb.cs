using System.CommandLine;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;

namespace Greenprint.Server.Calculations.Air;

/// <summary><c>greenprint air assess</c>: the statutory figures of every station, and city, over the periods of a table of hourly means.</summary>
internal static class AirAssessVerb
{
    internal static readonly IReadOnlyDictionary<string, PeriodKind> Lengths = new Dictionary<string, PeriodKind>
    {
        ["month"] = PeriodKind.Month,
        ["quarter"] = PeriodKind.Quarter,
        ["year"] = PeriodKind.Year,
    };

    internal static Command Command()
    {
        Bilingual what = (
            "由小时值评价各点位、各城市的月、季、年。示例：greenprint air assess --period year --input hourly.csv --city-of stations.csv --output years.csv",
            "Assess months, quarters or years of stations and cities from hourly means. Example: greenprint air assess --period year --input hourly.csv --city-of stations.csv --output years.csv");
        Bilingual periodIs = ("时段：month、quarter 或 year。", "Length of the periods: month, quarter or year.");
        var options = new TableOptions();
        var edition = AirWords.EditionOption();
        var period = new Option<string>("--period") { Description = periodIs.Here, Required = true, HelpName = "month|quarter|year" };
        period.AcceptOnlyFromAmong([.. Lengths.Keys]);
        var cities = AirWords.CityOption();
        var command = new Command("assess", what.Here) { edition, period, cities };
        options.AddTo(command);
        command.SetAction(parsed => Run(
            options.Of(parsed), [Editions.Loaded.Of(library => library.AirRules(parsed.GetRequiredValue(edition)))], Lengths[parsed.GetRequiredValue(period)], parsed.GetValue(cities),
            parsed.InvocationConfiguration.Error, watched: !Console.IsErrorRedirected));
        return command;
    }

    /// <summary>Assesses every place and period by each of the rules.</summary>
    internal static int Run(TableOrder order, IReadOnlyList<AirRules> rules, PeriodKind length, string? cityOf, TextWriter error, bool watched)
    {
        var cities = cityOf is null ? [] : CityOf.Read(cityOf);
        return new TableRun(order, error, watched).Go((table, writer, log) =>
            new AirAssessRows(table, writer, log, new AirRowsIn(table, order, log, AirColumnsIn.Hourly, sayTwice: false), rules, length, cities));
    }
}
