using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Indicators.Tests.Values;

public sealed class ValuesTests
{
    private static readonly Period Year2025 = Period.OfYear(2025);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_negative_and_a_small_value_survive_digit_for_digit(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);

        await Report(county, new("p", "a", Year2025, -1.5m));
        await Report(county, new("p", "a", Period.OfYearTo(2026, 1), 0.035m));
        await Report(county, new("p", "b", Year2025, 99_999_999_999_999.00000000000001m));

        var a = await Revisions(county, "a");
        Assert.Equal([-1.5m, 0.035m], a.Select(value => value.Value));
        Assert.Equal(-1.465m, a.Sum(value => value.Value));
        Assert.Equal(99_999_999_999_999.00000000000001m, (await Revisions(county, "b"))[0].Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Editing_one_year_writes_one_revision_and_leaves_the_old_one_readable(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);
        await Report(county, new("p", "a", Period.OfYear(2024), 31m));
        await Report(county, new("p", "a", Year2025, 30m));

        var outcome = await Report(county, new("p", "a", Year2025, 29m, Note: "核对后更正"));

        Assert.Equal((EntryResult.Revised, 2), (outcome.Result, outcome.Value!.Revision));
        Assert.Equal([(2024, 1, 31m), (2025, 1, 30m), (2025, 2, 29m)], (await Revisions(county, "a")).Select(value => (value.Period.Year, value.Revision, value.Value!.Value)));
        var history = await county.Ask((IHistory door) => door.Of("indicator/p/a", TestContext.Current.CancellationToken));
        Assert.Equal([null, null, "核对后更正"], history.Select(entry => entry.Why));
        Assert.All(history, entry => Assert.Equal(("value.reported", "李文", County.Region), (entry.Kind, entry.ActorName, entry.Region)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_approved_figure_is_a_reported_value_of_the_change_that_approves_it(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);

        Assert.Null(await Take(county, 81.5m, "3月调度第 1 次报告"));
        Assert.Null(await Take(county, 82m, "3月调度第 2 次报告"));
        Assert.Equal("IND-004", (await Take(county, 80m, "x", Period.OfYear(2031)))?.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Take(county, 90m, "3月调度第 3 次报告", andFail: true));

        var values = await Revisions(county, "a");
        Assert.Equal([(1, 81.5m, "3月调度第 1 次报告"), (2, 82m, "3月调度第 2 次报告")], values.Select(value => (value.Revision, value.Value!.Value, value.Note)));

        // Withdrawn while it stands; what somebody put in its place stays.
        Assert.Null(await Take(county, 81.5m, "退回", withdraw: true));
        Assert.Equal(2, (await Revisions(county, "a")).Count);
        Assert.Null(await Take(county, 82m, "退回", withdraw: true));
        Assert.Null((await Report(county, new("p", "a", Period.OfYearTo(2026, 2), 82m, Document: "甲〔2026〕1号", Note: "按文件更正"))).Finding);
        Assert.Null(await Take(county, 82m, "退回", withdraw: true));
        Assert.Equal((4, 82m), (await Revisions(county, "a")) is [.., var corrected] ? (corrected.Revision, corrected.Value) : default);
        Assert.Equal((3, null, "退回"), (await Revisions(county, "a")) is [.., var last, _] ? (last.Revision, last.Value, last.Note) : default);
        Assert.All(values, value => Assert.Equal((ValueOrigin.Reported, "陈联络", Period.OfYearTo(2026, 2)), (value.Origin, value.Person, value.Period)));
    }

    [Fact]
    public async Task The_same_value_again_changes_nothing()
    {
        await using var county = await WithPlan();
        await Report(county, new("p", "a", Year2025, 0.50m, Document: "甲〔2026〕1号"));

        var again = await Report(county, new("p", "a", Year2025, 0.5m, Document: "甲〔2026〕1号"));

        Assert.Equal(EntryResult.Unchanged, again.Result);
        Assert.Single(await Revisions(county, "a"));
    }

    [Fact]
    public async Task Zero_is_a_value()
    {
        await using var county = await WithPlan();

        var outcome = await Report(county, new("p", "a", Year2025, 0m));

        Assert.Equal((EntryResult.Stored, 0m, 0m), (outcome.Result, outcome.Value!.Value, outcome.Value.Published));
    }

    [Fact]
    public async Task A_withdrawn_value_is_missing_and_says_why()
    {
        await using var county = await WithPlan();
        await Report(county, new("p", "a", Year2025, 30m));

        var outcome = await Report(county, new("p", "a", Year2025, null, Note: "填错指标"));

        Assert.Equal(EntryResult.Revised, outcome.Result);
        Assert.Null(outcome.Value!.Value);
        Assert.Equal("已撤回：填错指标", outcome.Value.NotGiven!.Zh);
    }

    [Fact]
    public async Task What_is_refused_is_refused_with_its_reason_and_not_written()
    {
        await using var county = await WithPlan();
        await Report(county, new("p", "a", Year2025, 30m));

        await Refused("IND-001", new("nowhere", "a", Year2025, 1m));
        await Refused("IND-002", new("p", "nothing", Year2025, 1m));
        await Refused("IND-003", new("p", "a", Period.OfYear(2026), 1m));
        await Refused("IND-003", new("p", "a", Period.OfYearTo(2026, 4), 1m));
        await Refused("IND-004", new("p", "a", Period.OfYear(2020), 1m));
        await Refused("IND-005", new("p", "a", Year2025, 31m));
        await Refused("IND-007", new("p", "b", Year2025, null));
        await Refused("IND-008", new("p", "a", Year2025, 0.000000000000001m));
        var issued = await county.Ask((IValues door) => door.Issue(County.Clerk, new("p", "a", Year2025, 1m), TestContext.Current.CancellationToken));
        Assert.Equal("IND-006", issued.Finding!.Code);
        Assert.Single(await Revisions(county, "a"));

        async Task Refused(string code, ValueEntry entry)
        {
            var outcome = await Report(county, entry);
            Assert.Equal((EntryResult.Refused, code), (outcome.Result, outcome.Finding?.Code));
        }
    }

    [Fact]
    public async Task The_running_months_sum_is_taken_and_marked_provisional()
    {
        await using var county = await WithPlan();

        var outcome = await Report(county, new("p", "a", Period.OfYearTo(2026, 3), 5m));

        Assert.True(outcome.Value!.Provisional);
    }

    private static async Task<County> WithPlan(StoreEngine engine = StoreEngine.Sqlite)
    {
        var county = await County.Create(engine);
        await county.Plan(County.Pack("p", 2026, 2030, County.Indicator("a", baselineYear: 2024), County.Indicator("b")));
        return county;
    }

    private static Task<ValueOutcome> Report(County county, ValueEntry entry) =>
        county.Ask((IValues door) => door.Report(County.Clerk, entry, TestContext.Current.CancellationToken));

    private static Task<IReadOnlyList<IndicatorValue>> Revisions(County county, string code) =>
        county.Ask((IValues door) => door.Revisions("p", code, TestContext.Current.CancellationToken));

    private static Task<Finding?> Take(County county, decimal value, string note, Period? period = null, bool andFail = false, bool withdraw = false) => county.Store.In(services => services.GetRequiredService<IChanges>().Apply(
        new Actor("8", "赵审核"),
        async change =>
        {
            var figure = new ReportedFigure("p", "a", period ?? Period.OfYearTo(2026, 2), value, "陈联络", new(2026, 3, 5), note);
            var door = services.GetRequiredService<IReportedFigures>();
            var refusal = withdraw ? await door.Withdraw(change, figure, TestContext.Current.CancellationToken) : await door.Take(change, figure, TestContext.Current.CancellationToken);
            return andFail ? throw new InvalidOperationException("The power failed.") : refusal;
        },
        TestContext.Current.CancellationToken));
}
