using System.CommandLine;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;

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
        var report = AirWords.ReportOption(required: true);
        var edition = AirWords.EditionOption();
        var practice = AirWords.PracticeOption();
        var command = new Command("index", what.Here) { report, edition, practice };
        options.AddTo(command);
        command.SetAction(parsed => Run(
            options.Of(parsed), parsed.GetRequiredValue(edition),
            new(parsed.GetRequiredValue(report) == "daily", AirWords.PracticeOf(parsed.GetValue(practice))), parsed.InvocationConfiguration.Error, watched: !Console.IsErrorRedirected));
        return command;
    }

    internal static int Run(TableOrder order, string edition, IndexAsked asked, TextWriter error, bool watched)
    {
        var rules = Editions.Loaded.Of(library => library.AirRules(edition));
        return new TableRun(order, error, watched).Go((table, writer, log) =>
            new AirIndexRows(table, writer, log, new AirRowsIn(table, order, log, AirColumnsIn.Known), rules, asked));
    }
}
