using System.Text.Json;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Plans;

/// <summary>Keeps what entries of a plan in force held before each change, so that an earlier day shows what held then.</summary>
internal sealed class EarlierContents
{
    private readonly Dictionary<(string Subject, string Code), OpenContent> kept;

    private EarlierContents(IEnumerable<EarlierContentRow> rows) =>
        // The first change after the day says what held at its end.
        kept = rows.GroupBy(row => (row.Subject, row.Code)).ToDictionary(changes => changes.Key, changes => changes.MinBy(row => row.Number)!.ToContent());

    /// <summary>Nothing was ever changed.</summary>
    public static EarlierContents None { get; } = new([]);

    /// <summary>What held at the end of a day and holds no more. One query.</summary>
    public static async Task<EarlierContents> Of(DbContext db, string plan, DateOnly day, CancellationToken cancellation) =>
        new(await db.Set<EarlierContentRow>().AsNoTracking().Where(row => row.Plan == plan && row.Until > day).ToListAsync(cancellation));

    /// <summary>Notes what a change does away with: of a plan in force, and of a draft that was in force and has a past already. Another draft has no earlier day.</summary>
    public static async Task Note(Change change, PlanView before, PlanView after, CancellationToken cancellation)
    {
        List<(string Subject, string Code, OpenContent Content)> gone =
        [
            .. Changed(Subjects.Indicator, before.Indicators, after.Indicators, one => one.Code, OpenContent.Of),
            .. Changed(Subjects.Project, before.Projects, after.Projects, one => one.Code, OpenContent.Of),
            .. Changed(Subjects.Measure, before.Measures, after.Measures, one => one.Code, OpenContent.Of),
        ];
        if (gone.Count == 0)
        {
            return;
        }

        var plan = after.Summary.Id;
        var last = await change.Db.Set<EarlierContentRow>().Where(row => row.Plan == plan).MaxAsync(row => (int?)row.Number, cancellation) ?? 0;
        if (last == 0 && after.Summary.Status != PlanStatus.InForce)
        {
            return;
        }

        change.Db.AddRange(gone.Select((one, i) => new EarlierContentRow
        {
            Plan = plan,
            Number = last + i + 1,
            Subject = one.Subject,
            Code = one.Code,
            Until = ChinaTime.DayOf(change.At),
            Content = JsonSerializer.Serialize(one.Content, PlanPackJson.Compact),
            RecordedAt = change.At,
            RecordedBy = change.Actor.Name,
        }));
    }

    public IndicatorView In(IndicatorView now) => kept.TryGetValue((Subjects.Indicator, now.Code), out var then) ? then.In(now) : now;

    public ProjectView In(ProjectView now) => kept.TryGetValue((Subjects.Project, now.Code), out var then) ? then.In(now) : now;

    public MeasureView In(MeasureView now) => kept.TryGetValue((Subjects.Measure, now.Code), out var then) ? then.In(now) : now;

    private static IEnumerable<(string Subject, string Code, OpenContent Content)> Changed<TView>(
        string subject, IReadOnlyList<TView> before, IReadOnlyList<TView> after, Func<TView, string> code, Func<TView, OpenContent> content)
    {
        var now = after.ToDictionary(code, content, StringComparer.Ordinal);
        return before.Where(one => now.TryGetValue(code(one), out var said) && !said.SameInForce(content(one))).Select(one => (subject, code(one), content(one)));
    }
}
