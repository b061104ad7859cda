using Greenprint.Planning.Packs;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>What the changes of a workbook come to on the plan as it stands: the plan after them, or what is wrong with them.</summary>
internal sealed class WorkbookVerdict
{
    private const string YearTasks = "year-tasks";

    private readonly List<Finding> faults = [];
    private readonly List<Finding> remarks = [];
    private readonly List<WorkbookChange> changes = [];
    private readonly IReadOnlyList<IPlanSheet> sheets;
    private readonly CarriedEdits carried;

    public WorkbookVerdict(IReadOnlyList<IPlanSheet> sheets, State state, CarriedEdits carried)
    {
        (this.sheets, this.carried) = (sheets, carried);
        var source = state.Source(carried.English);
        var edit = state.Edit(carried.English);
        var references = new References(state.Plan);
        var left = new Dictionary<string, PlanSheetEdits>(StringComparer.Ordinal);
        foreach (var sheet in sheets)
        {
            var table = sheet.Show(source).Written();
            var edits = Rebase.On(
                sheet,
                table,
                carried.Sheets.GetValueOrDefault(sheet.Key) ?? PlanSheetEdits.None,
                (carried.Exported.GetValueOrDefault(sheet.Key) ?? []).ToHashSet(StringComparer.Ordinal),
                carried.English,
                rows => [.. sheet.AsShown(rows, state.Edit(carried.English)).Select(references.AsShown)],
                faults);
            if (WorkbookRules.IsWork(table) && edits.Removed.Count > 0)
            {
                // Somebody may send the rows of one unit only: what is not in the file is left alone.
                remarks.Add(WorkbookFindings.NotRead(At(sheet.Key, ""), (
                    $"有 {edits.Removed.Count} 项任务不在文件中，未作改动。要取消任务，请在“状态”一列选“已取消”。",
                    $"{edits.Removed.Count} tasks are not in the file and stay as they are. To cancel one choose 'Cancelled' in the column 'State'.")));
                edits = edits with { Removed = [] };
            }

            left[sheet.Key] = edits;
            faults.AddRange(WorkbookRules.Check(state.Plan.Summary, sheet.Name, table, edits, carried.English).DistinctBy(finding => (finding.Place?.Source, finding.Message.Zh)));
            Tell(sheet, table, edits);
        }

        After = state.Plan;
        if (faults.Count > 0)
        {
            return;
        }

        foreach (var sheet in sheets)
        {
            sheet.Apply(left[sheet.Key], edit);
        }

        Tasks = TaskVerdict.Of(edit, YearTasks);
        faults.AddRange(edit.Refused.Select(one => WorkbookFindings.Cell(At(one.Sheet, one.Address), one.Why)));
        After = References.Settle(edit.Plan);
        if (faults.Count == 0)
        {
            Judge(state.Plan, left);
        }
    }

    public IReadOnlyList<Finding> Faults => faults;

    public IReadOnlyList<Finding> Remarks => remarks;

    public IReadOnlyList<WorkbookChange> Changes => changes;

    /// <summary>The plan after the changes.</summary>
    public PlanView After { get; }

    /// <summary>The revisions of year tasks.</summary>
    public IReadOnlyList<TaskRevision> Tasks { get; } = [];

    private void Tell(IPlanSheet sheet, PlanSheetTable table, PlanSheetEdits edits)
    {
        var heads = table.Columns.ToDictionary(column => column.Key, column => column.Head, StringComparer.Ordinal);
        changes.AddRange(
            from row in edits.Changed
            from cell in row.Cells
            select new WorkbookChange(WorkbookChangeKind.Changed, sheet.Name, At(sheet.Key, cell.Value.Address), row.Key, row.Title, heads[cell.Key], cell.Value.Before, cell.Value.After));
        changes.AddRange(edits.Added.Select(row => new WorkbookChange(
            WorkbookChangeKind.Added, sheet.Name, At(sheet.Key, CellInput.Plain(row.Row)), "", row.Title, null, "",
            string.Join(carried.English ? "; " : "；", table.Columns.Where(column => row.Cells.ContainsKey(column.Key)).Select(column => $"{(carried.English ? column.Head.En + ": " : column.Head.Zh + "：")}{row.Cells[column.Key].After}")))));

        // A row that follows another sheet goes with its row there, and is not told twice.
        changes.AddRange(edits.Removed.Where(_ => sheet.OwnsRows).Select(row => new WorkbookChange(WorkbookChangeKind.Removed, sheet.Name, At(sheet.Key, ""), row.Key, row.Title, null, row.Title, "")));
    }

    // The rules of a plan pack hold for a plan whatever way it was changed. What was wrong before is no reason to refuse.
    private void Judge(PlanView before, Dictionary<string, PlanSheetEdits> edits)
    {
        var (was, now) = (Packed(before), Packed(After));
        var old = PackRules.Check(was).Select(Said).ToHashSet();
        faults.AddRange(PackRules.Check(now).Where(finding => !old.Contains(Said(finding))).Select(finding => finding with
        {
            Code = WorkbookFindings.Cell("", finding.Message).Code,
            Message = new Bilingual(finding.Message.Zh.Replace(" 请改正后再导入。", "", StringComparison.Ordinal), finding.Message.En?.Replace(" Mend it and import again.", "", StringComparison.Ordinal)),
            Place = new FindingPlace(PlaceOf(finding.Place?.Source ?? "", edits)),
        }));
        var told = PackRules.Remarks(was).Select(Said).ToHashSet();
        remarks.AddRange(PackRules.Remarks(now).Where(finding => !told.Contains(Said(finding))).Select(finding => finding with { Place = new FindingPlace(PlaceOf(finding.Place?.Source ?? "", edits)) }));
    }

    private string PlaceOf(string place, Dictionary<string, PlanSheetEdits> edits)
    {
        var code = place[(place.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var title = After.Indicators.FirstOrDefault(one => one.Code == code)?.Name.Zh ?? After.Projects.FirstOrDefault(one => one.Code == code)?.Name.Zh
            ?? After.Measures.FirstOrDefault(one => one.Code == code)?.Text.Zh;
        foreach (var sheet in sheets)
        {
            if (edits[sheet.Key].Changed.FirstOrDefault(row => row.Key == code) is { } changed)
            {
                return At(sheet.Key, changed.Cells.Values.First().Address);
            }

            if (edits[sheet.Key].Added.FirstOrDefault(row => row.Title == title) is { } added)
            {
                return At(sheet.Key, CellInput.Plain(added.Row));
            }
        }

        return title ?? code;
    }

    private string At(string sheet, string address) => WorkbookRules.At(sheets.First(one => one.Key == sheet).Name, address, carried.English);

    private static (string?, string) Said(Finding finding) => (finding.Place?.Source, finding.Message.Zh);

    private static PlanPack Packed(PlanView plan) => new()
    {
        Format = PlanPack.CurrentFormat,
        Id = plan.Summary.Id,
        Region = plan.Summary.Region,
        Title = plan.Summary.Title,
        Start = plan.Summary.Start,
        End = plan.Summary.End,
        Groups = plan.Groups,
        KeyTasks = plan.KeyTasks,
        Projects = plan.Projects,
        Measures = plan.Measures,
        Indicators =
        [
            .. plan.Indicators.Select(one => new PackIndicator
            {
                Code = one.Code,
                Name = one.Name,
                Group = one.Group,
                Unit = one.Unit,
                Decimals = one.Decimals,
                Direction = one.Direction,
                KeyTasks = one.KeyTasks,
                Deciding = one.Deciding,
                Method = one.Method,
                Baseline = one.Baseline is { } from ? new PackBaseline(from.Year, from.Value, from.Text) : null,
                Target = new PackTarget(one.Target.Kind, one.Target.Year, one.Target.Value, one.Target.Upper, one.Target.Text, one.Target.Document, one.Target.From),
                Steps = one.Steps,
            }),
        ],
    };
}

/// <summary>Names that people write where the plan has codes.</summary>
internal sealed class References(PlanView plan)
{
    private readonly HashSet<string> codes = plan.KeyTasks.Select(task => task.Code).ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, string> byTitle = plan.KeyTasks.GroupBy(task => task.Title.Zh, StringComparer.Ordinal)
        .Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single().Code, StringComparer.Ordinal);

    /// <summary>The cells of a row once the names in them are codes.</summary>
    public IReadOnlyDictionary<string, string> AsShown(IReadOnlyDictionary<string, string> cells) => cells.ToDictionary(
        cell => cell.Key,
        cell => cell.Key switch
        {
            "keyTasks" => CellInput.Join(cell.Value.Split('、').Select(Code)),
            "keyTask" => Code(cell.Value),
            _ => cell.Value,
        },
        StringComparer.Ordinal);

    public static PlanView Settle(PlanView plan)
    {
        var grouped = IndicatorSheet.WithGroupCodes(plan);
        var references = new References(plan);
        return grouped with
        {
            Indicators = [.. grouped.Indicators.Select(one => one.KeyTasks.All(references.codes.Contains) ? one : one with { KeyTasks = [.. one.KeyTasks.Select(references.Code)] })],
            Measures = [.. grouped.Measures.Select(one => one.KeyTask is null || references.codes.Contains(one.KeyTask) ? one : one with { KeyTask = references.Code(one.KeyTask) })],
        };
    }

    private string Code(string name) => codes.Contains(name) ? name : byTitle.GetValueOrDefault(name, name);
}
