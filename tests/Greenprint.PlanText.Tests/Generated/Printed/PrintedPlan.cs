using System.Globalization;

namespace Greenprint.PlanText.Tests.Generated.Printed;

/// <summary>What stands on the pages of a plan, in order.</summary>
internal abstract record PrintedPart;

/// <summary>A heading.</summary>
internal sealed record PrintedHeading(int Level, string Number, string Title) : PrintedPart;

/// <summary>A paragraph.</summary>
internal sealed record PrintedBody(string Text, bool HasFootnote = false) : PrintedPart;

/// <summary>The line over a table.</summary>
internal sealed record PrintedCaption(string Text) : PrintedPart;

/// <summary>A small line under a table.</summary>
internal sealed record PrintedNote(string Text) : PrintedPart;

/// <summary>A table.</summary>
internal sealed record PrintedTable(SketchCell?[][] Cells, int Head) : PrintedPart;

/// <summary>A page that begins anew.</summary>
internal sealed record PrintedPageBreak : PrintedPart;

/// <summary>From here to the next one the pages lie as it says.</summary>
internal sealed record PrintedTurn(bool ToLandscape) : PrintedPart;

/// <summary>A whole plan document of known structure, made from a seed: cover, chapters, the tables of a sketch, and what else a plan has.</summary>
internal sealed class PrintedPlan
{
    private static readonly string[] Shared = ["完成省下达任务", "完成上级下达指标", "按国家核定目标执行"];

    private readonly Random random;
    private readonly List<PrintedPart> parts = [];
    private readonly List<PrintedHeading> outline = [];
    private readonly int[] path = new int[4];

    public PrintedPlan(int seed, int? without = null)
    {
        Seed = seed;
        Look = new PrintedLook(seed);
        Sketch = SketchOf(seed);
        Sketch = without is { } row ? Sketch.Without(row, seed) : Sketch;
        random = new Random(seed * 104729 + 7);
        Region = Pick(PrintedPhrases.Regions);
        Title = Region + Pick("生态环境保护“#”规划", "“#”生态环境保护规划", "生态环境保护和建设“#”规划").Replace("#", Sketch.Five, StringComparison.Ordinal);
        Write();
    }

    public int Seed { get; }

    public PrintedLook Look { get; }

    public PlanSketch Sketch { get; }

    public string Region { get; }

    public string Title { get; }

    public IReadOnlyList<PrintedPart> Parts => parts;

    public IReadOnlyList<PrintedHeading> Outline => outline;

    public override string ToString() => $"seed {Seed}: {Look}, {Sketch.Shape}";

    // What a sketch has and its text printers cannot show: rows of groups, targets over rows, a year between.
    private static PlanSketch SketchOf(int seed)
    {
        var random = new Random(seed * 31 + 5);
        var plain = new PlanSketch(seed);
        var isGrouped = random.Next(4) == 0 && !plain.Shape.IsList;
        var shape = plain.Shape with
        {
            HasGroupRows = isGrouped,
            HasCategories = plain.Shape.HasCategories && !isGrouped,
            MergesTargets = random.Next(3) == 0,
            HasStep = random.Next(4) == 0,
        };
        var rows = plain.Rows.Select(row => row with { Step = shape.HasStep ? (random.Next(10, 999) / 10m).ToString(CultureInfo.InvariantCulture) : null }).ToArray();
        for (var i = 1; i < rows.Length && shape.MergesTargets; i++)
        {
            if (random.Next(3) == 0 && rows[i].Sub is null && rows[i - 1].Sub is null)
            {
                rows[i - 1] = rows[i - 1] with { Target = Array.IndexOf(Shared, rows[i - 1].Target) >= 0 ? rows[i - 1].Target : Shared[random.Next(Shared.Length)] };
                rows[i] = rows[i] with { Target = rows[i - 1].Target };
            }
        }

        return new PlanSketch(seed) { Rows = rows, Shape = shape };
    }

    private void Write()
    {
        if (Look.HasContents)
        {
            parts.Add(new PrintedPageBreak());
        }

        Heading(1, "发展基础");
        foreach (var title in Some(PrintedPhrases.Bases, 2, 3))
        {
            Heading(2, title);
            Text(1, 2);
        }

        if (Sketch.Shape.HasLastPeriod)
        {
            LastPeriod();
        }

        Heading(1, "总体要求");
        foreach (var title in Some(PrintedPhrases.Principles, 1, 2))
        {
            Heading(2, title);
            Text(1, 1);
        }

        Heading(2, "主要目标");
        Text(0, Look.Fill);
        Heading(2, "指标体系");
        Indicators();
        Heading(1, "主要任务");
        foreach (var title in Some(PrintedPhrases.Tasks, 3, 4))
        {
            Heading(2, title);
            foreach (var step in Some(PrintedPhrases.Steps, 0, 3))
            {
                Heading(3, step);
                Text(1, 1);
            }

            Text(1, 1);
        }

        if (Look.HasProjects)
        {
            Projects();
        }

        Heading(1, "保障措施");
        foreach (var title in Some(PrintedPhrases.Safeguards, 2, 4))
        {
            Heading(2, title);
            Text(1, 1);
        }
    }

    private void Indicators()
    {
        if (Sketch.Shape.IsList)
        {
            parts.Add(new PrintedBody($"到{Sketch.End}年，主要指标如下："));
            parts.AddRange(Sketch.Rows.Select((row, i) => new PrintedBody(
                $"{(Sketch.Shape.HasNumbers ? $"{i + 1}. " : "——")}{row.Name}{(row.Unit is null ? "" : $"（{row.Unit}）")}：{Sketch.Start - 1}年{(row.Base == "—" ? "为—" : row.Base)}，{Sketch.End}年{row.Target}，{row.Nature}；")));
            return;
        }

        Text(1, 1);
        if (Look.IsLandscape)
        {
            parts.Add(new PrintedTurn(true));
        }

        var categories = Sketch.Rows.Select(row => row.Category).Distinct().ToArray();
        var first = Look.TwoTables && categories.Length > 1 ? categories[..(categories.Length / 2)] : categories;
        Table(first, "表2  生态环境保护主要指标");
        if (first.Length < categories.Length)
        {
            Table(categories[first.Length..], "表3  绿色发展指标");
        }

        if (Look.IsLandscape)
        {
            parts.Add(new PrintedTurn(false));
        }
    }

    private void Table(string[] categories, string caption)
    {
        var rows = Sketch.Rows.Where(row => categories.Contains(row.Category)).ToArray();
        parts.Add(new PrintedCaption(caption));
        parts.Add(new PrintedTable(SketchTable.Of(new PlanSketch(Seed) { Rows = rows, Shape = Sketch.Shape }), Sketch.Shape.TwoHeadRows ? 2 : 1));
        if (Look.HasNotes)
        {
            parts.Add(new PrintedNote("注：1. [ ]内为五年累计数；2. “—”表示未统计；3. 部分指标以上级最终核定数据为准。"));
        }
    }

    private void LastPeriod()
    {
        parts.Add(new PrintedCaption("表1  上一规划期主要指标完成情况"));
        SketchCell?[] Row(params string[] texts) => [.. texts.Select(text => new SketchCell(text))];
        parts.Add(new PrintedTable(
            [
                Row("序号", "指标名称", $"{Sketch.Start - 6}年", $"{Sketch.Start - 1}年目标", $"{Sketch.Start - 1}年实际", "属性"),
                Row("1", "噪声达标区覆盖率（%）", "60.2", "75", "81.3", "预期性"),
                Row("2", "城市污水处理率（%）", "85", "90", "96.4", "约束性"),
                Row("3", "化学需氧量排放总量（吨）", "10230", "9200", "9105", "约束性"),
            ],
            1));
    }

    private void Projects()
    {
        parts.Add(new PrintedCaption("表4  重点工程项目"));
        SketchCell?[] Row(params string[] texts) => [.. texts.Select(text => new SketchCell(text))];
        parts.Add(new PrintedTable(
            [
                Row("序号", "项目名称", "建设内容", "建设期限", "总投资（万元）"),
                .. PrintedPhrases.Projects.Select((name, i) => Row($"{i + 1}", name, PrintedPhrases.Contents[i], $"{Sketch.Start}-{Sketch.Start + 1 + i % 4}", $"{random.Next(100, 9000)}")),
            ],
            1));
    }

    private void Heading(int level, string title)
    {
        path[level - 1]++;
        Array.Clear(path, level, path.Length - level);
        var heading = new PrintedHeading(level, PrintedGrammar.Number(Look.Grammar, path[..level]), title);
        parts.Add(heading);
        outline.Add(heading);
    }

    private void Text(int least, int most)
    {
        for (var i = random.Next(least, most + 1); i > 0; i--)
        {
            parts.Add(new PrintedBody(string.Concat(Some(PrintedPhrases.Sentences, 1, 4)), Look.HasFootnote && parts.Count % 7 == 3));
        }
    }

    private string[] Some(string[] from, int least, int most) => [.. from.OrderBy(_ => random.Next()).Take(random.Next(least, most + 1))];

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];
}
