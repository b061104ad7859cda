using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Planning.Health;

/// <summary><c>greenprint plan audit PLAN</c>: the examination of a plan, as text or JSON. Exit 0: done. 1: no such plan, or <c>--fail-on</c> asked to fail and there is such a finding.</summary>
internal static class AuditPlanVerb
{
    private const string Never = "never";

    internal static Command Command(IVerbHost host)
    {
        var plan = new Argument<string>("plan") { Description = Say("规划编号，例如 lanwan-15。", "Id of the plan, for example lanwan-15.") };
        var format = new Option<string>("--format") { Description = Say("输出格式，默认 text。", "How it is printed; text where not given."), HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var failOn = new Option<string>("--fail-on")
        {
            Description = Say("有这一程度或更重的问题时退出码为 1；默认 never。", "Exit with 1 where something so severe or severer is found; never where not given."),
            HelpName = "severe|warning|remark|never",
            DefaultValueFactory = _ => Never,
        };
        failOn.AcceptOnlyFromAmong([.. Enum.GetValues<HealthSeverity>().Select(HealthText.Key), Never]);
        var command = new Command("audit", Say(
            "规划体检：无人负责、连续不报、没有指标、缺少佐证、逾期等问题，每条带处理建议和地址。示例：greenprint plan audit lanwan-15 --format json --fail-on severe --data D",
            "Examine a plan: silent owners, tasks of nobody, missing indicators and proof, what is overdue; each with advice and the address that mends it. Example: greenprint plan audit lanwan-15 --format json --fail-on severe --data D"))
        {
            plan, format, failOn,
        };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed,
            StoreUse.Read,
            (context, stop) => Run(context, parsed.GetRequiredValue(plan), parsed.GetRequiredValue(format) == "json", HealthText.Read<HealthSeverity>(parsed.GetValue(failOn)), stop),
            cancellation));
        return command;
    }

    internal static async Task<int> Run(VerbContext context, string plan, bool json, HealthSeverity? failOn, CancellationToken cancellation)
    {
        if (await context.Services.GetRequiredService<PlanHealth>().Of(plan, cancellation) is not { } report)
        {
            await context.Error.WriteLineAsync(PlanningFindings.NoSuchPlan(plan).ToString());
            return 1;
        }

        if (json)
        {
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(Answer(report), PlanPackJson.Options));
        }
        else
        {
            await Print(context.Output, report);
        }

        return failOn is { } limit && report.Findings.Any(finding => finding.Rule.Severity <= limit) ? 1 : 0;
    }

    // One line a finding, its advice included: what a person reads and grep finds.
    private static async Task Print(TextWriter output, HealthReport report)
    {
        foreach (var finding in report.Findings)
        {
            var unit = finding.Unit is { } id ? $" [{report.NameOf(id).Here}]" : "";
            await output.WriteLineAsync($"{finding.Rule.Code} {HealthText.Of(finding.Rule.Severity).Here}\t{finding.Rule.Title.Here}: {finding.Name.Here}{unit}: {finding.Detail.Here} → {finding.Rule.Advice.Here} /{finding.Address}");
        }

        var share = report.Owners.Percent is { } percent ? percent.ToString("0.0", CultureInfo.InvariantCulture) : "-";
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"severe {report.Count(HealthSeverity.Severe)} warning {report.Count(HealthSeverity.Warning)} remark {report.Count(HealthSeverity.Remark)} rules {report.Rules.Count} owners {report.Owners.Active}/{report.Owners.Total} {share}%"));
    }

    // The same in every language, so both stand in it.
    private static object Answer(HealthReport report) => new
    {
        plan = report.Plan.Id,
        title = report.Plan.Title.Zh,
        day = report.Day,
        activeOwners = new { active = report.Owners.Active, total = report.Owners.Total, percent = report.Owners.Percent },
        counts = new { severe = report.Count(HealthSeverity.Severe), warning = report.Count(HealthSeverity.Warning), remark = report.Count(HealthSeverity.Remark) },
        rules = report.Rules.Select(rule => new
        {
            code = rule.Code,
            severity = HealthText.Key(rule.Severity),
            group = HealthText.Key(rule.Group),
            title = rule.Title.Zh,
            titleEn = rule.Title.En,
            found = report.Findings.Count(finding => finding.Rule.Code == rule.Code),
        }),
        findings = report.Findings.Select(finding => new
        {
            code = finding.Rule.Code,
            severity = HealthText.Key(finding.Rule.Severity),
            group = HealthText.Key(finding.Rule.Group),
            subject = finding.Subject,
            name = finding.Name.Zh,
            nameEn = finding.Name.En,
            detail = finding.Detail.Zh,
            detailEn = finding.Detail.En,
            advice = finding.Rule.Advice.Zh,
            adviceEn = finding.Rule.Advice.En,
            unit = finding.Unit,
            address = "/" + finding.Address,
        }),
    };

    private static string Say(string zh, string en) => new Bilingual(zh, en).Here;
}
