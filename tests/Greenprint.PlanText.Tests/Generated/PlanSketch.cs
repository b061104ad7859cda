namespace Greenprint.PlanText.Tests.Generated;

/// <summary>A row of the table that a generated plan holds, as the reading must give it.</summary>
internal sealed record SketchRow(string? No, string Category, string Name, string? Sub, string? Unit, string Base, string Target, string Nature)
{
    public string Full => Sub is null ? Name : $"{Name}（{Sub}）";

    /// <summary>The value of a year between the two, in tables that have such a column.</summary>
    public string? Step { get; init; }
}

/// <summary>How a generated plan prints its indicators.</summary>
internal sealed record SketchShape(
    bool HasNumbers, bool HasCategories, bool HasUnitColumn, bool IsList, bool HasLastPeriod, bool TwoHeadRows, bool Chapters, int Gap, int NameWidth)
{
    /// <summary>The groups stand in rows of their own over all columns.</summary>
    public bool HasGroupRows { get; init; }

    /// <summary>Equal targets one below the other are one cell.</summary>
    public bool MergesTargets { get; init; }

    /// <summary>A column of a year between the two.</summary>
    public bool HasStep { get; init; }
}

/// <summary>A plan of known structure, made from a seed: what is printed is known, so what must be read is known.</summary>
internal sealed class PlanSketch
{
    private static readonly (string Name, string? Unit, string[] Subs)[] Pool =
    [
        ("环境空气质量优良天数比率", "%", []), ("细颗粒物（PM2.5）年均浓度", "微克/立方米", []), ("国控断面达到或优于Ⅲ类水体比例", "%", []),
        ("地表水劣Ⅴ类水体比例", "%", []), ("县级以上集中式饮用水水源地水质达到或优于Ⅲ类的比例", "%", []), ("行政村农村生活污水有效治理比例", "%", []),
        ("主要污染物重点工程减排量", "吨", ["化学需氧量", "氨氮", "氮氧化物", "挥发性有机物"]), ("森林覆盖率", "%", []), ("生态质量指数（EQI）", null, []),
        ("单位地区生产总值二氧化碳排放降低", "%", []), ("非化石能源占一次能源消费比重", "%", []), ("受污染耕地安全利用率", "%", []),
        ("生态保护红线占国土面积比例", "%", ["陆域", "海域"]), ("重点建设用地安全利用", null, []), ("放射源辐射事故年发生率", "起/万枚", []),
        ("全县用水总量", "亿立方米", []), ("大陆自然岸线保有率", "%", []), ("城市生活垃圾回收利用率", "%", []), ("海水养殖尾水达标排放率", "%", []),
        ("城镇绿色建筑占新建建筑比例", "%", []), ("万元地区生产总值用水量下降比例", "%", []), ("近岸海域水质优良（一、二类）比例", "%", []),
        ("湿地保护率", "%", []), ("畜禽规模养殖场粪污处理设施装备配套率", "%", []), ("公众对生态环境质量满意度", "%", []), ("碧道建设长度", "公里", []),
    ];

    private static readonly string[] Categories = ["环境治理", "应对气候变化", "环境风险防控", "生态保护", "绿色低碳发展"];
    private static readonly string[] Words = ["完成省下达任务", "不降低", "基本消除", "稳中向好", "有效保障", "按国家核定目标执行", "不减少", "完成上级下达指标"];

    private readonly Random random;

    public PlanSketch(int seed)
    {
        random = new Random(seed);
        Start = Pick([2021, 2026]);
        Rows = [.. MakeRows()];
        Shape = new SketchShape(Chance(3, 4), Chance(3, 4), Chance(1, 3), false, Chance(1, 3), Chance(1, 3), Chance(1, 2), random.Next(0, 3), random.Next(13, 22));
        if (Chance(1, 6) && Rows.All(row => row.Sub is null))
        {
            Shape = Shape with { IsList = true };
        }
    }

    public int Start { get; }

    public int End => Start + 4;

    public string Five => Start == 2021 ? "十四五" : "十五五";

    public string Title => $"岚湾县生态环境保护“{Five}”规划";

    public IReadOnlyList<SketchRow> Rows { get; init; }

    public SketchShape Shape { get; init; }

    /// <summary>The rows as a plan without categories prints them: numbers, and null where none is printed.</summary>
    public IEnumerable<SketchRow> Printed => Rows.Select(row => row with { No = Shape.HasNumbers ? row.No : null });

    public string Chapter(int number, string title) => Shape.Chapters ? $"第{"一二三四五"[number - 1]}章  {title}" : $"{"一二三四五"[number - 1]}、{title}";

    public string Section(int number, string title) => Shape.Chapters ? $"第{"一二三四五"[number - 1]}节  {title}" : $"（{"一二三四五"[number - 1]}）{title}";

    public PlanSketch Without(int row, int seed) => new(seed) { Rows = [.. Rows.Where((_, i) => i != row)], Shape = Shape };

    private IEnumerable<SketchRow> MakeRows()
    {
        var left = Pool.OrderBy(_ => random.Next()).Take(random.Next(6, 19)).ToArray();
        var groups = Categories.OrderBy(_ => random.Next()).Take(random.Next(2, 5)).ToArray();
        var cuts = Enumerable.Range(0, left.Length).Select(i => i * groups.Length / left.Length).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var nature = Pick(["约束性", "预期性", "约束性", "引领性"]);
            foreach (var sub in left[i].Subs.DefaultIfEmpty())
            {
                yield return new SketchRow(number, groups[cuts[i]], left[i].Name, sub, left[i].Unit, Base(), sub is null ? Target() : Number(), nature);
            }
        }
    }

    private string Base() => Chance(1, 4) ? "—" : Number();

    private string Target() => random.Next(6) switch
    {
        0 => Pick(Words),
        1 => "≥" + Number(),
        2 => "≤" + Number(),
        3 => $"[{Number()}]",
        _ => Number(),
    };

    private string Number() => (random.Next(0, 9999) / Pick([1m, 10m, 100m])).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool Chance(int of, int outOf) => random.Next(outOf) < of;

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
