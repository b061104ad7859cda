using Greenprint.PlanText.Versions;

namespace Greenprint.PlanText.Tests.Versions;

/// <summary>Plans of random chapters and sections, with the edits that an office makes from one version to the next.</summary>
internal static class SketchedPlan
{
    private static readonly string[] Words =
    [
        "排污口", "溯源", "整治", "河长", "巡查", "岸线", "修复", "湿地", "恢复", "管网", "改造", "雨污", "分流", "污泥", "处置", "再生水", "回用", "扬尘", "管控", "餐饮",
        "油烟", "治理", "柴油车", "淘汰", "锅炉", "替代", "氮氧化物", "减排", "臭氧", "前体物", "协同", "耕地", "安全利用", "风险", "筛查", "地块", "修复工程", "危险废物", "转移联单", "噪声",
        "声功能区", "划定", "监测站", "自动化", "执法", "检查", "信用", "评价", "公众", "参与", "碳达峰", "试点", "园区", "循环化", "清洁生产", "审核", "水源地", "保护区", "标志", "应急预案",
    ];

    private static readonly Gen<string> Sentence = Gen.Int[0, Words.Length - 1].Array[6, 14].Select(picks => string.Concat(picks.Select(i => Words[i])) + "。");

    public static Gen<string> Text { get; } = Sentence.Array[2, 5].Select(sentences => string.Join('\n', sentences));

    /// <summary>Chapters with sections; every heading is another, a chapter with sections has no text of its own.</summary>
    public static Gen<IReadOnlyList<VersionedClause>> Plans { get; } = Gen.Select(Text.Array[0, 4], Text).Array[2, 5].Select(chapters =>
    {
        var clauses = new List<VersionedClause>();
        for (var c = 0; c < chapters.Length; c++)
        {
            var (sections, text) = chapters[c];
            clauses.Add(new VersionedClause($"c{c + 1}", 1, $"第{Chinese(c)}章", Heading(c, 9), sections.Length == 0 ? text : ""));
            clauses.AddRange(sections.Select((section, s) => new VersionedClause($"c{c + 1}.{s + 1}", 2, $"第{Chinese(s)}节", Heading(c, s), section)));
        }

        return (IReadOnlyList<VersionedClause>)clauses;
    });

    /// <summary>A plan and a later one, made from it by a few edits and read anew.</summary>
    public static Gen<(IReadOnlyList<VersionedClause> Before, IReadOnlyList<VersionedClause> After)> Versions { get; } =
        Gen.Select(Plans, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 99], Gen.Int[0, 99], Text).Array[1, 5]).Select((plan, edits) =>
        {
            var after = plan.ToList();
            foreach (var (kind, place, other, text) in edits.Where(_ => after.Count > 1))
            {
                var at = place % after.Count;
                var clause = after[at];
                after.RemoveAt(at);
                switch (kind)
                {
                    case 0:
                        after.Insert(other % (after.Count + 1), clause);
                        break;
                    case 1:
                        after.Insert(at, clause with { Title = "新增" + text[..6] });
                        break;
                    case 2:
                        after.Insert(at, clause with { Text = clause.Text.Length > 20 ? clause.Text[..^20] + text : clause.Text });
                        break;
                    case 3:
                        after.InsertRange(at, [clause, new VersionedClause("", 2, "第九节", "另设" + text[..4], text)]);
                        break;
                }
            }

            return (plan, ReadAnew(after));
        });

    /// <summary>The same clauses with the ids that a reader gives: by order, whatever they were called before.</summary>
    public static IReadOnlyList<VersionedClause> ReadAnew(IEnumerable<VersionedClause> clauses) => [.. clauses.Select((clause, i) => clause with { Id = $"c{i + 1}" })];

    /// <summary>The clauses as a reading; lines that hold a tab are a table.</summary>
    public static PlanReading Reading(IReadOnlyList<VersionedClause> clauses) => new()
    {
        Title = "岚湾县生态环境保护规划",
        Outline = [.. clauses.Where(clause => !clause.IsNamed).Select(clause => new OutlineItem(clause.Id, clause.Level, clause.Number, clause.Title, null))],
        Clauses = [.. clauses.Where(clause => clause.Text.Length > 0).Select(clause => new Clause(clause.Id, [.. clause.Text.Split('\n').Select(Paragraph)]))],
    };

    private static ClauseParagraph Paragraph(string line) => new(line.Replace('\v', '\n'), null, null)
    {
        Rows = line.Contains('\t', StringComparison.Ordinal) ? [.. line.Split('\v').Select(row => row.Split('\t'))] : null,
    };

    private static string Heading(int chapter, int section) => string.Concat(Words.Skip((chapter * 10 + section) % Words.Length).Take(1)) + Words[(chapter * 7 + section * 3 + 11) % Words.Length] + "工作";

    private static char Chinese(int number) => "一二三四五六七八九"[number];
}
