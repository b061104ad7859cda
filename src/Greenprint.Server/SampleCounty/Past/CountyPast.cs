using Greenprint.Delivery;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>
/// The past of the sample county from 2024 on: plans, people in posts, year tasks, allocations, adjustments, and the dispatch month by month. Each thing happens on its
/// day and through the door that everybody uses; all of it is one transaction.
/// </summary>
internal sealed class CountyPast(
    IRehearsal rehearsal, IChanges changes, IPlanPacks packs, IYearTasks tasks, IAllocations allocations, ITargets targets, IAdjustments adjustments, IStations stations, IPeople people, IUnits units, IDispatch dispatch, IWorkOrders orders,
    IChinaClock clock)
{
    private static readonly DateOnly First = new(2024, 1, 2), NewPlans = new(2026, 2, 26);
    private static readonly string[] InForce = ["cangyu-15", "lanwan-15", "xiyuan-15"];

    internal async Task Live(CancellationToken cancellation)
    {
        var today = clock.Today;
        await rehearsal.Live(
            ChinaTime.At(First.ToDateTime(new TimeOnly(8, 0))),
            async life =>
            {
                var agenda = new Agenda(life, today);
                var staff = new Staff();
                var story = new DispatchStory(dispatch, tasks, agenda, life, staff, new ProofDesk(dispatch, life), cancellation);
                Plans(agenda, cancellation);
                Posts(agenda, staff, today, cancellation);
                YearTasks(agenda, cancellation);
                foreach (var allocation in SampleFiles.Allocations())
                {
                    agenda.Ground(allocation.On, () => Allocate(allocation, cancellation));
                }

                story.Months("lanwan-14", 2024, first: 2);
                story.Months("lanwan-14", 2025, first: 1);
                story.Months("lanwan-15", 2026, first: 3);
                new StrikeOffs(dispatch, orders, changes, agenda, life, staff, cancellation).Plan();
                new AdjustmentStory(adjustments, targets, changes, agenda, staff, cancellation).Plan(today, NewPlans);
                await agenda.Run();
            },
            cancellation);
    }

    // The plan of 2021 was in force until the next one was adopted.
    private void Plans(Agenda agenda, CancellationToken cancellation)
    {
        var all = SampleFiles.Packs().ToDictionary(pack => pack.Id, StringComparer.Ordinal);
        agenda.Ground(First, () => Apply(
            async change =>
            {
                await Import(change, all["lanwan-14"] with { Status = PlanStatus.InForce }, cancellation);
                await stations.Add(change, SampleFiles.Stations(), cancellation);
            },
            cancellation));
        agenda.Ground(NewPlans, () => Apply(
            async change =>
            {
                foreach (var id in InForce)
                {
                    await Import(change, all[id], cancellation);
                }
            },
            cancellation));
        if (clock.Today.Year > all["lanwan-14"].End)
        {
            agenda.Ground(NewPlans.AddDays(90), () => Apply(change => packs.Close(change, "lanwan-14", cancellation), cancellation));
        }
    }

    private async Task Import(Change change, PlanPack pack, CancellationToken cancellation)
    {
        var imported = await packs.Import(change, pack, cancellation);
        if (imported.Outcome == PlanImportOutcome.Refused)
        {
            throw new RefusedException(imported.Findings[0]);
        }
    }

    // Nobody has a password: they are there to hold posts and answer for work, and sign in once an administrator sends them a link.
    private void Posts(Agenda agenda, Staff staff, DateOnly today, CancellationToken cancellation)
    {
        var atFirst = SampleFiles.Packs().Single(pack => pack.Id == "lanwan-14").Units.Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var person in SampleFiles.People())
        {
            var known = atFirst.Contains(person.Unit);
            agenda.Ground(person.From > First ? person.From : First, async () =>
            {
                staff.Came(person, await people.CreateDemoPerson(person.UserName, person.Name, password: null, person.Roles, cancellation));
                if (known)
                {
                    await Appoint(person, staff, cancellation);
                }
            });
            if (!known)
            {
                agenda.Ground(person.From > NewPlans ? person.From : NewPlans, () => Appoint(person, staff, cancellation));
            }

            if (person.Until is { } until && until < today)
            {
                agenda.Ground(until.AddDays(1), () => people.EndDemoRoles(staff.IdOf(person.UserName), "离任", cancellation));
            }
        }
    }

    private Task<int> Appoint(SamplePerson person, Staff staff, CancellationToken cancellation) => Apply(
        change => units.Appoint(change, new(staff.IdOf(person.UserName), person.Unit, person.Title, person.IsDeputy, person.From, person.Until), null, cancellation), cancellation);

    private void YearTasks(Agenda agenda, CancellationToken cancellation)
    {
        foreach (var plan in SampleFiles.YearTasks())
        {
            foreach (var year in plan.GroupBy(entry => entry.Task.Year))
            {
                var set = new DateOnly(year.Key, 1, 12);
                agenda.Ground(set > NewPlans || year.Key < NewPlans.Year ? set : NewPlans.AddDays(4), () => Apply(change => Set(change, plan.Key, [.. year], cancellation), cancellation));
            }
        }
    }

    // Who leads the unit on that day answers for it; where nobody does, nobody is named.
    private async Task Set(Change change, string plan, IReadOnlyList<YearTaskEntry> entries, CancellationToken cancellation)
    {
        List<YearTaskEntry> named = [];
        foreach (var entry in entries)
        {
            var heads = await units.PeopleOf(entry.Task.Lead, ChinaTime.DayOf(change.At), cancellation);
            named.Add(entry with { Task = entry.Task with { Accountable = heads.Count > 0 ? heads[0].Person : null } });
        }

        if (await tasks.TakeOver(change, plan, named, cancellation) is [var fault, ..])
        {
            throw new RefusedException(fault.Finding);
        }
    }

    private Task<int> Allocate(SampleAllocation allocation, CancellationToken cancellation) => Apply(
        async change =>
        {
            if (await allocations.Allocate(change, allocation.Plan, allocation.Indicator, allocation.Year, allocation.To, allocation.Content, seen: null, cancellation) is [var fault, ..])
            {
                throw new RefusedException(fault.Finding);
            }
        },
        cancellation);

    private Task<int> Apply(Func<Change, Task> work, CancellationToken cancellation) => changes.Apply(
        County.Maker,
        async change =>
        {
            await work(change);
            return 0;
        },
        cancellation);
}
