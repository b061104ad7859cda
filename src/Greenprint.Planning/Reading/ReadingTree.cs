using System.Globalization;
using Greenprint.PlanText;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>A reading for a person at a terminal: the head, the outline as a tree, and what was found.</summary>
internal static class ReadingTree
{
    public static void Write(PlanReading reading, TextWriter output)
    {
        Line("标题", "Title", reading.Title);
        Line("地区", "Region", reading.Region);
        Line("期限", "Period", reading.Period is { } period ? string.Create(CultureInfo.InvariantCulture, $"{period.Start}—{period.End}") : null);
        output.WriteLine();
        foreach (var item in reading.Outline)
        {
            var number = item.Number.Length == 0 ? "" : item.Number + " ";
            var page = item.Page is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  [{item.Page}]");
            output.WriteLine($"{new string(' ', 2 * (item.Depth - 1))}{number}{item.Title}{page}");
        }

        output.WriteLine();
        Line("标题数", "Headings", Count(reading.Outline.Count));
        Line("目标", "Goals", Count(reading.Goals.Count));
        Line("主要任务", "Key tasks", Count(reading.KeyTasks.Count));
        Line("保障措施", "Safeguards", Count(reading.Safeguards.Count));
        Line("指标", "Indicators", Count(reading.Indicators.Count));
        Line("正文目标值", "Targets in the text", Count(reading.TargetsInText.Count));
        Line("项目", "Projects", Count(reading.Projects.Count));
        Line("责任分工", "Responsibilities", Count(reading.Responsibilities.Count));
        Line("措施", "Measures", Count(reading.Measures.Count));

        void Line(string zh, string en, string? value) => output.WriteLine(Bilingual.EnglishHere ? $"{en}: {value ?? "not found"}" : $"{zh}：{value ?? "未识别"}");
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
