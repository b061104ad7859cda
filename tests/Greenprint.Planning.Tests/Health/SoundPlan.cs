using Greenprint.Platform;

namespace Greenprint.Planning.Tests.Health;

/// <summary>A plan with nothing wrong in it, to be spoilt in one way at a time.</summary>
internal static class SoundPlan
{
    public const string Housing = "jia/housing";
    public const string Water = "jia/water";
    public static readonly DateOnly Today = new(2027, 3, 1);

    public static PlanView Plan { get; } = new(
        new("jia-15", "990101", ("甲县规划", "Plan of Jia"), 2026, 2030, PlanStatus.InForce, true),
        [],
        [new("air", ("环境治理", "Environment"))],
        [],
        [new("t1", "1.", ("治水", "Water"), ("正文", "text"), null, Water)],
        [],
        [Indicator])
    {
        Measures = [new("m1", ("新建管网。", "Build sewers.")) { KeyTask = "t1", Lead = [new(null, Housing)] }],
    };

    public static IndicatorView Indicator => new(
        "jia-15", "sewage", ("污水收集率", "Sewage collected"), "air", "%", 1, DesiredDirection.Up, IndicatorNature.Binding, ["t1"], Water, [], ValueOrigin.Reported, null,
        new Baseline(2025, 60m, new("60")), new Target(TargetKind.AtLeast, 2030, 75m, null, new("≥75")), null, [new(2026, 62m), new(2030, 75m)], ("收集量占产生量的比例", "share collected"), null);

    public static YearTask Sewers { get; } = Step("2027-01", new(YearTaskSourceKind.Measure, "m1"), new(2027, 11, 30));

    public static YearTask Step(string code, YearTaskSource source, DateOnly due) => new("jia-15", code, 1, new(due.Year, source, ("新建污水管网", "Build sewers"), due, Housing)
    {
        Quantity = 320,
        Unit = "公里",
        Support = [Water],
        Accountable = "p1",
        Criterion = ("通水验收合格", "accepted"),
        Evidence = EvidenceClass.Official,
    })
    {
        RecordedAt = default,
        RecordedBy = "x",
    };

    public static YearTask With(this YearTask task, Func<YearTaskContent, YearTaskContent> change) => task with { Content = change(task.Content) };

    public static HealthQuestion Question(PlanView? plan = null, IReadOnlyList<YearTask>? tasks = null, IReadOnlySet<string>? done = null, DateOnly? today = null, DateOnly? housingClosed = null, DateOnly? waterClosed = null, bool leftHousing = false)
    {
        var units = new[] { Unit(Housing, "住房城乡建设局", housingClosed), Unit(Water, "水利局", waterClosed) };
        Post post = new(Guid.NewGuid(), "p1", "丁湘", leftHousing ? Water : Housing, ("联络员", "Liaison"), false, new(2020, 1, 1), null);
        return new(plan ?? Plan, tasks ?? [Sewers], done ?? new HashSet<string>(), today ?? Today)
        {
            Units = units.ToDictionary(unit => unit.Id),
            Staff = new[] { post }.ToLookup(one => one.Unit),
            Persons = new Dictionary<string, string> { ["p1"] = "丁湘" },
        };
    }

    private static Organization Unit(string id, string name, DateOnly? closed) => new(id, "990101", (name, id), Closed: closed);
}
