using System.Globalization;
using Greenprint.Delivery.Dispatch;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Cycles;

/// <summary>What a cycle calls for, as items that wait for review. Nothing here asks who may.</summary>
internal sealed class CycleCalls(IPlans plans, IYearTasks tasks, IUnits units)
{
    /// <summary>
    /// Subjects that a cycle asks already. What was not issued after all, itself or the item that it was merged into, is asked by nothing: it can be called again.
    /// </summary>
    public static async Task<IReadOnlySet<string>> There(GreenprintDb db, string cycle, CancellationToken cancellation)
    {
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Cycle == cycle).Select(item => new { item.Id, item.Subject }).ToListAsync(cancellation);
        var mergers = await Mergers.Read(db, null, cancellation);
        var ends = rows.Select(row => mergers.EndOf(row.Id)).ToList();
        var rejected = (await db.Set<ItemRow>().AsNoTracking().Where(item => ends.Contains(item.Id) && item.Ending == DispatchEnding.Rejected).Select(item => item.Id).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return rows.Where(row => !rejected.Contains(mergers.EndOf(row.Id))).Select(row => row.Subject).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Registers an item for each task and figure. All of them or none: every one is looked at before the first is registered.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="taskIds">Ids of year tasks.</param>
    /// <param name="indicators">Codes of indicators.</param>
    /// <param name="proof">The weakest proof that is taken with a figure; null asks for none.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <returns>Why not; null when it was done.</returns>
    public async Task<Finding?> Call(Change change, CycleRow cycle, IReadOnlyCollection<string> taskIds, IReadOnlyCollection<string> indicators, EvidenceClass? proof, CancellationToken cancellation)
    {
        var today = ChinaTime.DayOf(change.At);
        var there = await There(change.Db, cycle.Id, cancellation);
        var all = (await tasks.Of(cycle.Plan, cycle.ToPeriod().Year, cancellation)).Where(task => !task.IsCancelled).ToDictionary(task => task.Id, StringComparer.Ordinal);
        var exist = (await units.Tree(null, today, cancellation)).InOrder.Select(node => node.Unit.Id).ToHashSet(StringComparer.Ordinal);
        var called = taskIds.Distinct().Except(there).ToList();
        if (called.Find(id => !all.ContainsKey(id)) is { } unknown)
        {
            return DeliveryFindings.BadCycle(($"没有年度任务“{unknown}”，或已取消。", $"There is no year task '{unknown}', or it was cancelled."));
        }

        if (called.Find(id => !exist.Contains(all[id].Content.Lead)) is { } orphan)
        {
            return DeliveryFindings.NoSuchUnit(all[orphan].Content.Lead);
        }

        var known = indicators.Count > 0 && await plans.Find(cycle.Plan, cancellation) is { } plan ? FigureCalls.Of(plan).ToDictionary(one => one.Code, StringComparer.Ordinal) : [];
        var figures = indicators.Distinct().Where(code => !there.Contains(FigureCalls.SubjectOf(cycle.Plan, code))).ToList();
        if (figures.Find(code => !known.ContainsKey(code)) is { } stranger)
        {
            return DeliveryFindings.BadCycle(($"规划中没有可调度的指标“{stranger}”：没有责任单位，或已停止考核。", $"The plan has no indicator '{stranger}' that can be called for: no unit is responsible, or it was taken out of judgement."));
        }

        if (figures.Find(code => !exist.Contains(known[code].Lead!)) is { } left)
        {
            return DeliveryFindings.NoSuchUnit(known[left].Lead!);
        }

        var answers = figures.Count > 0 ? await PersonsFor(change.Db, [.. figures.Select(code => known[code])], today, cancellation) : [];
        foreach (var row in called.Select(id => Of(cycle, all[id])).Concat(figures.Select(code => Of(cycle, known[code], answers[code], proof))))
        {
            DispatchStore.Register(change, await Again(change.Db, row, cancellation), new(1, DispatchAct.Register, change.At, change.Actor.Id, change.Actor.Name) { Unit = row.Unit, Person = row.Person, Day = cycle.Due });
        }

        return null;
    }

    // No plan names a person for an indicator. Whoever answered for its figure the last time does so again while they work in the unit; else who leads the unit.
    private async Task<Dictionary<string, string?>> PersonsFor(GreenprintDb db, IReadOnlyList<IndicatorView> figures, DateOnly today, CancellationToken cancellation)
    {
        var subjects = figures.Select(figure => FigureCalls.SubjectOf(figure.Plan, figure.Code)).ToList();
        var before = (await db.Set<ItemRow>().AsNoTracking().Where(item => subjects.Contains(item.Subject) && item.Person != null)
            .Select(item => new { item.Subject, item.Unit, item.Person, item.Due }).ToListAsync(cancellation)).ToLookup(item => item.Subject, StringComparer.Ordinal);
        var posts = await units.PeopleOf([.. figures.Select(figure => figure.Lead!).Distinct()], today, cancellation);
        return figures.ToDictionary(
            figure => figure.Code,
            figure =>
            {
                var last = before[FigureCalls.SubjectOf(figure.Plan, figure.Code)].Where(item => item.Unit == figure.Lead).MaxBy(item => item.Due)?.Person;
                return posts[figure.Lead!].Any(post => post.Person == last) ? last : posts[figure.Lead!].FirstOrDefault()?.Person;
            },
            StringComparer.Ordinal);
    }

    // What was refused and is called again has an item before it, and a key of its own.
    private static async Task<ItemRow> Again(GreenprintDb db, ItemRow row, CancellationToken cancellation)
    {
        var before = await db.Set<ItemRow>().CountAsync(item => item.Cycle == row.Cycle && item.Subject == row.Subject, cancellation);
        if (before > 0)
        {
            row.Key = string.Create(CultureInfo.InvariantCulture, $"{row.Key}/{before + 1}");
        }

        return row;
    }

    private static ItemRow Of(CycleRow cycle, IndicatorView indicator, string? person, EvidenceClass? proof)
    {
        var (subject, title, ask) = (FigureCalls.SubjectOf(cycle.Plan, indicator.Code), FigureCalls.Title(indicator), FigureCalls.Ask(indicator, cycle.ToPeriod()));
        return new ItemRow
        {
            Id = DispatchStore.NewId(),
            Key = $"cycle/{cycle.Id}/{subject}",
            Region = cycle.Region,
            Plan = cycle.Plan,
            Cycle = cycle.Id,
            Subject = subject,
            TitleZh = title.Zh,
            TitleEn = title.En,
            AskZh = ask.Zh,
            AskEn = ask.En,
            QuantityUnit = indicator.Unit,
            Evidence = proof,
            Unit = indicator.Lead!,
            Person = person,
            Due = cycle.Due,
            Stage = DispatchStage.Registered,
            Ending = DispatchEnding.None,
            Version = 1,
        };
    }

    private static ItemRow Of(CycleRow cycle, YearTask task)
    {
        var content = task.Content;
        return new ItemRow
        {
            Id = DispatchStore.NewId(),
            Key = $"cycle/{cycle.Id}/{task.Id}",
            Region = cycle.Region,
            Plan = cycle.Plan,
            Cycle = cycle.Id,
            Subject = task.Id,
            TitleZh = content.Title.Zh,
            TitleEn = content.Title.En,
            AskZh = content.Criterion?.Zh,
            AskEn = content.Criterion?.En,
            Quantity = content.Quantity,
            QuantityUnit = content.Unit,
            Evidence = content.Evidence,
            Unit = content.Lead,
            Person = content.Accountable,
            Due = cycle.Due,
            Stage = DispatchStage.Registered,
            Ending = DispatchEnding.None,
            Version = 1,
        };
    }
}
