using Greenprint.Planning.Adjusting;
using Greenprint.Testing;

namespace Greenprint.Planning.Tests.Adjusting;

/// <summary>Who may do what in which state, typed by hand; the program's own table is not asked.</summary>
public sealed class AdjustmentTableTests
{
    // One column per state: drafted, submitted, heard, approved, published, refused, withdrawn.
    // p who proposed it (and may approve, which helps nothing), e another editor, u the unit that was asked, a who approves, s who only sees.
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Draft"] = ["", "", "", "", "", "", ""],
        ["Amend"] = ["p", "", "", "", "", "", ""],
        ["Submit"] = ["p", "", "", "", "", "", ""],
        ["AskOpinions"] = ["", "pe", "pe", "", "", "", ""],
        ["GiveOpinion"] = ["", "", "u", "", "", "", ""],
        ["Return"] = ["", "a", "a", "", "", "", ""],
        ["Approve"] = ["", "", "a", "", "", "", ""],
        ["Refuse"] = ["", "a", "a", "", "", "", ""],
        ["Withdraw"] = ["p", "p", "p", "", "", "", ""],
        ["Publish"] = ["", "", "", "pe", "", "", ""],
    };

    private static readonly Request[] States =
        [Request.Drafted(), Request.Submitted(), Request.Heard(), Request.Approved(), Request.Published(), Request.Refused(), Request.Withdrawn()];

    private static readonly DateOnly Today = new(2027, 3, 10);

    [Fact]
    public void In_each_state_exactly_the_people_of_the_table_may_act()
    {
        Assert.Equal(Enum.GetNames<AdjustmentAct>(), May.Keys);
        foreach (var (act, row) in May)
        {
            foreach (var (i, state) in States.Index())
            {
                var allowed = string.Concat("peuas".Where(role => Choices(state, role).May(Enum.Parse<AdjustmentAct>(act))));
                Assert.True(allowed == row[i], $"{act} in state {i}: '{allowed}', by the table '{row[i]}'");
            }
        }
    }

    [Fact]
    public void What_is_not_possible_says_why_in_both_languages()
    {
        foreach (var state in States)
        {
            foreach (var act in Enum.GetValues<AdjustmentAct>())
            {
                Assert.All("peuas", role => Assert.True(Choices(state, role).WhyNot(act) is null or { Zh.Length: > 3, En.Length: > 5 }));
            }
        }
    }

    [Fact]
    public void Whoever_proposed_it_does_not_decide_it_though_they_may_approve() =>
        Assert.Contains("申请人不能决定自己的申请", Choices(Request.Heard(), 'p').WhyNot(AdjustmentAct.Approve)!.Zh, StringComparison.Ordinal);

    [Fact]
    public void It_is_not_decided_twice()
    {
        foreach (var act in new[] { AdjustmentAct.Approve, AdjustmentAct.Refuse, AdjustmentAct.Return })
        {
            Assert.Contains("不能再作决定", Choices(Request.Approved(), 'a').WhyNot(act)!.Zh, StringComparison.Ordinal);
            Assert.Contains("申请办结", Choices(Request.Refused(), 'a').WhyNot(act)!.Zh, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Opinions_are_taken_on_the_last_day_and_not_after_it_and_approval_waits_for_them_until_then()
    {
        var asked = Request.Submitted().Then(AdjustmentAct.AskOpinions, "zhao", 3).Standing;

        Assert.Null(AdjustmentFold.StateForbids(asked, AdjustmentAct.GiveOpinion, "chen", new(2027, 3, 20)));
        Assert.Contains("期限 2027-03-20 已过", AdjustmentFold.StateForbids(asked, AdjustmentAct.GiveOpinion, "chen", new(2027, 3, 21))!.Zh, StringComparison.Ordinal);
        Assert.Contains("还有 1 个单位未反馈", AdjustmentFold.StateForbids(asked, AdjustmentAct.Approve, "li", new(2027, 3, 20))!.Zh, StringComparison.Ordinal);
        Assert.Null(AdjustmentFold.StateForbids(asked, AdjustmentAct.Approve, "li", new(2027, 3, 21)));
    }

    [Fact]
    public void The_day_for_opinions_is_moved_back_and_never_forward_and_no_unit_is_asked_twice()
    {
        var heard = Request.Heard();
        AdjustmentEvent Ask(DateOnly? day, params string[] units) => heard.Next(AdjustmentAct.AskOpinions, "zhao", 5) with { Day = day, Units = units };

        Assert.Null(AdjustmentFold.WhyNot(heard.Now, Ask(new(2027, 3, 25))));
        Assert.Null(AdjustmentFold.WhyNot(heard.Now, Ask(new(2027, 3, 20), Request.Housing)));
        Assert.Equal("until", AdjustmentFold.WhyNot(heard.Now, Ask(new(2027, 3, 19), Request.Housing))!.Value.Field);
        Assert.Equal("until", AdjustmentFold.WhyNot(heard.Now, Ask(null, Request.Housing))!.Value.Field);
        Assert.Equal("units", AdjustmentFold.WhyNot(heard.Now, Ask(new(2027, 3, 20)))!.Value.Field);
        Assert.Equal("units", AdjustmentFold.WhyNot(heard.Now, Ask(new(2027, 3, 25), Request.Water))!.Value.Field);
    }

    [Theory]
    [InlineData(AdjustmentAct.Return), InlineData(AdjustmentAct.Refuse), InlineData(AdjustmentAct.Withdraw)]
    public void What_stops_a_request_needs_a_reason(AdjustmentAct act)
    {
        var heard = Request.Heard();
        var by = act == AdjustmentAct.Withdraw ? "wang" : "li";

        Assert.Equal("why", AdjustmentFold.WhyNot(heard.Now, heard.Next(act, by, 5) with { Why = " " })!.Value.Field);
        Assert.Null(AdjustmentFold.WhyNot(heard.Now, heard.Next(act, by, 5)));
    }

    [Fact]
    public void An_approval_needs_its_document_and_a_date_that_has_come()
    {
        var heard = Request.Heard();
        var approval = heard.Next(AdjustmentAct.Approve, "li", 5);

        Assert.Equal("document", AdjustmentFold.WhyNot(heard.Now, approval with { Document = " " })!.Value.Field);
        Assert.Equal("on", AdjustmentFold.WhyNot(heard.Now, approval with { Day = null })!.Value.Field);
        Assert.Equal("on", AdjustmentFold.WhyNot(heard.Now, approval with { Day = new(2027, 3, 6) })!.Value.Field);
        Assert.Null(AdjustmentFold.WhyNot(heard.Now, approval with { Day = new(2027, 3, 5) }));
    }

    [Fact]
    public void A_disagreement_says_why_and_the_last_opinion_of_a_unit_counts()
    {
        var heard = Request.Heard();
        var against = heard.Next(AdjustmentAct.GiveOpinion, "chen", 5) with { Opinion = OpinionKind.Disagree };

        Assert.Equal("opinion-text", AdjustmentFold.WhyNot(heard.Now, against with { Why = null })!.Value.Field);
        Assert.Equal("unit", AdjustmentFold.WhyNot(heard.Now, against with { Unit = Request.Housing })!.Value.Field);
        Assert.Equal(OpinionKind.Disagree, Assert.Single(AdjustmentFold.Apply("jia-15", "A2027-01", heard.Now, against).Opinions).Opinion);
    }

    [Fact]
    public void A_returned_request_is_changed_by_who_proposed_it_and_opinions_are_asked_anew()
    {
        var returned = Request.Heard().Then(AdjustmentAct.Return, "li", 5);

        Assert.Equal(AdjustmentStage.Drafted, returned.Standing.Stage);
        Assert.Empty(returned.Standing.Asked);
        Assert.Equal(AdjustmentStage.Consulted, returned.Then(AdjustmentAct.Amend, "wang", 6).Then(AdjustmentAct.Submit, "wang", 6).Then(AdjustmentAct.AskOpinions, "zhao", 7).Standing.Stage);
    }

    [Fact]
    public void The_page_of_the_acts_says_what_the_table_of_the_program_says()
    {
        var rows = File.ReadAllLines(RepositoryRoot.Combine("docs", "reference", "adjustment.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => string.Join("|", line.Split('|', StringSplitOptions.TrimEntries)[1..6]));

        Assert.Equal(
            Enum.GetValues<AdjustmentAct>().Select(act =>
            {
                var rule = AdjustmentRules.Of(act);
                var nodes = rule.From.Count == 0 ? "（新申请）" : string.Join("、", rule.From.Select(stage => AdjustmentWords.Of(stage).Zh));
                return $"`{act}`|{AdjustmentWords.Of(act).Zh}|{AdjustmentWords.Of(rule.Party).Zh}|{nodes}|{(rule.NeedsWhy ? "理由" : "")}";
            }),
            rows);
    }

    private static AdjustmentChoices Choices(Request request, char role)
    {
        IReadOnlySet<string> none = new HashSet<string>();
        var viewer = role switch
        {
            'p' => new AdjustmentViewer("wang", MayEdit: true, MayApprove: true, MayApproveAbove: true, MayPublish: true, SeesAll: true, none),
            'e' => new AdjustmentViewer("zhao", MayEdit: true, MayApprove: false, MayApproveAbove: false, MayPublish: true, SeesAll: true, none),
            'u' => new AdjustmentViewer("chen", MayEdit: false, MayApprove: false, MayApproveAbove: false, MayPublish: false, SeesAll: false, new HashSet<string> { Request.Water }),
            'a' => new AdjustmentViewer("li", MayEdit: false, MayApprove: true, MayApproveAbove: false, MayPublish: false, SeesAll: true, none),
            _ => new AdjustmentViewer("sun", MayEdit: false, MayApprove: false, MayApproveAbove: false, MayPublish: false, SeesAll: true, none),
        };
        return new(request.Standing, viewer, Today);
    }
}
