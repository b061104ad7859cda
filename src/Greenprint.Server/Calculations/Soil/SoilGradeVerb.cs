using System.CommandLine;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Editions;
using Greenprint.Server.Calculations.Tables;

namespace Greenprint.Server.Calculations.Soil;

/// <summary><c>greenprint soil grade</c>: the grade of every plot of a table by its worst item.</summary>
internal static class SoilGradeVerb
{
    internal static Command Command()
    {
        Bilingual what = (
            "逐行判定地块的土壤污染风险等级。示例：greenprint soil grade --standard GB15618-2018 --input plots.csv --output grades.csv",
            "Grade every plot by its risk of soil pollution. Example: greenprint soil grade --standard GB15618-2018 --input plots.csv --output grades.csv");
        Bilingual standardIs = ("GB15618-2018 农用地、GB36600-2018 建设用地。", "GB15618-2018 farmland, GB36600-2018 building land.");
        var options = new TableOptions();
        var standard = new Option<string>("--standard") { Description = standardIs.Here, Required = true, HelpName = "EDITION" };
        standard.AcceptOnlyFromAmong("GB15618-2018", "GB36600-2018");
        var command = new Command("grade", what.Here) { standard };
        options.AddTo(command);
        command.SetAction(parsed => Run(options.Of(parsed), parsed.GetRequiredValue(standard), parsed.InvocationConfiguration.Error, watched: !Console.IsErrorRedirected));
        return command;
    }

    internal static int Run(TableOrder order, string standard, TextWriter error, bool watched)
    {
        var (rules, items) = Loaded.Of(library => (library.SoilTables.Single(table => table.Edition.Id == standard), library.Items));
        return new TableRun(order, error, watched).Go((table, writer, log) => new SoilRows(table, writer, log, order, rules, items));
    }
}
