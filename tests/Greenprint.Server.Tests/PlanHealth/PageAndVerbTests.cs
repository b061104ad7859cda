using System.Text.Json;
using System.Text.RegularExpressions;
using Greenprint.Planning.Health;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.PlanHealth;

/// <summary>The page of a plan's health, its export and <c>plan audit</c> over the whole program: one answer.</summary>
public sealed partial class PageAndVerbTests(SampleHost host)
{
    [Fact]
    public async Task T16_the_page_its_export_and_the_audit_verb_show_the_same_findings_and_figures()
    {
        using var leader = await host.SignedInAs("leader");
        var page = await leader.GetStringAsync(new Uri("/office/plans/lanwan-15/health", UriKind.Relative), TestContext.Current.CancellationToken);
        var csv = await leader.GetStringAsync(new Uri("/office/plans/lanwan-15/health.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        using var audit = JsonDocument.Parse(await Audit());

        var told = audit.RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("code")} {finding.GetProperty("subject")}").ToList();
        Assert.NotEmpty(told);
        Assert.Equal(told.Order(), Rule().Matches(page).SelectMany(rule => Subject().Matches(rule.Value).Select(line => $"{rule.Groups[1].Value} {line.Groups[1].Value}")).Order());
        Assert.Equal(told.Count, Line().Count(csv));

        var owners = audit.RootElement.GetProperty("activeOwners");
        Assert.Contains($"{owners.GetProperty("percent").GetDecimal():0.0}%</strong> <span>{owners.GetProperty("active")}/{owners.GetProperty("total")} 项在办任务", page, StringComparison.Ordinal);
    }

    private async Task<string> Audit()
    {
        await using var scope = host.Services.CreateAsyncScope();
        using var output = new StringWriter();
        Assert.Equal(0, await AuditPlanVerb.Run(new(scope.ServiceProvider, output, TextWriter.Null, "/", ShowProgress: false), "lanwan-15", json: true, failOn: null, TestContext.Current.CancellationToken));
        return output.ToString();
    }

    [GeneratedRegex("<section class=\"health-rule\" id=\"(HLT-[0-9]{3})\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Rule();

    [GeneratedRegex("data-subject=\"([^\"]+)\"")]
    private static partial Regex Subject();

    [GeneratedRegex("^HLT-[0-9]{3},", RegexOptions.Multiline)]
    private static partial Regex Line();
}
