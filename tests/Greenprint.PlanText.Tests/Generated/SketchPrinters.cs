using System.Globalization;
using System.Security;
using System.Text;
using Greenprint.Documents.Tests.Docx;

namespace Greenprint.PlanText.Tests.Generated;

/// <summary>Prints a sketch as laid-out text, as Markdown and as Word.</summary>
internal static class SketchPrinters
{
    private const string Body = "  坚持生态优先、绿色发展，深入打好污染防治攻坚战，持续改善生态环境质量，建设人与自然和谐共生的现代化，\n推动全县生态环境质量持续好转，不断增强人民群众的获得感、幸福感和安全感，为全县高质量发展提供有力的支撑和保障。\n";

    public static string Text(PlanSketch sketch)
    {
        var text = new StringBuilder($"            {sketch.Title}\n\n\n");
        text.Append(CultureInfo.InvariantCulture, $"    {sketch.Chapter(1, "发展基础")}\n\n{Body}");
        if (sketch.Shape.HasLastPeriod)
        {
            text.Append(LastPeriodText(sketch));
        }

        text.Append(CultureInfo.InvariantCulture, $"\n    {sketch.Chapter(2, "总体要求")}\n\n    {sketch.Section(1, "主要目标")}\n\n{Body}\n    {sketch.Section(2, "指标体系")}\n\n");
        text.Append(sketch.Shape.IsList ? ListText(sketch) : TableText(sketch));
        text.Append(CultureInfo.InvariantCulture, $"\n\n    {sketch.Chapter(3, "主要任务")}\n\n    {sketch.Section(1, "加强污染治理")}\n\n{Body}{Body}\n    {sketch.Chapter(4, "保障措施")}\n\n{Body}{Body}");
        return text.ToString();
    }

    public static string Markdown(PlanSketch sketch)
    {
        var text = new StringBuilder($"# {sketch.Title}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"## {sketch.Chapter(1, "发展基础")}\n\n{Body.Replace("\n", "", StringComparison.Ordinal)}\n\n");
        if (sketch.Shape.HasLastPeriod)
        {
            text.Append(CultureInfo.InvariantCulture, $"表1 上一时期主要指标完成情况\n\n| 序号 | 指标 | {sketch.Start - 6}年 | {sketch.Start - 1}年目标 | {sketch.Start - 1}年实际 | 属性 |\n|---|---|---|---|---|---|\n| 1 | 森林覆盖率（%） | 30 | 31 | 32 | 约束性 |\n| 2 | 湿地保护率（%） | 50 | 51 | 52 | 预期性 |\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"## {sketch.Chapter(2, "总体要求")}\n\n### {sketch.Section(1, "主要目标")}\n\n{Body.Replace("\n", "", StringComparison.Ordinal)}\n\n### {sketch.Section(2, "指标体系")}\n\n");
        if (sketch.Shape.IsList)
        {
            text.Append(ListText(sketch).Replace("  ", "", StringComparison.Ordinal).Replace("\n", "\n\n", StringComparison.Ordinal));
        }
        else
        {
            var table = SketchTable.Of(sketch);
            for (var i = 0; i < table.Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", table[i].Select(cell => cell?.Text ?? ""))} |\n");
                text.Append(i == 0 ? $"|{string.Concat(table[0].Select(_ => "---|"))}\n" : "");
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n## {sketch.Chapter(3, "主要任务")}\n\n### {sketch.Section(1, "加强污染治理")}\n\n加强治理。\n\n## {sketch.Chapter(4, "保障措施")}\n\n加强领导。\n").ToString();
    }

    public static MemoryStream Word(PlanSketch sketch)
    {
        var text = new StringBuilder(WordFile.Paragraph(sketch.Title, "T"));
        void Line(string line, string? style = null) => text.Append(WordFile.Paragraph(line, style));
        Line(sketch.Chapter(1, "发展基础"), "1");
        Line(Body.Trim().Replace("\n", "", StringComparison.Ordinal));
        Line(sketch.Chapter(2, "总体要求"), "1");
        Line(sketch.Section(1, "主要目标"), "2");
        Line(Body.Trim().Replace("\n", "", StringComparison.Ordinal));
        Line(sketch.Section(2, "指标体系"), "2");
        if (sketch.Shape.IsList)
        {
            foreach (var item in ListText(sketch).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Line(item);
            }
        }
        else
        {
            Line("表2 主要指标");
            text.Append(WordTable(SketchTable.Of(sketch)));
        }

        Line(sketch.Chapter(3, "主要任务"), "1");
        Line("加强治理。");
        Line(sketch.Chapter(4, "保障措施"), "1");
        Line("加强领导。");
        return WordFile.Of(text.ToString());
    }

    private static string WordTable(SketchCell?[][] table)
    {
        var text = new StringBuilder("<w:tbl>");
        for (var row = 0; row < table.Length; row++)
        {
            text.Append("<w:tr>");
            for (var column = 0; column < table[row].Length; column++)
            {
                if (table[row][column] is { } cell)
                {
                    text.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:gridSpan w:val=\"{cell.Columns}\"/>{(cell.Rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "")}</w:tcPr><w:p><w:r><w:t>{SecurityElement.Escape(cell.Text)}</w:t></w:r></w:p></w:tc>");
                    column += cell.Columns - 1;
                }
                else
                {
                    text.Append("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>");
                }
            }

            text.Append("</w:tr>");
        }

        return text.Append("</w:tbl>").ToString();
    }

    private static string ListText(PlanSketch sketch) =>
        $"  到{sketch.End}年，主要指标如下：\n" + string.Concat(sketch.Rows.Select((row, i) =>
            $"  {(sketch.Shape.HasNumbers ? $"{i + 1}. " : "——")}{row.Name}{(row.Unit is null ? "" : $"（{row.Unit}）")}：{sketch.Start - 1}年{(row.Base == "—" ? "为—" : row.Base)}，{sketch.End}年{row.Target}，{row.Nature}；\n"));

    private static string LastPeriodText(PlanSketch sketch) =>
        $"\n            表 1 “上一时期”主要指标完成情况表\n\n序号      指标            {sketch.Start - 6}年    {sketch.Start - 1}年目标   {sketch.Start - 1}年实际   属性\n\n 1    森林覆盖率（%）        30       31        32      约束性\n\n 2    湿地保护率（%）        50       51        52      预期性\n\n";

    // Cells centred over the rows they cover, as pdftotext -layout shows them: a column of the page is a character.
    private static string TableText(PlanSketch sketch)
    {
        var shape = sketch.Shape;
        var table = SketchTable.Of(sketch);
        var hasSubs = sketch.Rows.Any(row => row.Sub is not null);
        var widths = new List<int>();
        widths.AddRange(shape.HasCategories ? [4] : []);
        widths.AddRange(shape.HasNumbers ? [4] : []);
        widths.AddRange(hasSubs ? [Math.Max(9, shape.NameWidth - 6), 7] : [shape.NameWidth]);
        widths.AddRange(shape.HasUnitColumn ? [6] : []);
        widths.AddRange([9, 9, 6]);
        var heights = table.Select((row, i) => row.Select((cell, column) => cell is { Rows: 1 } ? Wrap(cell.Text, Width(widths, column, cell.Columns)).Count : 1).Max()).ToArray();
        for (var i = 0; i < table.Length; i++)
        {
            foreach (var (cell, column) in table[i].Select((cell, column) => (cell, column)))
            {
                // A merged cell that needs more lines than its rows have makes its last row higher.
                if (cell is { Rows: > 1 } tall)
                {
                    var has = heights.Skip(i).Take(tall.Rows).Sum() + (tall.Rows - 1) * shape.Gap;
                    heights[i + tall.Rows - 1] += Math.Max(0, Wrap(tall.Text, Width(widths, column, tall.Columns)).Count - has);
                }
            }
        }

        var tops = new int[table.Length + 1];
        for (var i = 0; i < table.Length; i++)
        {
            tops[i + 1] = tops[i] + heights[i] + shape.Gap;
        }

        // Two steps a line: what is centred between two lines of its neighbour comes on a line of its own, as pdftotext has it.
        var lines = Enumerable.Range(0, 2 * tops[^1] + 2).Select(_ => new StringBuilder()).ToArray();
        for (var i = 0; i < table.Length; i++)
        {
            for (var column = 0; column < table[i].Length; column++)
            {
                if (table[i][column] is { } cell)
                {
                    var wrapped = Wrap(cell.Text, Width(widths, column, cell.Columns));
                    var room = tops[i + cell.Rows] - tops[i] - shape.Gap;
                    var top = 2 * tops[i] + room - wrapped.Count;
                    var left = widths.Take(column).Sum(width => width + 3);
                    for (var n = 0; n < wrapped.Count; n++)
                    {
                        var start = left + (Width(widths, column, cell.Columns) - wrapped[n].Length) / 2;
                        Put(lines[top + 2 * n], start, wrapped[n]);
                    }
                }
            }
        }

        var text = new StringBuilder("            表 2 主要指标\n");
        var last = 0;
        for (var y = 0; y < lines.Length; y++)
        {
            if (lines[y].Length > 0)
            {
                text.Append('\n', Math.Max(0, (y - last) / 2 - 1)).Append(lines[y]).Append('\n');
                last = y;
            }
        }

        return text.ToString();
    }

    private static int Width(List<int> widths, int column, int columns) => widths.Skip(column).Take(columns).Sum() + 3 * (columns - 1);

    private static void Put(StringBuilder line, int start, string text)
    {
        while (line.Length < start + text.Length)
        {
            line.Append(' ');
        }

        for (var i = 0; i < text.Length; i++)
        {
            line[start + i] = text[i];
        }
    }

    // No line begins with a closing bracket, no number is torn.
    private static List<string> Wrap(string text, int width)
    {
        if (text.All(char.IsAscii))
        {
            return [text];
        }

        var lines = new List<string>();
        while (text.Length > width)
        {
            var cut = width;
            while (cut > 1 && (text[cut] is '）' or '，' or '、' || char.IsAsciiLetterOrDigit(text[cut]) && char.IsAsciiLetterOrDigit(text[cut - 1])))
            {
                cut--;
            }

            lines.Add(text[..cut]);
            text = text[cut..];
        }

        return [.. lines, text];
    }
}
