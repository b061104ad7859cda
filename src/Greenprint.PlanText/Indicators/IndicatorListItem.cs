using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Tables.LaidOut;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Indicators;

/// <summary>One item of a list of indicators: 1. 森林覆盖率（%）：2020年58.66，2025年≥58.9，约束性。</summary>
internal static partial class IndicatorListItem
{
    private const decimal Confidence = 0.75m;
    private const int LongestName = 60;

    /// <summary>The item as an indicator, or null where it does not name one with a value.</summary>
    public static IndicatorItem? Read(string text, string? category, PlanPeriod? period, int? page, string? clauseId)
    {
        var mark = NumberGrammar.Read(text);
        var body = Bullet().Replace(mark is { } number ? text[number.Length..] : text, "").Trim().TrimEnd('。', '；', ';', '，');
        if (Rise().Match(body) is { Success: true } rise)
        {
            return Of(rise.Groups["name"].Value, Value(rise, "from", "a"), rise.Groups["b"].Value, Year(rise, "to") ?? period?.End, []);
        }

        var name = Name().Match(body);
        if (!name.Success || name.Groups["name"].Length > LongestName)
        {
            return null;
        }

        var values = Values(body[name.Length..]).ToList();
        var target = values.FindLastIndex(value => period is null ? value.IsTarget : value.Year == period.End || value.Year is null && value.IsTarget);
        if (target < 0 && values.Count > 0 && (period is null || values[^1].Year > period.Start))
        {
            target = values.Count - 1;
        }

        var baseline = values.FindIndex(value => target < 0 ? !value.IsTarget : value.Year is null ? value.IsBase : value.Year < (values[target].Year ?? period?.End ?? int.MaxValue));
        return target < 0 && baseline < 0 ? null : Of(
            name.Groups["name"].Value,
            baseline < 0 || baseline == target ? null : Printed(values[baseline]),
            target < 0 ? null : values[target].Text,
            target < 0 ? null : values[target].Year ?? period?.End,
            [.. values.Where((_, i) => i != target && i != baseline).Select(Printed)]);

        IndicatorItem? Of(string printed, PrintedValue? start, string? aim, int? year, IReadOnlyList<PrintedValue> others)
        {
            var (main, unit) = UnitText.Split(Leads().Replace(printed.Trim(), ""));
            if (main.Length < 2 || aim is null && start is null)
            {
                return null;
            }

            PrintedTarget? read = null;
            if (aim is not null)
            {
                var meaning = TargetWording.Read(aim, IndicatorCatalogue.Bundled.SideOfName(main));
                read = new PrintedTarget(year, aim, meaning.Kind, meaning.Value) { To = meaning.To, Change = meaning.Change };
            }

            return new IndicatorItem(
                mark is { } own ? own.Value.ToString(CultureInfo.InvariantCulture) : null, category, main, null, unit, start, read, others, NatureOf(body), page, text, Confidence, clauseId);
        }
    }

    private sealed record ListValue(int? Year, string Text, bool IsTarget, bool IsBase);

    private static IEnumerable<ListValue> Values(string rest)
    {
        foreach (Match match in ValuePart().Matches(rest))
        {
            var (label, text) = (match.Groups["label"].Value, match.Groups["value"].Value.Trim());
            if (text.Length > 0 && !Nature().IsMatch(text) && (match.Groups["year"].Success || label.Length > 0 || CellText.IsValue(TextFold.Key(text))))
            {
                yield return new ListValue(
                    Year(match, "year"), text,
                    label.Contains("目标", StringComparison.Ordinal) || label.Contains("规划", StringComparison.Ordinal) || match.Groups["to"].Success,
                    label.Contains("现状", StringComparison.Ordinal) || label.Contains("基准", StringComparison.Ordinal) || label.Contains("基期", StringComparison.Ordinal));
            }
        }
    }

    private static PrintedValue? Value(Match match, string year, string value) => new(Year(match, year), match.Groups[value].Value, PrintedNumber.Of(match.Groups[value].Value));

    private static PrintedValue Printed(ListValue value) => new(value.Year, value.Text, PrintedNumber.Of(value.Text));

    private static int? Year(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    private static PrintedNature? NatureOf(string text) => Nature().Match(TextFold.Key(text)) is not { Success: true } nature ? null
        : nature.Value.StartsWith("约束", StringComparison.Ordinal) ? PrintedNature.Binding
        : nature.Value.StartsWith("预期", StringComparison.Ordinal) ? PrintedNature.Anticipatory
        : PrintedNature.Leading;

    // The name ends at its colon or comma, or where a year begins: 森林覆盖率2025年达到35%.
    [GeneratedRegex(@"^(?:到\s*20\d\d\s*年底?[，,]\s*)?(?<name>[^：:，,；;。]{2,60}?)\s*(?:[：:，,；;]|(?=(?:到|至|在)?\s*20\d\d\s*年)|(?=\s(?:现状|基准|目标)))\s*")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:(?<to>到|至)?\s*(?<year>20\d\d)\s*年(?:底|末)?|(?<=^|[，,；;、（(\s]))\s*(?<label>(?:[（(]?(?:现状|基准|基期|规划|目标|实际)(?:年)?(?:值|数|目标)?[）)]?)?)\s*(?:为|是|达到(?=[\d≥≤约])|达(?=\d)|：|:|=|的)?\s*(?<value>[^，,；;。、]{1,40}?)(?=[，,；;。]|[（(](?:约束|预期|引领)|$)")]
    private static partial Regex ValuePart();

    [GeneratedRegex(@"^(?<name>[^：:，,；;。]{2,60}?)[：:，,]?(?:由|从)\s*(?<from>20\d\d)\s*年的?\s*(?<a>[^，,；;。到至]{1,20}?)\s*(?:提高|提升|增加|下降|降低|减少|上升|增长|扩大)?(?:到|至)\s*(?:(?<to>20\d\d)\s*年的?\s*)?(?<b>[^，,；;。（(]{1,24})")]
    private static partial Regex Rise();

    [GeneratedRegex(@"^[—–\-•·●■◆▪*]+\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:全市|全县|全区)?(?:指标|指标名称)[：:]")]
    private static partial Regex Leads();

    [GeneratedRegex("约束性?|预期性?|引领性?")]
    private static partial Regex Nature();
}
