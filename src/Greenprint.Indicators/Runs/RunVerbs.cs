using System.CommandLine;
using System.Text.Json;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Indicators.IndicatorsModule;

namespace Greenprint.Indicators;

/// <summary><c>greenprint indicator verify RUN</c>, <c>… runs</c>, <c>… show PLAN CODE</c>.</summary>
internal static class RunVerbs
{
    internal static IEnumerable<Command> Commands(IVerbHost host) => [Verify(host), Runs(host), Show(host)];

    private static Command Verify(IVerbHost host)
    {
        var run = new Argument<string>("run") { Description = Say("计算批次的编号，compute 和页面上都有。", "Id of a run, as compute and the pages print it.") };
        var json = Json();
        var command = new Command("verify", Say("由批次所列数据复算，并指出此后有变化的每条数据；有任何不同时退出码为 1。示例：greenprint indicator verify r0123456789ab", "Compute a run again from the rows it names, and name every row that has changed since. Exit 1 when anything differs. Example: greenprint indicator verify r0123456789ab")) { run, json };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed, StoreUse.Read, (context, stop) => Verify(context, parsed.GetRequiredValue(run), parsed.GetValue(json), stop), cancellation));
        return command;
    }

    internal static async Task<int> Verify(VerbContext context, string run, bool json, CancellationToken cancellation)
    {
        if (await context.Services.GetRequiredService<IComputations>().Verify(run, cancellation) is not { } verification)
        {
            await context.Error.WriteLineAsync(IndicatorsFindings.NoSuchRun(run).ToString());
            return 1;
        }

        if (json)
        {
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(verification, RunJson.Indented));
        }
        else
        {
            await ComputeText.Write(context.Output, verification);
        }

        return verification.Holds ? 0 : 1;
    }

    private static Command Runs(IVerbHost host)
    {
        var plan = new Option<string>("--plan") { Description = Say("规划编号。", "Id of the plan."), HelpName = "ID", Required = true };
        var indicator = new Option<string?>("--indicator") { Description = Say("只列这一指标。", "Only this indicator."), HelpName = "CODE" };
        var command = new Command("runs", Say("列出规划的计算批次，新的在前。示例：greenprint indicator runs --plan lanwan-15", "List the stored runs of a plan, newest first. Example: greenprint indicator runs --plan lanwan-15")) { plan, indicator };
        command.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Read, async (context, stop) =>
        {
            var runs = await context.Services.GetRequiredService<IComputations>().Runs(parsed.GetRequiredValue(plan), parsed.GetValue(indicator), stop);
            await context.Output.WriteAsync(CsvText.Write(["run", "plan", "indicator", "period", "edition", "sequence", "method", "published", "input_digest", "computed_at"]));
            foreach (var run in runs)
            {
                await context.Output.WriteAsync(CsvText.Write(
                [
                    run.Run, run.Plan, run.Indicator, run.Period.ToString(), run.Edition, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{run.Sequence}"), run.Method,
                    run.Published?.ToString(System.Globalization.CultureInfo.InvariantCulture), run.InputDigest,
                    ChinaTime.WallClock(run.ComputedAt).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                ]));
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static Command Show(IVerbHost host)
    {
        var plan = new Argument<string>("plan") { Description = Say("规划编号。", "Id of the plan.") };
        var code = new Argument<string>("code") { Description = Say("指标代码。", "Code of the indicator.") };
        var command = new Command("show", Say("以 JSON 输出指标的现状、各来源的值及其全部版本。示例：greenprint indicator show lanwan-15 air-pm25", "Print where an indicator stands, with every value and its revisions, as JSON. Example: greenprint indicator show lanwan-15 air-pm25")) { plan, code };
        command.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Read, async (context, stop) =>
        {
            var (id, indicator) = (parsed.GetRequiredValue(plan), parsed.GetRequiredValue(code));
            if (await context.Services.GetRequiredService<IStandings>().OfIndicator(id, indicator, null, stop) is not { } standing)
            {
                await context.Error.WriteLineAsync(IndicatorsFindings.NoSuchIndicator(id, indicator).ToString());
                return 1;
            }

            var revisions = await context.Services.GetRequiredService<IValues>().Revisions(id, indicator, stop);
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(new { standing.Indicator, standing.Standing, standing.Differences, Values = revisions }, RunJson.Indented));
            return 0;
        }, cancellation));
        return command;
    }

    private static Option<bool> Json() => new("--json") { Description = Say("输出 JSON（docs/reference/indicator-json.md）。", "Print JSON (docs/reference/indicator-json.md).") };
}
