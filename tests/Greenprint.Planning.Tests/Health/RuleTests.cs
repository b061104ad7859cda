using System.Reflection;
using System.Text.RegularExpressions;
using Greenprint.Planning.Health;
using Greenprint.Planning.Tests.Adjusting;
using Greenprint.Platform;
using Microsoft.AspNetCore.Components;
using static Greenprint.Planning.Tests.Health.SoundPlan;

namespace Greenprint.Planning.Tests.Health;

/// <summary>Each rule finds the one thing that it looks for, and a sound plan has no finding at all.</summary>
public sealed class RuleTests
{
    private static readonly Dictionary<string, Func<IReadOnlyList<HealthFinding>>> Cases = new()
    {
        ["HLT-101"] = () => In(With(indicator => indicator with { Lead = null })),
        ["HLT-102"] = () => In(With(indicator => indicator with { Deciding = ValueOrigin.Computed })),
        ["HLT-103"] = () => In(With(indicator => indicator with { Definition = null })),
        ["HLT-104"] = () => In(With(indicator => indicator with { Steps = [] })),
        ["HLT-105"] = () => In(With(indicator => indicator with { Target = new(TargetKind.AssignedBySuperior, 2030, null, null, new("完成上级下达任务")) })),
        ["HLT-106"] = () => In(With(indicator => indicator with { Baseline = null })),
        ["HLT-107"] = () => In(null, Shares(80, 60)),
        ["HLT-108"] = () => In(null, Shares(80, null)),
        ["HLT-109"] = () => In(With(indicator => indicator with { KeyTasks = [] }), null, [Sewers.With(task => task with { Effects = [new("other", EffectDirection.Raises)] })]),
        ["HLT-121"] = () => In(Plan with { KeyTasks = [Plan.KeyTasks[0] with { Lead = null }] }),
        ["HLT-122"] = () => In(Plan with { KeyTasks = [.. Plan.KeyTasks, new("t2", "2.", ("治气", "Air"), ("正文", "text"), null, Water)] }, null,
            [Sewers, Step("2027-02", new(YearTaskSourceKind.KeyTask, "t2"), new(2027, 10, 1))], "HLT-150"),
        ["HLT-123"] = () => In(Plan, null, [Step("2028-01", new(YearTaskSourceKind.Measure, "m1"), new(2028, 6, 1))]),
        ["HLT-124"] = () => In(Plan with { Measures = [.. Plan.Measures, new("m2", ("修复海堤。", "Mend the dyke.")) { KeyTask = "t1", Lead = [new(null, Water)] }] }),
        ["HLT-125"] = () => In(Plan with { Measures = [Plan.Measures[0] with { Lead = [] }] }),
        ["HLT-141"] = () => In(null, null, [Sewers.With(task => task with { Accountable = null })]),
        ["HLT-142"] = () => Of(Question(leftHousing: true)),
        ["HLT-143"] = () => Of(Question(housingClosed: new(2027, 2, 28))),
        // It leads the indicator as well.
        ["HLT-144"] = () => [.. Of(Question(waterClosed: new(2027, 2, 28))).Where(one => one.Rule.Code != "HLT-101")],
        ["HLT-145"] = () => Of(Question(today: new(2027, 12, 1))),
        ["HLT-146"] = () => In(null, null, [Sewers.With(task => task with { Criterion = null })]),
        ["HLT-147"] = () => In(null, null, [Sewers.With(task => task with { Evidence = null })]),
        ["HLT-148"] = () => In(null, null, [Sewers, Sewers.With(task => task with { Parent = "2027-01", Place = "990101100", Quantity = 300 }) with { Code = "2027-02" }]),
        ["HLT-149"] = () => In(null, null, [Sewers.With(task => task with { DependsOn = ["2027-02"] }), Step("2027-02", new(YearTaskSourceKind.Measure, "m1"), new(2027, 12, 20))]),
        ["HLT-150"] = () => In(Plan with { Measures = [Plan.Measures[0] with { KeyTask = null }] }, null, [Sewers, Step("2027-02", new(YearTaskSourceKind.KeyTask, "t1"), new(2027, 10, 1))]),
        ["HLT-151"] = () => In(null, null, [Sewers.With(task => task with { Quantity = null, Unit = null })]),
        ["HLT-161"] = () => AdjustmentHealth.Check(Question(today: new(2027, 4, 2)), [Request.Submitted().Standing]).ToList(),
        ["HLT-162"] = () => AdjustmentHealth.Check(Question(today: new(2027, 3, 16)), [Request.Approved().Standing]).ToList(),
    };

    private static readonly IReadOnlyList<Regex> Pages =
    [
        .. typeof(PlanningModule).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Append("/office/plans/{Plan}/indicators/{Code}/method")
            .Select(template => new Regex($"^{Regex.Replace(template.TrimStart('/'), "{[^}]+}", "[^/]+")}$")),
    ];

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Fact]
    public void A_sound_plan_has_no_finding() => Assert.Empty(Of(Question()));

    [Fact]
    public void Every_rule_has_its_case() => Assert.Equal(Rules().Select(rule => rule.Code).Order(), Cases.Keys.Order());

    [Theory, MemberData(nameof(Codes))]
    public void A_rule_finds_what_it_looks_for_and_says_where_it_is_mended(string code)
    {
        var found = Cases[code]();

        Assert.Equal([code], found.Select(one => one.Rule.Code).Distinct());
        Assert.All(found, one => Assert.StartsWith("office/plans/jia-15/", one.Address, StringComparison.Ordinal));
        // A page of this module, or the one of the module that computes.
        Assert.All(found, one => Assert.Contains(Pages, page => page.IsMatch(one.Address.Split('?', '#')[0])));
        Assert.All(found, one => Assert.DoesNotContain("。。", one.Detail.Zh, StringComparison.Ordinal));
        Assert.All(found, one => Assert.NotNull(one.Detail.En));
    }

    [Fact]
    public void What_is_missing_of_a_plan_in_force_leads_to_where_it_can_be_given()
    {
        Assert.Equal("office/plans/jia-15/indicators/sewage/method", Assert.Single(Cases["HLT-102"]()).Address);
        Assert.Equal("office/plans/jia-15/adjustments/new?target=sewage", Assert.Single(Cases["HLT-106"]()).Address);
    }

    [Fact]
    public void An_indicator_whose_lead_is_closed_has_nobody_in_charge_as_one_without_a_lead()
    {
        var found = Assert.Single(Of(Question(waterClosed: new(2027, 2, 28))), one => one.Rule.Code == "HLT-101");

        Assert.Equal(("indicator/jia-15/sewage", "牵头单位水利局已撤销。"), (found.Subject, found.Detail.Zh));
    }

    [Fact]
    public void What_is_done_needs_no_owner_and_no_words_any_more() =>
        Assert.Empty(Of(Question(tasks: [Sewers.With(task => task with { Accountable = null, Criterion = null })], done: new HashSet<string> { "jia-15/2027-01" }, today: new(2027, 12, 1))));

    [Fact]
    public void A_request_waits_from_its_submission_on_and_for_whom_is_said()
    {
        var asked = Request.Submitted().Then(AdjustmentAct.AskOpinions, "zhao", 3).Standing;
        string? Waits(DateOnly today, Request request) => AdjustmentHealth.Check(Question(today: today), [request.Standing]).SingleOrDefault()?.Detail.Zh;

        // Submitted on 2 March; opinions until the 20th.
        Assert.Null(Waits(new(2027, 4, 1), Request.Submitted()));
        Assert.Contains("提交已 31 天，还没有征求意见", Waits(new(2027, 4, 2), Request.Submitted()), StringComparison.Ordinal);
        Assert.Contains("等待决定", Waits(new(2027, 4, 2), Request.Heard()), StringComparison.Ordinal);
        var extended = asked with { OpinionsUntil = new(2027, 4, 10) };
        var waiting = Assert.Single(AdjustmentHealth.Check(Question(today: new(2027, 4, 2)), [extended]));
        Assert.Contains("等待水利局的意见（2027-04-10 截止）", waiting.Detail.Zh, StringComparison.Ordinal);
        Assert.Equal(Water, waiting.Unit);
    }

    [Fact]
    public void What_is_drafted_decided_or_withdrawn_does_not_wait_and_what_is_published_is_published()
    {
        foreach (var request in new[] { Request.Drafted(), Request.Published(), Request.Refused(), Request.Withdrawn() })
        {
            Assert.Empty(AdjustmentHealth.Check(Question(today: new(2027, 12, 31)), [request.Standing]));
        }

        // Approved on 5 March.
        Assert.Empty(AdjustmentHealth.Check(Question(today: new(2027, 3, 15)), [Request.Approved().Standing]));
        Assert.Equal(Rights.Publish, Assert.Single(AdjustmentHealth.Check(Question(today: new(2027, 3, 16)), [Request.Approved().Standing])).Right);
    }

    [Fact]
    public void A_target_that_is_kept_needs_no_steps() => Assert.Empty(In(With(indicator => indicator with { Steps = [], Target = new(TargetKind.Keep, 2030, 60m, null, new("不降低")) })));

    [Fact]
    public void T2_T17_the_share_of_active_owners_counts_what_is_under_way_and_is_none_where_nothing_is()
    {
        var none = Question(tasks: []);
        Assert.Equal((0, 0, (decimal?)null), Share(none, []));

        var later = Step("2029-01", new(YearTaskSourceKind.Measure, "m1"), new(2029, 6, 1));
        var nobody = Sewers.With(task => task with { Accountable = null }) with { Code = "2027-02" };
        var silent = Sewers with { Code = "2027-03" };
        var question = Question(tasks: [Sewers, nobody, silent, later]);
        var finding = Of(question)[0] with { WithoutOwner = [silent.Id, nobody.Id] };
        Assert.Equal((1, 3, 33.3m), Share(question, [.. Of(question), finding]));
        Assert.Equal((0, 1, 0.0m), Share(Question(tasks: [nobody]), Of(Question(tasks: [nobody]))));
    }

    private static (int Active, int Total, decimal? Percent) Share(HealthQuestion question, IReadOnlyList<HealthFinding> found) =>
        OwnerShare.Of(question, found) is var share ? (share.Active, share.Total, share.Percent) : default;

    private static IEnumerable<HealthRule> Rules() => [.. DutyHealth.Rules, .. TaskHealth.Rules, .. IndicatorHealth.Rules, .. AdjustmentHealth.Rules];

    private static PlanView With(Func<IndicatorView, IndicatorView> change) => Plan with { Indicators = [change(Indicator)] };

    private static TargetAllocation[] Shares(decimal? one, decimal? other) =>
        [new("jia-15", "sewage", 2030, AllocationTo.Areas, 1, new(CombinationRule.Mean, [new("a", one), new("b", other)], null, "会议"), default, "x")];

    private static IReadOnlyList<HealthFinding> In(PlanView? plan, TargetAllocation[]? shares = null, IReadOnlyList<YearTask>? tasks = null, string? but = null) =>
        [.. Of(Question(plan, tasks), shares ?? []).Where(found => found.Rule.Code != but)];

    private static IReadOnlyList<HealthFinding> Of(HealthQuestion question, params TargetAllocation[] shares) =>
        [.. DutyHealth.Check(question), .. TaskHealth.Check(question), .. IndicatorHealth.Check(question, shares)];
}
