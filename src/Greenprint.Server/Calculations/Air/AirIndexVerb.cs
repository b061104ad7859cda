using System.CommandLine;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;

namespace Greenprint.Server.Calculations.Air;

/// <summary><c>greenprint air index</c>: sub-indices, AQI, level and primary pollutants of every row of a table.</summary>
internal static class AirIndexVerb
{
    internal static Command Command()
    {
        Bilingual what = (
            "由浓度表计算空气质量分指数、AQI、级别与首要污染物。示例：greenprint air index --report daily --input days.csv --output aqi.csv",
            "Compute sub-indices, AQI, level and primary pollutants of a table of concentrations. Example: greenprint air index --report daily --input days.csv --output aqi.csv");
        var options = new TableOptions();
        var report = new Option<string>("--report") { Description = AirWords.Report.Here, Required = true, HelpName = "hourly|daily" };
        report.AcceptOnlyFromAmong("hourly", "daily");
        var edition = AirWords.EditionOption();
        var practice = new Option<string>("--hourly-practice", "--hourly-pm") { Description = AirWords.Practice.Here, DefaultValueFactory = _ => "platform", HelpName = "platform|text" };
        practice.AcceptOnlyFromAmong("platform", "text", "instantaneous");
        var command = new Command("index", what.Here) { report, edition, practice };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var daily = parsed.GetRequiredValue(report) == "daily";
            var how = parsed.GetValue(practice) == "text" ? HourlyPractice.Text : HourlyPractice.Platform;
            return Run(
                options.Of(parsed), daily, parsed.GetRequiredValue(edition), how, parsed.InvocationConfiguration.Error, watched: !Console.IsErrorRedirected);
        });
        return command;
    }

    internal static int Run(TableOrder order, bool daily, string edition, HourlyPractice practice, TextWriter error, bool watched)
    {
        var rules = Editions.Loaded.Of(library => library.AirRules(edition));
        return new TableRun(order, error, watched).Go((table, writer, log) =>
            new AirIndexRows(table, writer, log, new AirRowsIn(table, order, log, AirColumnsIn.Known), rules, daily, practice));
    }
}
