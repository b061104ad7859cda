using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>Reads <c>advice.csv</c>: what each level means for people, and from 2026 who is sensitive to which item. A row is about a level or about an item.</summary>
internal sealed class AdviceTable
{
    private readonly string file;
    private readonly Dictionary<int, (Bilingual Effect, Bilingual Advice)> levels = [];

    private AdviceTable(string file) => this.file = file;

    /// <summary>Sensitive groups (敏感人群) by item; empty in the edition of 2012.</summary>
    internal Dictionary<MeasuredItem, Bilingual> Groups { get; } = [];

    internal static AdviceTable Read(string file, TextReader text)
    {
        var advice = new AdviceTable(file);
        foreach (var row in CsvTable.Read(file, text, "level", "item", "effectZh", "effectEn", "adviceZh", "adviceEn", "clause", "mark").Rows)
        {
            Bilingual words = (row["adviceZh"], row["adviceEn"]);
            var item = MeasuredItems.Find(row["item"]);
            var added = (row["level"].Length > 0, item) switch
            {
                (true, null) => advice.levels.TryAdd(row.Whole("level"), ((row["effectZh"], row["effectEn"]), words)),
                (false, { Medium: Medium.Air }) => advice.Groups.TryAdd(item, words),
                _ => throw row.Fault("A row of advice is about a level or about an item of ambient air."),
            };
            if (!added || words.Zh.Length == 0 || words.En is null or { Length: 0 })
            {
                throw row.Fault(added ? "The words are missing in a language." : "This advice stands here a second time.");
            }
        }

        return advice;
    }

    internal (Bilingual Effect, Bilingual Advice) Of(int level) =>
        levels.TryGetValue(level, out var words) ? words : throw new StandardTableException(file, 0, $"There is no advice for level {level}.");
}
