using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Health;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Tests.Health;

/// <summary>Each rule of the dispatch finds the one thing that it looks for.</summary>
public sealed class DispatchHealthTests
{
    private const string Water = "jia/water";
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly CycleRow September = Cycle("c9", "2026-09", new(2026, 10, 15));
    private static readonly CycleRow October = Cycle("c10", "2026-10", new(2026, 11, 9));
    private static readonly CycleRow November = Cycle("c11", "2026-11", new(2026, 12, 4));

    private static readonly Dictionary<string, (HealthQuestion Question, DispatchFacts Facts, string[] Beside)> Cases = new()
    {
        // Two cycles without a word are silence; the late reports are told as well.
        ["HLT-201"] = (Question(), Facts([Item(September), Item(October)]), ["HLT-204"]),
        ["HLT-202"] = (Question(), Facts([Item(November, person: null)]), []),
        ["HLT-203"] = (Question(), Facts([Item(November, stage: DispatchStage.Issued, signBy: new(2026, 11, 19))]), []),
        ["HLT-204"] = (Question(), Facts([Item(October)]), []),
        ["HLT-205"] = (Question(), Facts([Item(November, stage: DispatchStage.Reported, reported: new(2026, 11, 10))]), []),
        ["HLT-206"] = (Question(), Facts([Item(November, asksExtension: true)]), []),
        ["HLT-207"] = (Question(closed: new(2026, 10, 31)), Facts([Item(November)]), []),
        ["HLT-208"] = (Question(tasks: [Step(new(2026, 12, 20))]), Facts([]), []),
        ["HLT-221"] = (Question(tasks: [Step(new(2026, 10, 31))], done: true), Facts([Item(October, stage: DispatchStage.Checked, reported: new(2026, 11, 1))], proof: EvidenceClass.Statement), []),
        ["HLT-222"] = (Question(tasks: [Step(new(2026, 10, 31), asked: null)], done: true), Facts([Item(October, stage: DispatchStage.Checked, reported: new(2026, 11, 1))]), []),
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Fact]
    public void Every_rule_has_its_case() => Assert.Equal(DispatchHealth.Rules.Select(rule => rule.Code).Order(), Cases.Keys.Order());

    [Theory, MemberData(nameof(Codes))]
    public void A_rule_finds_what_it_looks_for_and_says_where_it_is_mended(string code)
    {
        var (question, facts, beside) = Cases[code];
        var found = Check(question, facts);

        Assert.Equal(beside.Append(code).Order(), found.Select(one => one.Rule.Code).Distinct().Order());
        Assert.All(found, one => Assert.StartsWith("office/", one.Address, StringComparison.Ordinal));
        Assert.All(found, one => Assert.NotNull(one.Detail.En));
    }

    [Fact]
    public void A_returned_report_is_no_silence() =>
        Assert.DoesNotContain(Check(Question(), Facts([Item(September), Item(October)], reported: ["c9"])), found => found.Rule == DispatchHealth.Silent);

    [Fact]
    public void One_cycle_is_no_silence_yet_and_the_last_ones_of_the_unit_count()
    {
        Assert.DoesNotContain(Check(Question(), Facts([Item(October), Item(November)])), found => found.Rule == DispatchHealth.Silent);
        var silent = Assert.Single(Check(Question(tasks: [Step(new(2026, 12, 20)), Step(new(2027, 6, 1))]), Facts([Item(September), Item(October), Item(November)])), found => found.Rule == DispatchHealth.Silent);

        // Every task that it leads and that is under way has no active owner; next year's is not under way.
        Assert.Equal(["jia-15/2026-01"], silent.WithoutOwner);
        Assert.Contains("2026年9月调度、2026年10月调度", silent.Detail.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_suspended_or_in_time_is_no_finding() =>
        Assert.Empty(Check(Question(), Facts([Item(September, suspended: true), Item(October, suspended: true), Item(November), Item(November, stage: DispatchStage.Reported, reported: new(2026, 11, 18))])));

    [Fact]
    public void A_task_that_goes_on_in_another_item_was_called_for_and_is_proven_by_what_that_item_has()
    {
        var other = Item(November, stage: DispatchStage.Closed, reported: new(2026, 11, 18), subject: "jia-15/2026-09");
        var merged = Facts([other]) with { Merged = [("jia-15/2026-01", other)] };
        Assert.Empty(Check(Question(tasks: [Step(new(2026, 12, 20))]), merged));
        Assert.Equal([DispatchHealth.ProofMissing], Check(Question(tasks: [Step(new(2026, 12, 20))], done: true), merged).Select(found => found.Rule));
        Assert.Empty(Check(Question(tasks: [Step(new(2026, 12, 20))], done: true), Facts([other], proof: EvidenceClass.Record) with { Merged = merged.Merged }));
    }

    [Fact]
    public void A_strong_enough_proof_proves_what_is_done() =>
        Assert.Empty(Check(Question(tasks: [Step(new(2026, 10, 31))], done: true), Facts([Item(October, stage: DispatchStage.Closed, reported: new(2026, 11, 1))], proof: EvidenceClass.Official)));

    private static List<HealthFinding> Check(HealthQuestion question, DispatchFacts facts) => [.. DispatchHealth.Check(question, facts, silentAfter: 2, checkWithin: 5, WorkCalendar.Shipped)];

    private static DispatchFacts Facts(IReadOnlyList<ItemRow> items, IEnumerable<string>? reported = null, EvidenceClass? proof = null) => new(
        items,
        new[] { September, October, November }.ToDictionary(cycle => cycle.Id),
        (reported ?? []).ToHashSet(),
        items.Where(_ => proof is not null).ToLookup(item => item.Id, _ => proof!.Value));

    private static HealthQuestion Question(IReadOnlyList<YearTask>? tasks = null, bool done = false, DateOnly? closed = null) => new(
        new(new("jia-15", "990101", ("甲县规划", "Plan of Jia"), 2026, 2030, PlanStatus.InForce, true), [], [], [], [], [], []), tasks ?? [], done ? tasks!.Select(task => task.Id).ToHashSet() : [], Today)
    {
        Units = new Dictionary<string, Organization> { [Water] = new(Water, "990101", ("水利局", "Water"), Closed: closed) },
        Staff = Array.Empty<Post>().ToLookup(post => post.Unit),
        Persons = new Dictionary<string, string>(),
    };

    private static YearTask Step(DateOnly due, EvidenceClass? asked = EvidenceClass.Record) =>
        new("jia-15", FormattableString.Invariant($"{due.Year}-01"), 1, new(due.Year, new(YearTaskSourceKind.KeyTask, "t1"), ("新建管网", "Build sewers"), due, Water) { Evidence = asked, Accountable = "p1" })
        {
            RecordedAt = default,
            RecordedBy = "x",
        };

    private static ItemRow Item(
        CycleRow cycle, DispatchStage stage = DispatchStage.InHand, string? person = "p1", DateOnly? signBy = null, DateOnly? reported = null, bool asksExtension = false, bool suspended = false, string subject = "jia-15/2026-01") => new()
        {
            Id = cycle.Id,
            Key = cycle.Id,
            Region = "990101",
            Plan = "jia-15",
            Cycle = cycle.Id,
            Subject = subject,
            TitleZh = "新建管网",
            Unit = Water,
            Person = person,
            Due = cycle.Due,
            SignBy = signBy,
            Stage = stage,
            Ending = DispatchEnding.None,
            IsSuspended = suspended,
            IsExtensionAsked = asksExtension,
            ReportedAt = reported is { } day ? ChinaTime.At(day.ToDateTime(new(9, 0))) : null,
            Version = 1,
        };

    private static CycleRow Cycle(string id, string period, DateOnly due) => new()
    {
        Id = id,
        Region = "990101",
        Plan = "jia-15",
        Kind = CycleKind.Monthly,
        Period = period,
        Opens = due.AddDays(-15),
        Due = due,
        Locks = due.AddDays(14),
        SignBy = due.AddDays(-7),
        OpenedAt = default,
        OpenedBy = "wang",
    };
}
