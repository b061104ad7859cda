using System.Text;
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

    public static SheetBook Workbook(HealthReport report, IReadOnlyList<HealthFinding> shown) => new(
        Title(report).Here,
        [
            new SheetToWrite(
                ((Bilingual)("体检结果", "Findings")).Here,
                [.. Columns.Select(column => new SheetColumn(column.Head.Here, column.Width))],
                [.. shown.Select(finding => Cells(report, finding))])
            { FrozenColumns = 1 },
        ])
    { Mark = report.Plan.IsDemo ? ((Bilingual)("演示数据", "Demo data")).Here : null };

    /// <summary>Comma-separated text, UTF-8 with its mark so that spreadsheets read it. A cell that a spreadsheet would run as a formula is kept from it by an apostrophe.</summary>
    public static byte[] Csv(HealthReport report, IReadOnlyList<HealthFinding> shown)
    {
        var text = new StringBuilder();
        foreach (var row in shown.Select(finding => Cells(report, finding)).Prepend([.. Columns.Select(column => column.Head.Here)]))
        {
            text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static Bilingual Title(HealthReport report) => (
        $"《{report.Plan.Title.Zh}》体检结果（{report.Day:yyyy-MM-dd}）", $"Health of {report.Plan.Title.English()}, {report.Day:yyyy-MM-dd}");

    private static string[] Cells(HealthReport report, HealthFinding finding) =>
    [
        finding.Rule.Code, HealthText.Of(finding.Rule.Severity).Here, HealthText.Of(finding.Rule.Group).Here, finding.Rule.Title.Here, finding.Name.Here, finding.Detail.Here,
        finding.Unit is { } unit ? report.NameOf(unit).Here : "", finding.Rule.Advice.Here, "/" + finding.Address,
    ];

    private static string Quoted(string cell)
    {
        var plain = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
