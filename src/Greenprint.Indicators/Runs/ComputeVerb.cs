using System.CommandLine;
using System.Text.Json;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Indicators.IndicatorsModule;

namespace Greenprint.Indicators;

/// <summary><c>greenprint indicator compute --plan ID (--year Y | --period P)</c>: every indicator of a plan for one period, with how it came about.</summary>
internal static class ComputeVerb
{
    internal static Command Command(IVerbHost host)
    {
        var plan = new Option<string>("--plan") { Description = Say("本数据目录中规划的编号，或随程序提供的绑定（real）。", "Id of a plan of this store, or of a binding that comes with the program (real)."), HelpName = "ID", Required = true };
        var year = new Option<int?>("--year") { Description = Say("年份；本年算到上一个整月。", "A year; of the running one January to the last full month."), HelpName = "Y" };
        var period = new Option<string?>("--period") { Description = Say("时期：2016、2021-04、2021-Q2、2026-01..2026-10。", "A period: 2016, 2021-04, 2021-Q2, 2026-01..2026-10."), HelpName = "P" };
        var edition = new Option<string>("--edition") { Description = Say("指定标准版本，不按监测日期选用。", "Force an edition of the standards instead of the one of the date."), HelpName = "EDITION", DefaultValueFactory = _ => RunStore.Auto };
        var json = new Option<bool>("--json") { Description = Say("输出 JSON（docs/reference/indicator-json.md）。", "Print JSON (docs/reference/indicator-json.md).") };
        var command = new Command("compute", Say("由监测数据计算规划的指标。示例：greenprint indicator compute --plan real --year 2016", "Compute a plan's indicators from readings. Example: greenprint indicator compute --plan real --year 2016")) { plan, year, period, edition, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(year) is null == result.GetValue(period) is null)
            {
                result.AddError(Say("请给出 --year 或 --period 之一。", "Give either --year or --period."));
            }
        });
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed, StoreUse.Write,
            (context, stop) => Run(
                context, parsed.GetRequiredValue(plan), parsed.GetValue(period) ?? parsed.GetValue(year)!.Value.ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
                parsed.GetRequiredValue(edition), parsed.GetValue(json), stop),
            cancellation));
        return command;
    }

    internal static async Task<int> Run(VerbContext context, string plan, string period, string edition, bool json, CancellationToken cancellation)
    {
        if (!Period.TryParse(period, out var asked))
        {
            return await Refuse(context, IndicatorsFindings.NoPeriod(period));
        }

        ComputeAnswer? answer;
        try
        {
            answer = await context.Services.GetRequiredService<ComputeQuestion>().Ask(plan, asked, edition, cancellation);
        }
        catch (UnknownEditionException unknown)
        {
            return await Refuse(context, unknown.Finding);
        }

        if (answer is null)
        {
            return await Refuse(context, IndicatorsFindings.NoSuchPlan(plan));
        }

        if (json)
        {
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(answer, RunJson.Indented));
        }
        else
        {
            await ComputeText.Write(context.Output, answer);
        }

        return answer.Refusal is { } refusal ? await Refuse(context, refusal) : 0;
    }

    private static async Task<int> Refuse(VerbContext context, Finding finding)
    {
        await context.Error.WriteLineAsync(finding.ToString());
        return 1;
    }
}
