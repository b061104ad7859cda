using System.Security.Claims;
using Greenprint.Delivery;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>
/// One monthly cycle after the other: called by the bureau, signed for, reported, checked, closed, by the people who held the posts on those days, and
/// through the doors of Delivery, whose rules hold.
/// </summary>
internal sealed class DispatchStory(IDispatch dispatch, IYearTasks tasks, Agenda agenda, PastLife life, Staff staff, ProofDesk proofs, CancellationToken cancellation)
{
    private static readonly int[] TownMonths = [3, 6, 9, 10, 12];
    private readonly Dictionary<string, TaskCourse> courses = new(StringComparer.Ordinal);
    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private readonly ILookup<(string, string, string), SampleEvent> told = SampleFiles.DispatchEvents().ToLookup(row => (row.Plan, row.Period, row.Code));

    /// <summary>Puts the months of a plan's year on the agenda.</summary>
    internal void Months(string plan, int year, int first)
    {
        for (var month = first; month <= 12; month++)
        {
            var period = Period.OfMonth(year, month);
            On(new DateOnly(year, month, 22), 9, () => Open(plan, period));
        }
    }

    private async Task Open(string plan, Period period)
    {
        var month = period.First.Month;
        var called = (await tasks.Of(plan, period.First.Year, cancellation))
            .Where(task => !done.Contains(task.Id) && !task.IsCancelled && (task.Content.Parent is null || TownMonths.Contains(month))).ToList();
        if (called.Count == 0)
        {
            return;
        }

        var cycle = await dispatch.Open(staff.Bureau, plan, period, [.. called.Select(task => task.Id)], cancellation);
        List<StoryItem> items = [.. called.Select(task => new StoryItem(task, cycle.Items[task.Id], month, CourseOf(task), told[(plan, period.ToString(), task.Code)].FirstOrDefault()))];
        var issued = Workdays.After(ChinaTime.DayOf(life.Now), 1);
        On(issued, 9, () => Do(staff.Deputy, DispatchAct.Review, items));
        On(issued, 10, () => Do(staff.Bureau, DispatchAct.Issue, items));
        foreach (var item in items.Where(item => item.What == "declined"))
        {
            On(issued, 15, () => Do(staff.ReporterOf(item.Unit, issued), DispatchAct.Decline, [item], item.Why));
            On(Workdays.After(issued, 1), 9, () => Do(staff.Bureau, DispatchAct.Issue, [item]));
        }

        foreach (var unit in items.GroupBy(item => item.Unit))
        {
            On(Workdays.After(issued, 1 + Roll(unit.Key, month, 2)), 10 + Roll(unit.Key, month + 20, 6), () => Sign([.. unit.Where(item => item.What is not ("late-signed" or "unsigned"))]));
        }

        foreach (var item in items)
        {
            Course(item, cycle, issued);
        }

        Close(cycle, items);
    }

    private TaskCourse CourseOf(YearTask task)
    {
        if (!courses.TryGetValue(task.Id, out var course))
        {
            // What something happens to in a month is not done before that month.
            var notBefore = told.SelectMany(rows => rows).Where(row => row.Plan == task.Plan && row.Code == task.Code).Select(row => Period.Parse(row.Period).First.Month + 1).DefaultIfEmpty().Max();
            courses.Add(task.Id, course = new(task, notBefore));
        }

        return course;
    }

    private void Course(StoryItem item, OpenedCycle cycle, DateOnly issued)
    {
        var due = cycle.Due;
        switch (item.What)
        {
            case "late-signed":
                On(Workdays.After(cycle.SignBy, 2), 11, () => Sign([item]));
                Report(item, due);
                break;
            case "silent" or "unsigned" or "urged":
                break;
            case "extended" or "extended-open":
                Ask(item, Workdays.Before(due, 1), Workdays.After(due, item.What == "extended" ? 7 : 14));
                On(due, 9, () => Do(staff.Deputy, DispatchAct.GrantExtension, Asked(item)));
                if (item.What == "extended")
                {
                    Report(item, Workdays.After(due, 5));
                }

                break;
            case "extension-asked":
                Ask(item, due, Workdays.After(due, 10));
                break;
            case "extension-refused":
                Ask(item, Workdays.Before(due, 2), Workdays.After(due, 10), "人手不足，请求延期");
                On(Workdays.Before(due, 1), 9, () => Do(staff.Deputy, DispatchAct.RefuseExtension, Asked(item), item.Why));
                Report(item, due);
                break;
            case "suspended" or "suspended-open":
                On(Workdays.After(issued, 4), 9, () => Suspend(item));
                if (item.What == "suspended")
                {
                    On(Workdays.After(due, 1), 9, () => Resume(item));
                    Report(item, Workdays.After(due, 6));
                }

                break;
            case "handed-over":
                var taken = Workdays.After(issued, 4);
                On(taken, 9, () => dispatch.Do(staff.Bureau, new(DispatchAct.HandOver) { Why = item.Why, Person = staff.LiaisonOf(item.Unit, taken) }, [item.Id], cancellation));
                Report(item, due);
                break;
            case "merged":
                On(Workdays.After(issued, 4), 16, () => Merge(item, cycle));
                break;
            case "reported":
                Report(item, Workdays.After(due, 9), hour: 15);
                break;
            default:
                Usual(item, cycle);
                break;
        }
    }

    // Most report in the days before the last one, a few after it.
    private void Usual(StoryItem item, OpenedCycle cycle)
    {
        var luck = Noise.Uniform(Noise.Seed(item.Task.Id), 200 + item.Month);
        var day = luck switch
        {
            < 0.03 => (DateOnly?)null,
            < 0.10 => Workdays.After(cycle.Due, 1 + (int)(luck * 40)),
            < 0.45 => cycle.Due,
            _ => Workdays.Before(cycle.Due, 1 + (int)((luck - 0.45) * 8)),
        };
        if (day is { } on)
        {
            Report(item, on < cycle.Opens ? cycle.Opens : on);
        }
    }

    private void Close(OpenedCycle cycle, List<StoryItem> items)
    {
        On(Workdays.After(cycle.Due, 1), 9, () => Urge(items, "请于本周内报送；确有困难的，说明原因并提出延期申请。"));
        On(Workdays.After(cycle.Due, 2), 10, () => Check(items, 0.06));
        On(Workdays.After(cycle.Due, 5), 9, () => Urge(items, "第二次催办。仍未报送的，在全县通报中列出。"));
        On(Workdays.After(cycle.Due, 6), 10, () => Check(items, 0));
        On(Workdays.After(cycle.Due, 9), 10, () => Check(items, 0));
        var closing = Workdays.After(cycle.Locks, 1);
        On(closing, 9, () => Check(items, 0));
        On(closing, 16, () => CloseItems(items));
        On(closing, 17, () => dispatch.Close(staff.Bureau, cycle.Id, cancellation));

        // What was never reported is taken later, where the unit asks for it.
        On(Workdays.After(closing, 2), 9, () => Unlock(items, Workdays.After(closing, 6)));
        On(Workdays.After(closing, 7), 10, () => Check(items, 0));
        On(Workdays.After(closing, 7), 16, () => CloseItems(items));
    }

    private async Task Sign(IReadOnlyList<StoryItem> items)
    {
        var mine = items.Where(item => !item.IsOut).ToList();
        if (mine.Count > 0 && staff.ReporterOf(mine[0].Unit, ChinaTime.DayOf(life.Now)) is { } reporter)
        {
            await Do(reporter, DispatchAct.Sign, mine);
        }
    }

    // On that very day: a due day may be a Saturday on which people work.
    private void Report(StoryItem item, DateOnly day, int? hour = null) => agenda.On(day, new TimeOnly(hour ?? 9 + Roll(item.Task.Id, 300 + item.Month, 8), Roll(item.Task.Id, 350 + item.Month, 60)), () => HandIn(item));

    private async Task HandIn(StoryItem item)
    {
        if (!item.IsAwaited || staff.ReporterOf(item.Unit, ChinaTime.DayOf(life.Now)) is not { } reporter)
        {
            return;
        }

        var report = ReportTexts.Of(item.Task, item.Course, item.Month);
        await proofs.Attach(reporter, item, report.IsDone, cancellation);
        await dispatch.Report(reporter, item.Id, item.IsReturned ? report with { Text = report.Text + "已按退回意见核实补充。" } : report, cancellation);
        item.IsReported = true;
    }

    private async Task Check(List<StoryItem> items, double share)
    {
        var waiting = items.Where(item => item.IsReported).ToList();
        foreach (var item in waiting.Where(item => !item.IsReturned && (item.What.StartsWith("returned", StringComparison.Ordinal) || Noise.Uniform(Noise.Seed(item.Task.Id), 400 + item.Month) < share)))
        {
            await Do(staff.Deputy, DispatchAct.Return, [item], item.Why.Length > 0 ? item.Why : "请补充本月新增完成情况和现场核查记录。");
            (item.IsReturned, item.IsReported) = (true, false);
            if (item.What != "returned-open")
            {
                Report(item, Workdays.After(ChinaTime.DayOf(life.Now), 2));
            }
        }

        var good = waiting.Where(item => item.IsReported).ToList();
        await Do(staff.Deputy, DispatchAct.Check, good);
        foreach (var item in good)
        {
            (item.IsReported, item.IsChecked) = (false, true);
            if (item.Course.IsDone(item.Month))
            {
                done.Add(item.Task.Id);
            }
        }
    }

    private async Task CloseItems(List<StoryItem> items)
    {
        var good = items.Where(item => item is { IsChecked: true, IsClosed: false }).ToList();
        await Do(staff.Bureau, DispatchAct.Close, good);
        foreach (var item in good)
        {
            item.IsClosed = true;
        }
    }

    private async Task Urge(List<StoryItem> items, string why) =>
        await Do(staff.Bureau, DispatchAct.Urge, [.. items.Where(item => item.IsAwaited && !item.IsReturned && !item.What.StartsWith("ext", StringComparison.Ordinal) && item.What != "suspended")], why);

    private async Task Unlock(List<StoryItem> items, DateOnly until)
    {
        var today = ChinaTime.DayOf(life.Now);
        // What was granted a day that is still to come is taken without.
        foreach (var item in items.Where(item => item.IsAwaited && item.What is not ("unsigned" or "extended-open") && staff.ReporterOf(item.Unit, today) is not null && Noise.Uniform(Noise.Seed(item.Task.Id), 500 + item.Month) < 0.75))
        {
            await dispatch.Do(staff.Bureau, new(DispatchAct.Unlock) { Why = "责任单位说明原因后补报", Day = until }, [item.Id], cancellation);
            Report(item, Workdays.After(today, 2));
        }
    }

    private void Ask(StoryItem item, DateOnly day, DateOnly until, string? why = null) => On(day, 8, async () =>
    {
        if (item.IsAwaited && staff.ReporterOf(item.Unit, day) is { } reporter)
        {
            await dispatch.Do(reporter, new(DispatchAct.AskExtension) { Why = why ?? item.Why, Day = until }, [item.Id], cancellation);
            item.IsAsked = true;
        }
    });

    private static StoryItem[] Asked(StoryItem item) => item.IsAsked ? [item] : [];

    private async Task Suspend(StoryItem item)
    {
        await Do(staff.Bureau, DispatchAct.Suspend, [item], item.Why);
        item.IsOut = true;
    }

    private async Task Resume(StoryItem item)
    {
        await Do(staff.Bureau, DispatchAct.Resume, [item], "已具备条件，恢复办理。");
        item.IsOut = false;
    }

    private async Task Merge(StoryItem item, OpenedCycle cycle)
    {
        var into = cycle.Items.Where(other => other.Value != item.Id && string.CompareOrdinal(other.Key, item.Task.Id) < 0).OrderByDescending(other => other.Key, StringComparer.Ordinal).First();
        await dispatch.Do(staff.Bureau, new(DispatchAct.Merge) { Why = item.Why, Into = into.Value }, [item.Id], cancellation);
        item.IsOut = true;
    }

    private async Task Do(ClaimsPrincipal? who, DispatchAct act, IReadOnlyList<StoryItem> items, string? why = null)
    {
        if (who is not null && items.Count > 0)
        {
            await dispatch.Do(who, new(act) { Why = why }, [.. items.Select(item => item.Id)], cancellation);
        }
    }

    private static int Roll(string name, int at, int sides) => (int)(Noise.Uniform(Noise.Seed(name), at) * sides);

    private void On(DateOnly day, int hour, Func<Task> act) => agenda.On(Workdays.At(day), new TimeOnly(hour, 10), act);
}
