using System.Net;
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

    [Fact]
    public async Task What_each_answer_advises_is_the_same_on_the_page_in_the_table_and_by_the_verb_as_text_and_JSON()
    {
        using var leader = await host.SignedInAs("leader");
        var page = WebUtility.HtmlDecode(await leader.GetStringAsync(new Uri("/office/plans/lanwan-15/health", UriKind.Relative), TestContext.Current.CancellationToken));
        var csv = await leader.GetStringAsync(new Uri("/office/plans/lanwan-15/health.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await Audit(json: false);
        using var audit = JsonDocument.Parse(await Audit());

        var advice = audit.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("advice").GetString()!).ToList();
        Assert.NotEmpty(advice);
        Assert.All(advice.Distinct(), one => Assert.Contains(one, page, StringComparison.Ordinal));
        foreach (var (one, times) in advice.CountBy(one => one))
        {
            Assert.Equal((times, times), (csv.Split(one).Length - 1, text.Split(one).Length - 1));
        }
    }

    [Fact]
    public async Task Every_finding_leads_who_can_mend_it_to_a_page_that_is_there()
    {
        using var audit = JsonDocument.Parse(await Audit());
        var addresses = audit.RootElement.GetProperty("findings").EnumerateArray().Select(finding => (Code: finding.GetProperty("code").GetString()!, Address: finding.GetProperty("address").GetString()!)).ToList();
        using var editor = await host.SignedInAs("editor");
        List<string> wrong = [];
        foreach (var (code, address) in addresses.DistinctBy(one => one.Address))
        {
            using var answer = await editor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                wrong.Add($"{code} {address}: {(int)answer.StatusCode}");
            }
        }

        Assert.NotEmpty(addresses);
        Assert.Empty(wrong);
    }

    private async Task<string> Audit(bool json = true)
    {
        await using var scope = host.Services.CreateAsyncScope();
        using var output = new StringWriter();
        Assert.Equal(0, await AuditPlanVerb.Run(new(scope.ServiceProvider, output, TextWriter.Null, "/", ShowProgress: false), "lanwan-15", json, failOn: null, TestContext.Current.CancellationToken));
        return output.ToString();
    }

    [GeneratedRegex("<section class=\"health-rule\" id=\"(HLT-[0-9]{3})\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Rule();

    [GeneratedRegex("data-subject=\"([^\"]+)\"")]
    private static partial Regex Subject();

    [GeneratedRegex("^HLT-[0-9]{3},", RegexOptions.Multiline)]
    private static partial Regex Line();
}
