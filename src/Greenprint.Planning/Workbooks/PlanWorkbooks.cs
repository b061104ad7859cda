using Greenprint.Documents;
using Greenprint.Planning.Plans;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Workbooks;

/// <summary>The workbook of a plan: written, compared with the plan, taken over.</summary>
internal sealed class PlanWorkbooks(IEnumerable<IPlanSheet> sheets, IRegions regions, IUnits units, IPeople people, GreenprintDb db, IChinaClock clock) : IPlanWorkbooks
{
    // What a preview hands on to the act: the changes of a workbook, not the workbook.
    private const int LargestEdits = 64 * 1024 * 1024;

    private static readonly Bilingual YearTasks = new YearSheet().Name;

    private readonly IReadOnlyList<IPlanSheet> sheets = [.. sheets.OrderBy(sheet => sheet.Order)];

    public Task<bool> Write(string plan, Stream to, CancellationToken cancellation) => Write(plan, to, sheets.Where(sheet => sheet is not YearSheet), cancellation);

    /// <summary>The same with the year tasks, which name people: for those who work on the plan.</summary>
    public Task<bool> WriteWhole(string plan, Stream to, CancellationToken cancellation) => Write(plan, to, sheets, cancellation);

    private async Task<bool> Write(string plan, Stream to, IEnumerable<IPlanSheet> written, CancellationToken cancellation)
    {
        if (await Stands(db, plan, cancellation) is not { } state)
        {
            return false;
        }

        WorkbookWriter.Write(WorkbookWriting.Of(state.Source(Bilingual.EnglishHere), state.Version, clock.Now, written), to);
        return true;
    }

    /// <summary>What a workbook would change. Nothing is stored.</summary>
    public async Task<WorkbookCheck> Check(string plan, SourceWorkbook book, string file, CancellationToken cancellation)
    {
        if (await Stands(db, plan, cancellation) is not { } state)
        {
            return WorkbookCheck.Refused(PlanningFindings.NoSuchPlan(plan));
        }

        if (WorkbookMark.Read(book) is not { } mark)
        {
            return WorkbookCheck.Refused(WorkbookFindings.NotOurs(file));
        }

        if (mark.Plan != plan)
        {
            return WorkbookCheck.Refused(WorkbookFindings.OfAnotherPlan(file, mark.Plan, plan));
        }

        var comparison = new WorkbookComparison(mark);
        var source = state.Source(mark.English);
        var edits = new Dictionary<string, PlanSheetEdits>(StringComparer.Ordinal);
        foreach (var sheet in sheets)
        {
            edits[sheet.Key] = comparison.Of(sheet, sheet.Show(source), book);
        }

        comparison.OtherSheets(sheets, book);
        var carried = new CarriedEdits(
            plan, mark.Version, mark.English, file, edits, mark.Sheets.ToDictionary(one => one.Key, IReadOnlyList<string> (one) => [.. one.Value.Rows.Select(row => row.Key)], StringComparer.Ordinal));
        var verdict = new WorkbookVerdict(sheets, state, carried);
        return new(
            [.. comparison.Faults, .. verdict.Faults],
            [.. comparison.Remarks, .. verdict.Remarks],
            verdict.Changes,
            mark.Version,
            state.Version,
            Convert.ToBase64String(Packed.Pack(carried)));
    }

    /// <summary>Takes the changes of a preview over: all of them, or none and why.</summary>
    /// <param name="change">The change under way.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="edits">What the preview handed on.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<WorkbookCheck> Apply(Change change, string plan, string edits, CancellationToken cancellation)
    {
        // Read inside the change, behind its lock: what is seen here stays true until the commit.
        if (await Stands(change.Db, plan, cancellation) is not { } state)
        {
            return WorkbookCheck.Refused(PlanningFindings.NoSuchPlan(plan));
        }

        if (Packed.Unpack<CarriedEdits>(edits, LargestEdits) is not { } carried || carried.Plan != plan)
        {
            return WorkbookCheck.Refused(WorkbookFindings.NothingToDo(plan));
        }

        var verdict = new WorkbookVerdict(sheets, state, carried);
        if (verdict.Faults.Count == 0 && verdict.Changes.Count == 0)
        {
            return WorkbookCheck.Refused(WorkbookFindings.NothingToDo(plan));
        }

        if (verdict.Faults.Count == 0)
        {
            await StoredYearTasks.Write(
                change, state.Plan.Summary.Region, verdict.Tasks.Select(one => (one.After with { RecordedAt = change.At, RecordedBy = change.Actor.Name }, one.Before)), cancellation);

            // Each year task has its own record; the plan's names what was changed of the plan itself.
            var ofPlan = verdict.Changes.Where(one => one.Sheet != YearTasks).ToList();
            if (ofPlan.Count > 0)
            {
                (await change.Db.Set<PlanRow>().SingleAsync(one => one.Id == plan, cancellation)).Version++;
                await PlanSaving.Save(change, state.Plan, verdict.After, cancellation);
            }

            change.Record(state.Plan.Summary.Region, $"plan/{plan}", "plan.workbook", new
            {
                carried.File,
                Exported = carried.Version,
                YearTasks = verdict.Tasks.Count,
                Changes = ofPlan.Select(one => new { Kind = one.Kind.ToString(), Sheet = one.Sheet.Zh, one.Key, one.Title, Column = one.Column?.Zh, one.Before, one.After }),
            });
        }

        return new(verdict.Faults, verdict.Remarks, verdict.Changes, carried.Version, state.Version, edits);
    }

    private async Task<State?> Stands(GreenprintDb from, string plan, CancellationToken cancellation)
    {
        if (await State.Of(from, regions, plan, cancellation) is not { } state)
        {
            return null;
        }

        var around = await StoredYearTasks.Around(regions, state.Plan, cancellation);
        var tasks = await StoredYearTasks.Standing(from, plan, null, cancellation);
        return state with
        {
            Work = new(
                around with { Tasks = tasks.ToDictionary(task => task.Code, StringComparer.Ordinal) },
                await units.PeopleOf([.. around.Units.Keys], clock.Today, cancellation),
                await people.Names([.. tasks.Select(task => task.Content.Accountable).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation)),
        };
    }
}

/// <summary>The changes of a workbook, on their way from the preview to the act.</summary>
internal sealed record CarriedEdits(
    string Plan, int Version, bool English, string File, IReadOnlyDictionary<string, PlanSheetEdits> Sheets, IReadOnlyDictionary<string, IReadOnlyList<string>> Exported);

/// <summary>The plan as it stands, with what the sheets need beside it.</summary>
internal sealed record State(PlanView Plan, int Version, PlanUnits Units, IReadOnlyList<string> TakenCodes)
{
    /// <summary>The year tasks.</summary>
    public PlanWork Work { get; init; } = PlanWork.None;

    public PlanSheetSource Source(bool english) => new(Plan, Units, english) { Work = Work };

    public PlanEdit Edit(bool english) => new(Plan, Units, english, Version, TakenCodes) { Work = Work };

    public static async Task<State?> Of(GreenprintDb db, IRegions regions, string plan, CancellationToken cancellation)
    {
        if (await new StoredPlans(db).Find(plan, cancellation) is not { } view)
        {
            return null;
        }

        var version = await db.Set<PlanRow>().AsNoTracking().Where(row => row.Id == plan).Select(row => row.Version).SingleAsync(cancellation);
        var items = await db.Set<ItemRow>().AsNoTracking().Where(row => row.Plan == plan).Select(row => row.Code).ToListAsync(cancellation);
        return new(
            view,
            version,
            new PlanUnits(await regions.Organizations(region: null, cancellation), view.Summary.Region),
            [.. items, .. view.Indicators.Select(one => one.Code), .. view.Projects.Select(one => one.Code), .. view.Measures.Select(one => one.Code)]);
    }
}
