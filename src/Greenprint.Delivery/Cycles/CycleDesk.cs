using System.Security.Claims;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery.Cycles;

/// <summary>What a cycle is opened with.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Period">A month, a quarter or a year.</param>
/// <param name="Window">When reports are taken.</param>
/// <param name="SignBy">Last day for signing.</param>
/// <param name="Tasks">Ids of the year tasks that it calls for.</param>
internal sealed record CycleOrder(string Plan, Period Period, CycleWindow Window, DateOnly SignBy, IReadOnlyCollection<string> Tasks)
{
    /// <summary>Codes of the indicators whose figure it calls for.</summary>
    public IReadOnlyCollection<string> Indicators { get; init; } = [];

    /// <summary>The weakest proof that is taken with a figure; null asks for none.</summary>
    public EvidenceClass? FigureProof { get; init; }
}

/// <summary>A cycle with its items, and what it could call for besides.</summary>
internal sealed record CycleView(CycleRow Cycle, IReadOnlyList<StoredItem> Items, IReadOnlyList<YearTask> NotCalled, IReadOnlyList<IndicatorView> FiguresNotCalled)
{
    /// <summary>What is still with a unit when the cycle is closed: what is taken no more, and what has a later day of its own and is taken until then.</summary>
    public (IReadOnlyList<StoredItem> CutOff, IReadOnlyList<StoredItem> WithLaterDay) LeftOn(DateOnly day)
    {
        var left = Items.Where(stored => stored.Item is { Ending: DispatchEnding.None, Stage: < DispatchStage.Reported }).ToLookup(stored => stored.Item.IsTakenAfter(Cycle.Due, day));
        return ([.. left[false]], [.. left[true]]);
    }

    /// <summary>The last day on which a report on an item is taken after its cycle: granted, or given with a return or an exception.</summary>
    public static DateOnly LastDay(DispatchItem item) => item.UnlockedUntil is { } until && until > item.Due ? until : item.Due;
}

/// <summary>Cycles of the dispatch: opened, closed and opened again by the bureau.</summary>
internal sealed class CycleDesk(
    GreenprintDb db, IPlans plans, IYearTasks tasks, IRights rights, CycleCalls calls, IChanges changes, IChinaClock clock, IOptions<DeliveryOptions> options)
{
    /// <summary>The plans in force whose dispatch <paramref name="user"/> runs.</summary>
    public async Task<IReadOnlyList<PlanSummary>> PlansOf(ClaimsPrincipal user, CancellationToken cancellation)
    {
        List<PlanSummary> mine = [];
        foreach (var plan in await plans.All(cancellation))
        {
            if (plan.Status == PlanStatus.InForce && await rights.May(user, Rights.Dispatch, plan.Region, cancellation))
            {
                mine.Add(plan);
            }
        }

        return mine;
    }

    /// <summary>
    /// The plans in force whose dispatch <paramref name="user"/> sees: of a region whose work they see, all of it or that of a unit. Tasks of others bear on
    /// one's own. A plan that had a cycle stands before one that had none, so that a page opened without a plan has something to show.
    /// </summary>
    public async Task<IReadOnlyList<PlanSummary>> PlansSeenBy(ClaimsPrincipal user, CancellationToken cancellation)
    {
        List<PlanSummary> seen = [];
        foreach (var plan in await plans.All(cancellation))
        {
            if (plan.Status == PlanStatus.InForce
                && (await rights.May(user, Rights.SeeWork, plan.Region, cancellation) || (await rights.UnitsOf(user, Rights.SeeWork, plan.Region, clock.Today, cancellation)).Count > 0))
            {
                seen.Add(plan);
            }
        }

        if (seen.Count < 2)
        {
            return seen;
        }

        var ids = seen.Select(plan => plan.Id).ToList();
        var called = await db.Set<CycleRow>().Where(cycle => ids.Contains(cycle.Plan)).Select(cycle => cycle.Plan).Distinct().ToListAsync(cancellation);
        return [.. seen.OrderByDescending(plan => called.Contains(plan.Id))];
    }

    /// <summary>The cycles of plans, newest first.</summary>
    public async Task<IReadOnlyList<CycleRow>> Of(IReadOnlyCollection<string> ofPlans, CancellationToken cancellation) =>
        await db.Set<CycleRow>().AsNoTracking().Where(cycle => ofPlans.Contains(cycle.Plan)).OrderByDescending(cycle => cycle.Due).ThenByDescending(cycle => cycle.Id).ToListAsync(cancellation);

    /// <summary>How many items of cycles stand where: one query.</summary>
    public async Task<ILookup<string, (DispatchStage Stage, int Count)>> Counts(IReadOnlyCollection<string> cycles, CancellationToken cancellation) =>
        (await db.Set<ItemRow>().AsNoTracking().Where(item => item.Cycle != null && cycles.Contains(item.Cycle) && item.Ending == DispatchEnding.None)
            .GroupBy(item => new { item.Cycle, item.Stage }).Select(group => new { group.Key.Cycle, group.Key.Stage, Count = group.Count() }).ToListAsync(cancellation))
        .ToLookup(one => one.Cycle!, one => (one.Stage, one.Count));

    /// <summary>A cycle with its items; null when it is not there, or not theirs to run.</summary>
    public async Task<CycleView?> Find(ClaimsPrincipal user, string id, CancellationToken cancellation)
    {
        if (await db.Set<CycleRow>().AsNoTracking().SingleOrDefaultAsync(cycle => cycle.Id == id, cancellation) is not { } cycle || !await rights.May(user, Rights.Dispatch, cycle.Region, cancellation))
        {
            return null;
        }

        var rows = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Cycle == id).OrderBy(item => item.Unit).ThenBy(item => item.Subject).ToListAsync(cancellation);
        var called = await CycleCalls.There(db, id, cancellation);
        var open = (await tasks.Of(cycle.Plan, cycle.ToPeriod().Year, cancellation)).Where(task => !task.IsCancelled && !called.Contains(task.Id));
        var figures = await plans.Find(cycle.Plan, cancellation) is { } plan ? FigureCalls.Of(plan).Where(one => !called.Contains(FigureCalls.SubjectOf(one.Plan, one.Code))) : [];
        return new(cycle, await DispatchStore.With(db, rows, cancellation), [.. open], [.. figures]);
    }

    /// <summary>The days that the rule proposes for a period.</summary>
    public (CycleWindow Window, DateOnly SignBy, Bilingual? Doubt) Propose(Period period)
    {
        var window = CycleWindow.Of(period, options.Value.Rule, WorkCalendar.Shipped);
        var first = new[] { clock.Today, window.Opens }.Max();
        var signBy = new[] { WorkCalendar.Shipped.Add(first, options.Value.SignWithin), window.Due }.Min();
        return (window, signBy, WorkCalendar.Shipped.Doubt(window.Opens, window.Locks!.Value));
    }

    /// <summary>Opens a cycle and registers an item for each task; they wait for somebody else's review.</summary>
    /// <returns>Id of the cycle, or why it was not opened.</returns>
    public Task<(string? Cycle, Finding? Refusal)> Open(ClaimsPrincipal user, CycleOrder order, CancellationToken cancellation) => changes.Apply<(string?, Finding?)>(
        ActorOf(user),
        async change =>
        {
            if ((await plans.All(cancellation)).FirstOrDefault(plan => plan.Id == order.Plan) is not { Status: PlanStatus.InForce } plan || !await rights.May(user, Rights.Dispatch, plan.Region, cancellation))
            {
                return (null, DeliveryFindings.BadCycle(("只能为本地区生效的规划开启调度。", "A cycle is opened for a plan in force of your region.")));
            }

            var period = order.Period.ToString();
            if (Fault(order, plan) is { } fault)
            {
                return (null, fault);
            }

            if (await change.Db.Set<CycleRow>().AnyAsync(cycle => cycle.Plan == order.Plan && cycle.Period == period, cancellation))
            {
                return (null, DeliveryFindings.CycleThere(CycleWords.Title(order.Period)));
            }

            var row = new CycleRow
            {
                Id = DispatchStore.NewId(),
                Region = plan.Region,
                Plan = order.Plan,
                Kind = KindOf(order.Period),
                Period = period,
                Opens = order.Window.Opens,
                Due = order.Window.Due,
                Locks = order.Window.Locks!.Value,
                SignBy = order.SignBy,
                OpenedAt = change.At,
                OpenedBy = change.Actor.Name,
            };
            if (await calls.Call(change, row, order.Tasks, order.Indicators, order.FigureProof, cancellation) is { } refusal)
            {
                return (null, refusal);
            }

            change.Db.Add(row);
            change.Record(row.Region, $"dispatch-cycle/{row.Id}", "cycle.opened", new { row.Plan, row.Period, row.Opens, row.Due, row.Locks, row.SignBy });
            return (row.Id, null);
        },
        cancellation);

    /// <summary>Calls further tasks and figures in a cycle that is open.</summary>
    public Task<Finding?> Call(ClaimsPrincipal user, string cycle, IReadOnlyCollection<string> taskIds, IReadOnlyCollection<string> indicators, CancellationToken cancellation) => Within(
        user,
        cycle,
        async (change, row) => row.ClosedAt is not null
            ? DeliveryFindings.BadCycle(PeriodLock.CycleClosed(ChinaTime.DayOf(row.ClosedAt.Value)).Text)
            : await calls.Call(change, row, taskIds, indicators, await FigureProof(change.Db, row, cancellation), cancellation),
        cancellation);

    /// <summary>Closes a cycle, or opens it again: reports are taken no more, or again.</summary>
    public Task<Finding?> Close(ClaimsPrincipal user, string cycle, bool close, string? why, CancellationToken cancellation) => Within(
        user,
        cycle,
        (change, row) =>
        {
            if (close == row.ClosedAt is not null)
            {
                return Task.FromResult<Finding?>(DeliveryFindings.BadCycle(close ? ("本期调度已经结束。", "The cycle is closed already.") : ("本期调度没有结束。", "The cycle is not closed.")));
            }

            if (!close && string.IsNullOrWhiteSpace(why))
            {
                return Task.FromResult<Finding?>(DeliveryFindings.BadCycle(("请写明重新开放的原因。", "Say why it is opened again.")));
            }

            row.ClosedAt = close ? change.At : null;
            row.ClosedBy = close ? change.Actor.Name : null;
            change.Record(row.Region, $"dispatch-cycle/{row.Id}", close ? "cycle.closed" : "cycle.reopened", new { row.Plan, row.Period }, why);
            return Task.FromResult<Finding?>(null);
        },
        cancellation);

    private async Task<Finding?> Within(ClaimsPrincipal user, string cycle, Func<Change, CycleRow, Task<Finding?>> work, CancellationToken cancellation) => await changes.Apply(
        ActorOf(user),
        async change => await change.Db.Set<CycleRow>().SingleOrDefaultAsync(row => row.Id == cycle, cancellation) is { } row && await rights.May(user, Rights.Dispatch, row.Region, cancellation)
            ? await work(change, row)
            : DeliveryFindings.NoSuchCycle(cycle),
        cancellation);

    // A figure that is called for later is asked for like the others of its cycle.
    private static async Task<EvidenceClass?> FigureProof(GreenprintDb db, CycleRow cycle, CancellationToken cancellation)
    {
        var figures = (await db.Set<ItemRow>().AsNoTracking().Where(item => item.Cycle == cycle.Id).Select(item => new { item.Subject, item.Evidence }).ToListAsync(cancellation)).FindAll(item => FigureCalls.IsFigure(item.Subject));
        return figures.Count > 0 ? figures[^1].Evidence : FigureCalls.UsualProof;
    }

    private static Finding? Fault(CycleOrder order, PlanSummary plan) => order switch
    {
        _ when order.Period.Kind is not (PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Year) => DeliveryFindings.BadCycle(("请选择月份、季度或年度。", "Choose a month, a quarter or a year.")),
        _ when order.Period.Year < plan.Start || order.Period.Year > plan.End => DeliveryFindings.BadCycle(("该时段不在规划期内。", "The period lies outside the plan.")),
        _ when order.Window.Locks is null || !order.Window.IsInOrder => DeliveryFindings.BadCycle(("日期须依次为：开始填报、报送期限、锁定。", "The days must stand in order: opens, due, locks.")),
        _ when order.SignBy > order.Window.Due => DeliveryFindings.BadCycle(("签收期限不能晚于报送期限。", "The day for signing must not lie after the due day.")),
        _ when order.Tasks.Count + order.Indicators.Count == 0 => DeliveryFindings.BadCycle(("请至少选择一项年度任务或指标。", "Choose at least one year task or indicator.")),
        _ => null,
    };

    private static CycleKind KindOf(Period period) => period.Kind switch
    {
        PeriodKind.Month => CycleKind.Monthly,
        PeriodKind.Quarter => CycleKind.Quarterly,
        _ => CycleKind.Yearly,
    };

    private Actor ActorOf(ClaimsPrincipal user) => rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for people who work.");
}
