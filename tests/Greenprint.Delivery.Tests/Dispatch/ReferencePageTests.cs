using Greenprint.Delivery.Dispatch;
using Greenprint.Testing;

namespace Greenprint.Delivery.Tests.Dispatch;

public sealed class ReferencePageTests
{
    [Fact]
    public void The_page_of_the_acts_says_what_the_table_of_the_program_says()
    {
        var rows = File.ReadAllLines(RepositoryRoot.Combine("docs", "reference", "dispatch.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => string.Join("|", line.Split('|', StringSplitOptions.TrimEntries)[1..6]));

        Assert.Equal(
            Enum.GetValues<DispatchAct>().Select(act =>
            {
                var rule = ActRules.Of(act);
                var nodes = rule.From.Count == 0 ? "（新事项）" : string.Join("、", rule.From.Select(stage => DispatchWords.Of(stage).Zh));
                var needs = string.Join("、", new[] { rule.NeedsWhy ? "原因" : "", rule.NeedsDay ? "日期" : "" }.Where(need => need.Length > 0));
                return $"`{act}`|{DispatchWords.Of(act).Zh}|{Party(rule.Party)}|{nodes}|{needs}";
            }),
            rows);
    }

    private static string Party(DispatchParty party) => party switch
    {
        DispatchParty.Bureau => "调度单位",
        DispatchParty.Unit => "责任单位",
        DispatchParty.Reviewer => "核查人员",
        _ => "验收单位",
    };
}
