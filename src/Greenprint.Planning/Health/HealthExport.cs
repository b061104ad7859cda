using Greenprint.Documents;
using Greenprint.Quantities;

namespace Greenprint.Planning.Health;

/// <summary>Findings as files: exactly those that are shown.</summary>
internal static class HealthExport
{
    private static readonly (Bilingual Head, double Width)[] Columns =
    [
        (("编号", "Code"), 10), (("程度", "Severity"), 9), (("类别", "About"), 16), (("问题", "What is wrong"), 30), (("对象", "Where"), 44), (("具体情况", "In detail"), 48),
        (("责任单位", "Unit"), 24), (("处理建议", "What to do"), 48), (("处理地址", "Address"), 44),
    ];

    public static ListFile List(HealthReport report, HealthFilter filter, DateTimeOffset made) => new ListFile(
        $"{report.Plan.Id}-health",
        ((Bilingual)("体检结果", "Findings")).Here,
        [.. Columns.Select(column => new SheetColumn(column.Head.Here, column.Width))],
        [.. filter.Of(report).Select(finding => Cells(report, finding))])
        .Saying(report.Plan, filter.Chosen(report).Select(one => one.Name), null, made);

    private static string[] Cells(HealthReport report, HealthFinding finding) =>
    [
        finding.Rule.Code, HealthText.Of(finding.Rule.Severity).Here, HealthText.Of(finding.Rule.Group).Here, finding.Rule.Title.Here, finding.Name.Here, finding.Detail.Here,
        finding.Unit is { } unit ? report.NameOf(unit).Here : "", finding.Rule.Advice.Here, "/" + finding.Address,
    ];
}
