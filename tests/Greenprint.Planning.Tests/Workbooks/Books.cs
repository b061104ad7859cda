using Greenprint.Documents;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Workbooks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>Workbooks of plans in a store, and what comes of bringing them back.</summary>
internal static class Books
{
    public static PlanPack Draft(string id = "jia-15") => Pack(id, PlanStatus.Draft);

    public static IReadOnlyList<IPlanSheet> Sheets { get; } = [new IndicatorSheet(), new StepSheet(), new TaskSheet(), new DutySheet(), new ProjectSheet(), new MeasureSheet(), new YearSheet()];

    public static SourceWorkbook Read(byte[] bytes)
    {
        var read = WorkbookReader.Read(new MemoryStream(bytes), "plan.xlsx");
        Assert.Null(read.Refusal);
        return read.Workbook!;
    }

    public static Task<byte[]> Exported(this TestStore store, string plan = "jia-15") => store.In(async services =>
    {
        using var stream = new MemoryStream();
        Assert.True(await services.GetRequiredService<PlanWorkbooks>().WriteWhole(plan, stream, Stop));
        return stream.ToArray();
    });

    public static Task<WorkbookCheck> Check(this TestStore store, byte[] file, string plan = "jia-15") =>
        store.In(services => services.GetRequiredService<PlanWorkbooks>().Check(plan, Read(file), "plan.xlsx", Stop));

    public static async Task<WorkbookCheck> Apply(this TestStore store, byte[] file, string plan = "jia-15")
    {
        var check = await store.Check(file, plan);
        return check.CanApply ? await store.Within((services, change) => services.GetRequiredService<PlanWorkbooks>().Apply(change, plan, check.Edits, Stop)) : check;
    }

    public static IEnumerable<string> Said(this IEnumerable<Finding> findings) => findings.Select(finding => $"{finding.Place?.Source}：{finding.Message.Zh}");

    /// <summary>Without a store: a plan as its workbook.</summary>
    public static byte[] Written(PlanView plan, IReadOnlyList<Organization> units, bool english = false)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(WorkbookWriting.Of(new PlanSheetSource(plan, new PlanUnits(units, plan.Summary.Region), english), 1, DateTimeOffset.UnixEpoch, Sheets), stream);
        return stream.ToArray();
    }

    /// <summary>Without a store: what a workbook would change in a plan.</summary>
    public static (WorkbookVerdict Verdict, WorkbookComparison Comparison) Compare(PlanView plan, IReadOnlyList<Organization> units, byte[] file)
    {
        var book = Read(file);
        var mark = WorkbookMark.Read(book)!;
        var comparison = new WorkbookComparison(mark);
        var state = new State(plan, 1, new PlanUnits(units, plan.Summary.Region), []);
        var edits = Sheets.ToDictionary(sheet => sheet.Key, sheet => comparison.Of(sheet, sheet.Show(state.Source(mark.English)), book));
        comparison.OtherSheets(Sheets, book);
        return (new WorkbookVerdict(Sheets, state, new CarriedEdits(
            mark.Plan, 1, mark.English, "plan.xlsx", edits, mark.Sheets.ToDictionary(one => one.Key, IReadOnlyList<string> (one) => [.. one.Value.Rows.Select(row => row.Key)]))), comparison);
    }
}
