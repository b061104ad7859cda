using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Reports;

public sealed class FigureTests
{
    private static readonly Period March = Period.OfMonth(2026, 3);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_reported_figure_becomes_a_value_when_it_is_approved_and_not_before(StoreEngine engine)
    {
        var taken = new Taken();
        await using var county = await WithIndicators(engine, taken);
        var item = await InHand(county, "rate");

        Assert.Empty(await Submit(county, item, "81.5"));
        Assert.Empty(taken.Figures);
        Assert.Null(await county.Do("zhao", item, DispatchAct.Check));

        var figure = Assert.Single(taken.Figures);
        Assert.Equal(("jia-15", "rate", Period.OfYearTo(2026, 3), 81.5m), (figure.Plan, figure.Indicator, figure.Period, figure.Value));
        var (reporter, reviewer) = (NameOf(county, "chen"), NameOf(county, "zhao"));
        Assert.Equal((reporter, $"2026年3月调度第 1 次报告，{reviewer}审核通过"), (figure.By, figure.Note));

        // Returned after all: what was approved is none any more, until the next report is approved.
        Assert.Null(await county.Do("zhao", item, DispatchAct.Return, "口径有误"));
        Assert.Equal($"2026年3月调度第 1 次报告，{reviewer}退回", Assert.Single(taken.Withdrawn).Note);
        Assert.Empty(await Submit(county, item, "80"));
        Assert.Null(await county.Do("zhao", item, DispatchAct.Check));
        Assert.Equal([81.5m, 80m], taken.Figures.Select(one => one.Value));
    }

    [Fact]
    public async Task A_figure_that_is_refused_leaves_the_report_unapproved()
    {
        var taken = new Taken { Refusal = DeliveryFindings.BadCycle(("时段不对", "not this period")) };
        await using var county = await WithIndicators(StoreEngine.Sqlite, taken);
        var item = await InHand(county, "rate");
        Assert.Empty(await Submit(county, item, "81.5"));

        Assert.Equal("DLV-006", (await county.Do("zhao", item, DispatchAct.Check))!.Code);

        Assert.Equal(DispatchStage.Reported, (await county.Stored(item)).Item.Stage);
    }

    [Fact]
    public async Task A_figure_may_be_zero_or_negative_but_not_missing_and_a_count_not_negative()
    {
        await using var county = await WithIndicators(StoreEngine.Sqlite, new Taken());
        var row = (await county.Stored(await InHand(county, "rate"))).Row;

        Assert.Equal("DLV-007", Assert.Single(Read("")).Code);
        Assert.Empty(Read("0"));
        Assert.Empty(Read("-1.5"));
        Assert.Equal("DLV-007", Assert.Single(Read("一")).Code);
        var task = await county.Stored(await county.InHand());
        Assert.Equal("DLV-007", Assert.Single(ReportForm.Read(new("-1", "进展", "", "", false), task.Row, []).Findings).Code);

        IReadOnlyList<Finding> Read(string figure) => ReportForm.Read(new(figure, "全县平均", "", "", false), row, []).Findings;
    }

    [Fact]
    public async Task Only_indicators_with_a_unit_and_in_judgement_can_be_called_for_and_each_once()
    {
        await using var county = await WithIndicators(StoreEngine.Sqlite, new Taken());

        Assert.Equal("DLV-006", (await Open(county, "nobody")).Refusal!.Code);
        Assert.Equal("DLV-006", (await Open(county, "gone")).Refusal!.Code);
        Assert.Equal("DLV-006", (await Open(county)).Refusal!.Code);
        var (cycle, _) = await Open(county, "rate");
        Assert.Null(await county.In(services => services.GetRequiredService<CycleDesk>().Call(county["wang"], cycle!, [], ["rate"], County.Stop)));

        var view = await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop));
        Assert.Equal("figure/jia-15/rate", Assert.Single(view!.Items).Row.Subject);
        Assert.Empty(view.FiguresNotCalled);
    }

    [Fact]
    public void A_figure_of_a_cycle_is_the_years_so_far_and_with_its_last_month_the_years()
    {
        Assert.Equal(Period.OfYearTo(2026, 3), FigureCalls.Covered(Period.OfQuarter(2026, 1)));
        Assert.Equal(Period.OfYearTo(2026, 11), FigureCalls.Covered(Period.OfMonth(2026, 11)));
        Assert.Equal(Period.OfYear(2026), FigureCalls.Covered(Period.OfMonth(2026, 12)));
        Assert.Equal(Period.OfYear(2026), FigureCalls.Covered(Period.OfYear(2026)));
    }

    [Fact]
    public async Task Who_answered_for_a_figure_last_time_does_so_again_while_they_are_there_and_else_who_leads_the_unit()
    {
        await using var county = await WithIndicators(StoreEngine.Sqlite, new Taken());
        async Task<string?> Person(Period period)
        {
            var (cycle, refusal) = await Open(county, period, null, "rate");
            Assert.Null(refusal);
            return (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!.Items.Single().Row.Person;
        }

        Assert.Null(await Person(Period.OfMonth(2026, 1)));   // truly nobody
        await county.Appoint("chen", County.Water);
        Assert.Equal(county.IdOf("chen"), await Person(Period.OfMonth(2026, 2)));
        await county.Appoint("sun", County.Water);
        var (third, _) = await Open(county, Period.OfMonth(2026, 3), null, "rate");
        var item = (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], third!, County.Stop)))!.Items.Single().Row;
        Assert.Equal(county.IdOf("chen"), item.Person);

        // Handed over, it stays with who took it; once they have left, who leads the unit answers.
        Assert.Null(await county.Do("wang", item.Id, DispatchAct.HandOver, "分工调整", person: county.IdOf("sun")));
        Assert.Equal(county.IdOf("sun"), await Person(Period.OfMonth(2026, 4)));
        await county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var units = services.GetRequiredService<IUnits>();
                var post = (await units.PeopleOf(County.Water, new(2026, 3, 2), County.Stop)).Single(one => one.Person == county.IdOf("sun"));
                await units.EndPost(change, post.Id, new(2026, 3, 2), "调离", County.Stop);
                return 0;
            },
            County.Stop));
        county.Store.Clock.Set(new(2026, 3, 9));
        Assert.Equal(county.IdOf("chen"), await Person(Period.OfMonth(2026, 5)));
    }

    [Fact]
    public async Task A_figure_is_taken_only_with_the_proof_that_its_cycle_asks_for()
    {
        await using var county = await WithIndicators(StoreEngine.Sqlite, new Taken());
        var (cycle, _) = await Open(county, March, EvidenceClass.Official, "rate");
        var row = (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!.Items.Single().Row;

        Assert.Equal(EvidenceClass.Official, row.Evidence);
        Assert.Equal("DLV-008", Assert.Single(Read()).Code);
        Assert.Equal("DLV-008", Assert.Single(Read(EvidenceClass.Record)).Code);
        Assert.Empty(Read(EvidenceClass.Official));
        Assert.Empty(Read(EvidenceClass.Measured));

        // Called for later in the same cycle, refused and called again: asked for in the same way.
        Assert.Null(await county.Do("zhao", row.Id, DispatchAct.Reject, "误退"));
        Assert.Null(await county.In(services => services.GetRequiredService<CycleDesk>().Call(county["wang"], cycle!, [], ["rate"], County.Stop)));
        Assert.All((await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!.Items, item => Assert.Equal(EvidenceClass.Official, item.Row.Evidence));

        IReadOnlyList<Finding> Read(params EvidenceClass[] proofs) => ReportForm.Read(new("81.5", "全县平均", "", "", false), row, proofs).Findings;
    }

    // The people of these tests have no other name than their id.
    private static string NameOf(County county, string who) => county[who].Claims.Single().Value;

    private static async Task<County> WithIndicators(StoreEngine engine, Taken taken)
    {
        var county = await County.Open(engine, services => services.AddSingleton<IReportedFigures>(taken));
        var pack = new PlanPack
        {
            Format = PlanPack.CurrentFormat,
            Id = "jia-15",
            Region = County.Region,
            Title = ("甲县规划", "Plan of Jia"),
            Start = 2026,
            End = 2030,
            Demo = true,
            Groups = [new("water", ("水", "Water"))],
            Indicators =
            [
                Indicator("rate", County.Water), Indicator("nobody", null),
                Indicator("gone", County.Water) with { Decision = new(IndicatorState.Cancelled, "甲〔2026〕1号", new(2026, 1, 5)) },
            ],
        };
        Assert.Empty((await county.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"), change => services.GetRequiredService<IPlanPacks>().Import(change, pack, County.Stop), County.Stop))).Findings);
        return county;
    }

    private static PackIndicator Indicator(string code, string? lead) => new()
    {
        Code = code,
        Name = ("农村生活污水治理率", "Rural sewage treated"),
        Group = "water",
        Unit = "%",
        Decimals = 1,
        Lead = lead,
        Deciding = ValueOrigin.Reported,
        Baseline = new(2025, 70),
        Target = new(TargetKind.AtLeast, 2030, 90),
    };

    private static Task<(string? Cycle, Finding? Refusal)> Open(County county, params string[] indicators) => Open(county, March, null, indicators);

    private static Task<(string? Cycle, Finding? Refusal)> Open(County county, Period period, EvidenceClass? proof, params string[] indicators) => county.In(services =>
    {
        var desk = services.GetRequiredService<CycleDesk>();
        var (window, signBy, _) = desk.Propose(period);
        return desk.Open(county["wang"], new("jia-15", period, window, signBy, []) { Indicators = indicators, FigureProof = proof }, County.Stop);
    });

    // Called for, issued and signed for, on a day when March can be reported.
    private static async Task<string> InHand(County county, string indicator)
    {
        var (cycle, refusal) = await Open(county, indicator);
        Assert.Null(refusal);
        var id = (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop)))!.Items.Single().Row.Id;
        county.Store.Clock.Set(new(2026, 4, 1));
        foreach (var (who, act) in new[] { ("zhao", DispatchAct.Review), ("wang", DispatchAct.Issue), ("chen", DispatchAct.Sign) })
        {
            Assert.Null(await county.Do(who, id, act));
        }

        return id;
    }

    private static async Task<IReadOnlyList<Finding>> Submit(County county, string item, string figure)
    {
        var seen = (await county.Stored(item)).Item.Version;
        return await county.In(services => services.GetRequiredService<ReportDesk>().Submit(county["chen"], item, seen, new(figure, "按村统计", "", "", false), County.Stop));
    }

    private sealed class Taken : IReportedFigures
    {
        public List<ReportedFigure> Figures { get; } = [];

        public List<ReportedFigure> Withdrawn { get; } = [];

        public Finding? Refusal { get; init; }

        public Task<Finding?> Take(Change change, ReportedFigure figure, CancellationToken cancellation)
        {
            Figures.Add(figure);
            return Task.FromResult(Refusal);
        }

        public Task<Finding?> Withdraw(Change change, ReportedFigure figure, CancellationToken cancellation)
        {
            Withdrawn.Add(figure);
            return Task.FromResult(Refusal);
        }
    }
}
