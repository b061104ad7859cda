using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.Duties;

/// <summary>The responsibility list that an address asks for: as of a day each line stands beside what it is now. The page and its files read this and nothing else.</summary>
internal sealed record DutyTable(YearTaskSheet Sheet, TaskFilter Filter, IReadOnlyList<DutyPair> Pairs)
{
    private static readonly (Bilingual Name, Func<DutyRow, string?> Text)[] Compared =
    [
        (("具体举措", "Measure"), row => row.Measure.Here), (("工作目标", "Goal"), row => row.Goal?.Here), (("牵头单位", "Lead unit"), row => row.Lead.Here),
        (("责任/配合单位", "Supporting units"), row => row.Support.Here), (("完成时限", "Due"), row => row.Due.Here), (("备注", "Remark"), row => row.Remark?.Here),
    ];

    public bool IsPast => Filter.AsOf is not null;

    /// <summary>How many lines there were on the day.</summary>
    public int Count => Pairs.Count(pair => pair.Then is not null);

    public static async Task<DutyTable?> Find(YearTaskDesk desk, string plan, IQueryCollection query, CancellationToken cancellation)
    {
        if (await desk.FilterOf(plan, query, cancellation) is not { } filter)
        {
            return null;
        }

        var sheet = (await desk.Find(plan, filter.Year, filter.AsOf, cancellation))!;
        var rows = DutyList.Of(sheet, filter);
        if (filter.AsOf is null)
        {
            return new(sheet, filter, [.. rows.Select(row => new DutyPair(row, row))]);
        }

        // What changed hands since is shown no more, or only now; it is neither gone nor new.
        var (now, all) = ((await desk.Find(plan, filter.Year, null, cancellation))!, new TaskFilter { Year = filter.Year });
        return new(sheet, filter, DutyList.Since(rows, DutyList.Of(now, filter), DutyList.Of(sheet, all), DutyList.Of(now, all)));
    }

    /// <summary>What was done to a line since the day, in words.</summary>
    public static string Since(DutyPair pair) => pair switch
    {
        { Then: null } => SinceThen.Added.Here,
        { Now: null } => SinceThen.Gone.Here,
        { Then: { } then, Now: { } now } => SinceThen.Say(Compared.Select(one => (one.Name, one.Text(then), one.Text(now))).Concat(pair.IsMoved ? [(("重点任务", "Key task"), then.KeyTask?.Title.Here, now.KeyTask?.Title.Here)] : [])),
    };
}
