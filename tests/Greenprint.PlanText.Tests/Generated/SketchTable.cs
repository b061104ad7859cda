namespace Greenprint.PlanText.Tests.Generated;

/// <summary>A cell of a printed table: its text, and how many rows and columns it covers. Null where another cell covers the place.</summary>
internal sealed record SketchCell(string Text, int Rows = 1, int Columns = 1);

/// <summary>The table of a sketch as cells, merged as word processors merge them.</summary>
internal static class SketchTable
{
    public static SketchCell?[][] Of(PlanSketch sketch)
    {
        var shape = sketch.Shape;
        var hasSubs = sketch.Rows.Any(row => row.Sub is not null);
        var rows = new List<SketchCell?[]>();
        rows.AddRange(Head(sketch, hasSubs));
        for (var i = 0; i < sketch.Rows.Count; i++)
        {
            var row = sketch.Rows[i];
            var isFirstOfCategory = i == 0 || sketch.Rows[i - 1].Category != row.Category;
            var isFirstOfNumber = i == 0 || sketch.Rows[i - 1].No != row.No;
            var subs = sketch.Rows.Count(other => other.No == row.No);
            var cells = new List<SketchCell?>();
            if (shape.HasGroupRows && isFirstOfCategory)
            {
                rows.Add([new SketchCell($"{"一二三四五"[rows.Count(other => other[^1] is null && other.Skip(1).All(cell => cell is null)) % 5]}、{row.Category}", 1, rows[0].Length), .. Enumerable.Repeat<SketchCell?>(null, rows[0].Length - 1)]);
            }

            if (shape.HasCategories)
            {
                cells.Add(isFirstOfCategory ? new SketchCell(row.Category, sketch.Rows.Skip(i).TakeWhile(other => other.Category == row.Category).Count()) : null);
            }

            if (shape.HasNumbers)
            {
                cells.Add(isFirstOfNumber ? new SketchCell(row.No!, subs) : null);
            }

            var name = row.Unit is null || shape.HasUnitColumn ? row.Name : $"{row.Name}（{row.Unit}）";
            cells.Add(isFirstOfNumber ? new SketchCell(name, subs, hasSubs && row.Sub is null ? 2 : 1) : null);
            if (hasSubs)
            {
                cells.Add(row.Sub is null ? null : new SketchCell(row.Sub));
            }

            if (shape.HasUnitColumn)
            {
                cells.Add(new SketchCell(row.Unit ?? "—"));
            }

            cells.Add(new SketchCell(row.Base));
            if (shape.HasStep)
            {
                cells.Add(new SketchCell(row.Step ?? "—"));
            }

            cells.Add(shape.MergesTargets && i > 0 && SharesTarget(sketch.Rows[i - 1], row) ? null : new SketchCell(row.Target, shape.MergesTargets ? Shared(sketch.Rows, i) : 1));
            cells.Add(isFirstOfNumber ? new SketchCell(row.Nature, subs) : null);
            rows.Add([.. cells]);
        }

        return [.. rows];
    }

    private static bool SharesTarget(SketchRow above, SketchRow row) =>
        above.Target == row.Target && above.Category == row.Category && above.Sub is null && row.Sub is null && !char.IsAsciiDigit(row.Target[^1]) && row.Target[^1] != ']';

    private static int Shared(IReadOnlyList<SketchRow> rows, int from)
    {
        var end = from + 1;
        while (end < rows.Count && SharesTarget(rows[end - 1], rows[end]))
        {
            end++;
        }

        return end - from;
    }

    private static IEnumerable<SketchCell?[]> Head(PlanSketch sketch, bool hasSubs)
    {
        var shape = sketch.Shape;
        var down = shape.TwoHeadRows ? 2 : 1;
        var first = new List<SketchCell?>();
        void Add(string text, int columns = 1)
        {
            first.Add(new SketchCell(text, down, columns));
            first.AddRange(Enumerable.Repeat<SketchCell?>(null, columns - 1));
        }

        if (shape.HasCategories)
        {
            Add("类别");
        }

        if (shape.HasNumbers)
        {
            Add("序号");
        }

        Add(shape.HasUnitColumn ? "指标名称" : "指标（单位）", hasSubs ? 2 : 1);
        if (shape.HasUnitColumn)
        {
            Add("单位");
        }

        if (!shape.TwoHeadRows)
        {
            Add($"{sketch.Start - 1}年");
            if (shape.HasStep)
            {
                Add($"{sketch.Start + 2}年");
            }

            Add($"{sketch.End}年目标");
            Add("指标属性");
            yield return [.. first];
            yield break;
        }

        var before = first.Count;
        first.Add(new SketchCell($"{sketch.Start - 1}年"));
        first.AddRange(shape.HasStep ? [new SketchCell($"{sketch.Start + 2}年")] : []);
        first.Add(new SketchCell($"{sketch.End}年"));
        Add("属性");
        yield return [.. first];
        yield return [.. Enumerable.Repeat<SketchCell?>(null, before), new SketchCell("现状值"), .. shape.HasStep ? [new SketchCell("中期值")] : Array.Empty<SketchCell?>(), new SketchCell("目标值"), null];
    }
}
