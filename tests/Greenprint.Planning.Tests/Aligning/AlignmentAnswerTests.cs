using Greenprint.Planning.Aligning;
using Greenprint.Planning.Tests.Packs;
using Greenprint.PlanText.Alignment;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Aligning;

public sealed class AlignmentAnswerTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Stored_plans_are_aligned_as_they_are_confirmed(StoreEngine engine)
    {
        await using var store = await Prepared(engine);

        var sheet = await store.Align();

        Assert.Equal(
            [
                ("upper/pm25", AlignmentStatus.Weakened), ("upper/good", AlignmentStatus.Tightened), ("upper/forest", AlignmentStatus.Missing),
                ("upper/water", AlignmentStatus.Carried), ("local/own", AlignmentStatus.LocalOnly),
            ],
            sheet.Findings.Select(finding => (finding.Key, finding.Pair.Status)));
        Assert.Equal(["upper/pm25", "upper/forest"], sheet.ToAnswer.Select(finding => finding.Key));
        Assert.Equal(2, sheet.Open);
        Assert.Equal(("治理大气污染", "大气污染治理"), Assert.Single(sheet.Clauses) is var pair ? (pair.Upper.Title, pair.Local.Title) : default);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_answer_stays_and_says_when_the_finding_has_changed_since(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        Assert.Null(await store.Answer("upper/pm25", AnswerKind.Explained, " 受区域传输影响，按市下达的分解值执行。 "));

        var kept = (await store.Align()).Find("upper/pm25");
        Assert.Equal((AnswerKind.Explained, "受区域传输影响，按市下达的分解值执行。", "王编辑", false, false), (kept.Current!.Kind, kept.Current.Text, kept.Current.By, kept.HasChanged, kept.IsOpen));
        Assert.Equal("PM2.5浓度（µg/m³），2030：≤21", kept.Current.Local);

        await store.Within((services, change) => services.GetRequiredService<ITargets>().Revise(
            change, "xian-15", "pm25", new(new Target(TargetKind.AtMost, 2030, 20.5m, null, ("≤20.5", "≤20.5")), "甲府〔2027〕1号", new(2026, 3, 1), "调整"), Stop));
        var changed = (await store.Align()).Find("upper/pm25");
        Assert.True(changed.HasChanged && changed.IsOpen);
        Assert.Equal("PM2.5浓度（µg/m³），2030：≤21", changed.Current!.Local);   // what was seen then

        Assert.Null(await store.Answer("upper/pm25", AnswerKind.WillChange, "明年修订。"));
        var again = (await store.Align()).Find("upper/pm25");
        Assert.Equal([AnswerKind.Explained, AnswerKind.WillChange], again.Answers.Select(answer => answer.Kind));
        Assert.Equal((AnswerKind.WillChange, false), (again.Current!.Kind, again.IsOpen));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_withdrawn_answer_stays_on_the_record_and_opens_the_finding_again(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        await store.Answer("upper/forest", AnswerKind.NotApplicable, "本县为海岛。");

        Assert.Null(await store.Answer("upper/forest", AnswerKind.Withdrawn, "有林地，答复有误。"));

        var finding = (await store.Align()).Find("upper/forest");
        Assert.True(finding.IsOpen);
        Assert.Null(finding.Current);
        Assert.Equal(["本县为海岛。", "有林地，答复有误。"], finding.Answers.Select(answer => answer.Text));
        Assert.Equal("PLN-015", (await store.Answer("upper/forest", AnswerKind.Withdrawn, "再撤一次。"))!.Code);
        var history = await store.In(services => services.GetRequiredService<IHistory>().Of("plan/xian-15", Stop));
        Assert.Equal(2, history.Count(entry => entry.Kind == "alignment.answered"));
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_the_second_is_told_and_nothing_is_lost()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var seen = await store.Align();
        Assert.Null(await store.Answer("upper/pm25", AnswerKind.Explained, "第一人"));

        Assert.Equal("PLN-012", (await store.Answer("upper/pm25", AnswerKind.WillChange, "第二人", seen))!.Code);

        Assert.Equal("第一人", Assert.Single((await store.Align()).Find("upper/pm25").Answers).Text);
    }

    [Theory]
    [InlineData("upper/pm25", "  ", "PLN-015")]
    [InlineData("upper/good", "理由", "PLN-015")]       // tightened: nobody asks
    public async Task What_cannot_be_recorded_is_refused(string key, string text, string code)
    {
        await using var store = await Prepared(StoreEngine.Sqlite);

        Assert.Equal(code, (await store.Answer(key, AnswerKind.Explained, text))!.Code);

        Assert.Equal(0, await store.In(services => services.GetRequiredService<GreenprintDb>().Set<AnswerRow>().CountAsync(Stop)));
    }

    [Fact]
    public async Task An_answer_that_fails_before_the_commit_leaves_nothing()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var sheet = await store.Align();
        var finding = sheet.Find("upper/pm25");

        await Assert.ThrowsAsync<IOException>(() => store.Within<int>(async (_, change) =>
        {
            Assert.Null(await AlignmentAnswers.Record(change, "990101", sheet, "upper/pm25", new(AnswerKind.Explained, "理由", 0, AlignmentAnswers.Trace(finding)), Stop));
            await change.Db.SaveChangesAsync(Stop);
            throw new IOException("The disk is gone.");
        }));

        Assert.Empty((await store.Align()).Find("upper/pm25").Answers);
    }

    [Fact]
    public async Task A_draft_that_is_brought_in_again_keeps_the_answers_given_beside_it()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(TwoPlans.Upper());
        await store.Import(TwoPlans.Local() with { Status = PlanStatus.Draft });
        Assert.Null(await store.Answer("upper/pm25", AnswerKind.WillChange, "下一稿调整。"));

        await store.Import(TwoPlans.Local() with { Status = PlanStatus.Draft, Title = ("某县规划（第二稿）", "Second draft") });

        Assert.Equal("下一稿调整。", (await store.Align()).Find("upper/pm25").Current!.Text);
    }

    [Fact]
    public async Task A_plan_of_a_neighbour_is_not_called_the_upper_one()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        await store.Import(TwoPlans.Upper() with { Id = "lin-15", Region = "990102", Regions = [new Region("990102", null, ("乙县", "Yi County"), RegionLevel.County, IsDemo: true)] });

        var (above, beside) = (await store.Align(), await store.Align(upper: "plan/lin-15"));

        Assert.Equal((true, "上级规划"), (above.IsAbove, above.Beside.Zh));
        Assert.Equal((false, "对照规划"), (beside.IsAbove, beside.Beside.Zh));
        Assert.All(beside.Findings, finding => Assert.DoesNotContain("上级", finding.Pair.Reason, StringComparison.Ordinal));
    }

    private static async Task<TestStore> Prepared(StoreEngine engine)
    {
        var store = await Store(engine);
        await store.Import(TwoPlans.Upper());
        await store.Import(TwoPlans.Local());
        return store;
    }
}
