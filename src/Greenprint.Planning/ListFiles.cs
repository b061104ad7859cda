using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Greenprint.Documents;
using Greenprint.Quantities;
using Greenprint.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning;

/// <summary>Lists of a plan's work as files: a list that a page shows is mapped once, and comes as a workbook and as comma-separated text.</summary>
public static class ListFiles
{
    private const string Workbook = ".xlsx";
    private const string Text = ".csv";

    /// <summary>Maps the files of a list.</summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="path">Its address without an ending.</param>
    /// <param name="summary">What it is.</param>
    /// <param name="handler">Reads the list as the page does: a <see cref="ListFile"/>, or null where there is none. Its name is the name of the endpoints.</param>
    /// <param name="policies">Who may, as the page says it.</param>
    public static void MapList(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string path, string summary, Delegate handler, params string[] policies)
    {
        ArgumentNullException.ThrowIfNull(handler);
        foreach (var ending in new[] { Workbook, Text })
        {
            endpoints.MapGet(path + ending, handler)
                .WithName($"{handler.Method.Name}{(ending == Workbook ? "AsWorkbook" : "AsText")}")
                .WithSummary(summary)
                .RequireAuthorization(policies)
                .ExcludeFromDescription()
                .AddEndpointFilter(async (context, next) => await next(context) is ListFile file ? Answer(file, ending) : (object)TypedResults.NotFound());
        }
    }

    /// <summary>Says of a list what it is: of which plan, by which filter, as of which day, when it was made, and that it is for demonstration where it is.</summary>
    public static ListFile Saying(this ListFile file, PlanSummary plan, IEnumerable<Bilingual> filters, DateOnly? asOf, DateTimeOffset made)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(plan);
        var chosen = filters.Select(one => one.Here).ToList();
        Bilingual demo = ("演示数据", "Demo data");
        return file with
        {
            AboutTitle = ((Bilingual)("说明", "About")).Here,
            Mark = plan.IsDemo ? demo.Here : null,
            About =
            [
                Line(("清单", "List"), file.Title),
                Line(("规划", "Plan"), plan.Title.Here),
                Line(("筛选条件", "Filter"), chosen.Count == 0 ? ((Bilingual)("无", "none")).Here : string.Join(Bilingual.EnglishHere ? "; " : "；", chosen)),
                Line(("日期", "As of"), (asOf is { } day ? (Bilingual)($"{Figures.Day(day).Zh}结束时的情况", $"the end of {Figures.Day(day).En}") : ("导出时的情况", "when it was made")).Here),
                Line(("行数", "Rows"), file.Rows.Count.ToString(CultureInfo.InvariantCulture)),
                Line(("导出时间", "Made at"), ChinaTime.WallClock(made).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + ((Bilingual)("（北京时间）", " (China time)")).Here),
                .. plan.IsDemo ? [Line(("性质", "Nature"), ((Bilingual)("演示数据，不是真实情况", "Demo data, not real")).Here)] : Array.Empty<(string, string)>(),
            ],
        };
    }

    private static (string Name, string Text) Line(Bilingual name, string text) => (name.Here, text);

    private static FileContentHttpResult Answer(ListFile file, string ending) => ending == Workbook
        ? TypedResults.File(file.ToWorkbook(), ListFile.WorkbookType, file.Name + ending)
        : TypedResults.File(file.ToCsv(), ListFile.CsvType, file.Name + ending);
}
