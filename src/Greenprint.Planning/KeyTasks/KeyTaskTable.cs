using Greenprint.Documents;
using Greenprint.Planning.AsOf;
using Greenprint.Planning.Office;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.KeyTasks;

/// <summary>A key task as it was in force on a day, and as it is now.</summary>
internal sealed record KeyTaskLine(KeyTaskView Task, KeyTaskVersion Then, KeyTaskVersion Now)
{
    public bool IsChanged => Then.Number != Now.Number;

    public string Number => Task.Number.Length > 0 ? Task.Number : Task.Code;
}

/// <summary>The key tasks of a plan that a filter shows. The page and its files read this and nothing else.</summary>
internal sealed record KeyTaskTable(YearTaskSheet Sheet, LineFilter Filter, IReadOnlyList<KeyTaskLine> Lines)
{
    public static async Task<KeyTaskTable?> Find(YearTaskDesk desk, StoredKeyTasks keyTasks, string plan, LineFilter filter, CancellationToken cancellation)
    {
        if (await desk.Find(plan, null, null, cancellation) is not { } sheet)
        {
            return null;
        }

        var versions = await keyTasks.OfPlan(sheet.Plan, cancellation);
        var lines = sheet.Plan.KeyTasks.Select(task => new KeyTaskLine(task, KeyTaskVersion.InForce(versions[task.Code], filter.AsOf), versions[task.Code][^1]));
        return new(sheet, filter, [.. lines.Where(line => filter.Shows([line.Then.Content.Lead, .. line.Then.Content.Support], [line.Task.Code, line.Then.Content.Title.Zh, line.Then.Content.Title.En]))]);
    }

    public string? Unit(KeyTaskVersion version) => version.Content.Lead is { } lead ? Sheet.UnitName(lead).Here : null;

    public string? Support(KeyTaskVersion version) =>
        version.Content.Support.Count == 0 ? null : string.Join(Bilingual.EnglishHere ? "; " : "、", version.Content.Support.Select(unit => Sheet.UnitName(unit).Here));
}

/// <summary>The same as files.</summary>
internal static class KeyTaskListFile
{
    private static readonly (Bilingual Name, Func<KeyTaskTable, KeyTaskVersion, string?> Text, double Width)[] Columns =
    [
        (("任务", "Task"), (_, version) => version.Content.Title.Here, 44), (("牵头单位", "Lead unit"), (table, version) => table.Unit(version), 24),
        (("配合单位", "Supporting units"), (table, version) => table.Support(version), 32), (("执行依据", "By"), (_, version) => KeyTaskWords.By(version).Here, 30),
    ];

    public static void MapKeyTasks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/office/plans/{plan}/key-tasks", "The key tasks that the filters of the address show", GetKeyTasks, Rights.SeeWork, SeesThisPlan.Policy);

    internal static async Task<ListFile?> GetKeyTasks(string plan, HttpRequest request, YearTaskDesk desk, StoredKeyTasks keyTasks, IChinaClock clock, CancellationToken cancellation) =>
        await KeyTaskTable.Find(desk, keyTasks, plan, LineFilter.Of(request.Query, clock.Today), cancellation) is { } table ? Of(table, clock.Now) : null;

    public static ListFile Of(KeyTaskTable table, DateTimeOffset made)
    {
        var isPast = table.Filter.AsOf is not null;
        return new ListFile(
            $"{table.Sheet.Plan.Summary.Id}-key-tasks",
            ((Bilingual)("重点任务", "Key tasks")).Here,
            [
                new(((Bilingual)("序号", "No.")).Here, 10), .. Columns.Select(column => new SheetColumn(column.Name.Here, column.Width)),
                .. isPast ? [new SheetColumn(SinceThen.Head.Here, 48)] : Array.Empty<SheetColumn>(),
            ],
            [
                .. table.Lines.Select(line => (string[])
                [
                    line.Number, .. Columns.Select(column => column.Text(table, line.Then) ?? ""),
                    .. isPast ? [SinceThen.Say(Columns.Select(column => (column.Name, column.Text(table, line.Then), column.Text(table, line.Now))))] : Array.Empty<string>(),
                ]),
            ]).Saying(table.Sheet.Plan.Summary, table.Filter.Words(table.Sheet.UnitName), table.Filter.AsOf, made);
    }
}
