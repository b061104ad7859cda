using System.CommandLine;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Editions;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Checks;
using Greenprint.Standards.Classes;

namespace Greenprint.Server.Calculations.Water;

/// <summary><c>greenprint water classify</c>: class, deciding items and exceedance multiples of every sample of a table.</summary>
internal static class WaterClassifyVerb
{
    internal const string SurfaceWater = "GB3838-2002";

    internal static Command Command()
    {
        Bilingual what = (
            "逐行判定水质类别、定类项目与超标倍数。示例：greenprint water classify --standard GB3838-2002 --input sections.csv --output classes.csv",
            "Class, deciding items and exceedance multiples of every row. Example: greenprint water classify --standard GB3838-2002 --input sections.csv --output classes.csv");
        Bilingual standardIs = ("GB3838-2002 地表水、GB3097-1997 海水、GBT14848-2017 地下水。", "GB3838-2002 surface water, GB3097-1997 sea, GBT14848-2017 groundwater.");
        Bilingual targetIs = ("海水、地下水：超标倍数所对照的目标类别，为设有限值的一类。", "Sea, groundwater: the target class that exceedance is over, one that has limits.");
        var options = new TableOptions();
        var standard = new Option<string>("--standard") { Description = standardIs.Here, Required = true, HelpName = "EDITION" };
        standard.AcceptOnlyFromAmong(SurfaceWater, "GB3097-1997", "GBT14848-2017");
        var target = new Option<int?>("--target") { Description = targetIs.Here, HelpName = "CLASS" };
        var command = new Command("classify", what.Here) { standard, target };
        options.AddTo(command);
        command.SetAction(parsed => Run(
            options.Of(parsed), parsed.GetRequiredValue(standard), parsed.GetValue(target), parsed.InvocationConfiguration.Error, watched: !Console.IsErrorRedirected));
        return command;
    }

    internal static int Run(TableOrder order, string standard, int? target, TextWriter error, bool watched)
    {
        if (standard == SurfaceWater)
        {
            var rules = Loaded.Of(library => library.SurfaceWater);
            return target is null
                ? new TableRun(order, error, watched).Go((table, writer, log) => new SurfaceWaterRows(table, writer, log, order, rules))
                : throw new RefusedException(TableFindings.NoTarget(standard));
        }

        var (classes, items) = Loaded.Of(library => (library.ClassTables.Single(table => table.Edition.Id == standard), library.Items));
        return target is null or >= 1 && (target is null || target < classes.Classes.Count)
            ? new TableRun(order, error, watched).Go((table, writer, log) => new ClassRows(table, writer, log, order, classes, items, new ClassOptions(Target: target)))
            : throw new RefusedException(TableFindings.NoSuchTarget(standard, target.Value, classes.Classes.Count - 1));
    }
}
