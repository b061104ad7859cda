using System.Text.RegularExpressions;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Targets;

/// <summary>What the wording of one target asks for.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Value">The number, or null where there is none or more than one.</param>
/// <param name="To">The upper end of a range, or null.</param>
/// <param name="Change">Whether the number is an amount of change (下降 14.5%), or null.</param>
/// <param name="IsUnderstood">False where the wording says nothing that the grammar knows.</param>
/// <param name="SideIsKnown">False for a number whose side neither the wording nor the catalogue says.</param>
internal sealed record TargetMeaning(PrintedTargetKind Kind, decimal? Value, decimal? To, TargetChange? Change, bool IsUnderstood, bool SideIsKnown);

/// <summary>The grammar of target cells: from the words as printed to kind and value (目标值的表述).</summary>
internal static partial class TargetWording
{
    private const string Number = @"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?";

    /// <summary>Reads a cell. <paramref name="side"/> decides for a number that does not say its own side.</summary>
    public static TargetMeaning Read(string text, IndicatorSide side)
    {
        var key = PrintedNumber.WithoutMarks(TextFold.Key(text));
        var numbers = Numbers().Matches(key);
        if (Nothing().IsMatch(key))
        {
            return Meaning(PrintedTargetKind.Direction, null, understood: key.Length > 0);
        }

        // 不超过国家下达指标 has no number of its own: somebody else sets it.
        if (Assigned().IsMatch(key) && (numbers.Count == 0 || !Bound().IsMatch(key)))
        {
            return Meaning(PrintedTargetKind.AssignedBySuperior, null);
        }

        if (Cumulated().Match(key) is { Success: true } sum && PrintedNumber.Parse(sum.Groups["n"].Value) is { } total)
        {
            return Meaning(PrintedTargetKind.Cumulative, total);
        }

        if (numbers.Count == 0)
        {
            return Kept().IsMatch(key) ? Meaning(PrintedTargetKind.Keep, null)
                : Done().IsMatch(key) ? Meaning(PrintedTargetKind.Milestone, null)
                : Meaning(PrintedTargetKind.Direction, null, understood: Directed().IsMatch(key));
        }

        if (Between().Match(key) is { Success: true } range)
        {
            var (low, high) = (PrintedNumber.Parse(range.Groups["a"].Value), PrintedNumber.Parse(range.Groups["b"].Value));
            if (low < high)
            {
                return new TargetMeaning(PrintedTargetKind.Range, low, high, null, true, true);
            }
        }

        return numbers.Count > 1 ? Several(key, side) : Single(key, PrintedNumber.Parse(numbers[0].Value), side);
    }

    private static TargetMeaning Single(string key, decimal? value, IndicatorSide side)
    {
        var change = Falls().IsMatch(key) ? TargetChange.Decrease : Rises().IsMatch(key) ? TargetChange.Increase : (TargetChange?)null;
        if (Bounded(key) is { } bound)
        {
            return new TargetMeaning(bound, value, null, change, true, true);
        }

        if (Kept().IsMatch(key))
        {
            return Meaning(PrintedTargetKind.Keep, value);
        }

        if (change is not null)
        {
            return new TargetMeaning(PrintedTargetKind.AtLeast, value, null, change, true, true);   // 下降 14.5%: by at least so much
        }

        var understood = Plain().IsMatch(key);
        return Bare(value, side, understood);
    }

    // 4.0、3.5 or 珠三角：50 粤东西北：25: two targets in one cell. Which of them is the county's own, a person says.
    private static TargetMeaning Several(string key, IndicatorSide side) =>
        Bounded(key) is { } bound ? Meaning(bound, null)
        : Bare(null, side, understood: false);

    // 力争控制在90%以上: what stands behind the number says more than the verb.
    private static PrintedTargetKind? Bounded(string key) =>
        Behind().Match(key) is { Success: true } behind ? behind.Value == "以上" ? PrintedTargetKind.AtLeast : PrintedTargetKind.AtMost
        : Floor().IsMatch(key) ? PrintedTargetKind.AtLeast
        : Ceiling().IsMatch(key) ? PrintedTargetKind.AtMost
        : null;

    private static TargetMeaning Bare(decimal? value, IndicatorSide side, bool understood) => new(
        side == IndicatorSide.Down ? PrintedTargetKind.AtMost : PrintedTargetKind.AtLeast, value, null, null, understood, side != IndicatorSide.Unknown);

    private static TargetMeaning Meaning(PrintedTargetKind kind, decimal? value, bool understood = true) => new(kind, value, null, null, understood, true);

    [GeneratedRegex(Number)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[-－—–‐─/／\\…]*$|^(无|暂无|待定)$")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"(完成|达到|满足|落实|符合|控制在|按|按照|执行|不超过|不低于|不突破|根据|以|待)[^，。；]{0,8}(国家|省|市|上级|上下|自治区|区级|县)[^，。；]{0,12}(下达|要求|任务|目标|指标|控制|核定|执行|规定|标准|为准|一致|批复|考核|确定|分解|计划)|^(国家|省|市|上级|自治区)[^，。；]{0,6}(下达|要求|任务|目标|指标|核定|规定|控制)[^，。；]{0,8}$|完成(上级|省|市|国家|自治区|省定|市定|省级|市级)[^，。；]{0,4}(下达|控制|任务|目标|指标|要求)|^完成(省|市|国家|上级)?下达[^，。；]{0,6}$|^与[^，。；]{1,12}(一致|持平|衔接)$|^(待|按)[^，。；]{0,6}下达[^，。；]{0,8}$")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"[≥≤<>＞＜]|以上|以下|以内")]
    private static partial Regex Bound();

    // NFKC leaves 〔〕 and 【】 as they are and folds ［］ to [].
    [GeneratedRegex(@"^(?:累计|五年累计|5年累计)?[〔【\[﹝](?:[≥≤<>=]|>=|<=|约|累计)?(?<n>" + Number + @")(?:[%％]|以上|左右|以内)?[〕】\]﹞]|^(?:五年|5年|规划期内?)?累计(?:达到?|完成|减少|下降|削减|减排)?(?:[≥≤])?(?<n>" + Number + ")")]
    private static partial Regex Cumulated();

    [GeneratedRegex(@"不降低|不减少|不下降|不退化|不恶化|不变差|不改变|不增加|不减|保持稳定|保持不变|总体稳定|基本稳定|维持|保持|稳定在|稳定达标|动态平衡|占补平衡|零增长|只增不减|不突破")]
    private static partial Regex Kept();

    [GeneratedRegex(@"^(全面|基本|全部)?(完成|建成|建立|设立|创建|通过|实现|编制|印发|出台|达标|启动|投入|全覆盖)(?!.{0,4}(消除|好转|改善))")]
    private static partial Regex Done();

    [GeneratedRegex(@"消除|稳中|向好|好转|改善|保障|提升|提高|增强|下降|降低|减少|削减|优化|完善|增加|增长|达标|控制|逐年|持续|有所|明显|显著|进一步|稳步|基本|全面|优良|优于|清零|力争|[ⅠⅡⅢⅣⅤIV]+类|[一二三四五]类")]
    private static partial Regex Directed();

    [GeneratedRegex(@"(?<a>" + Number + @")[%％]?(?:[-－—–~～]|至|到)(?<b>" + Number + @")")]
    private static partial Regex Between();

    [GeneratedRegex(@"[≥>＞]|=>|⩾|不得?(低于|少于|小于|差于)|(?<!不|不得)(高于|大于|优于|多于|超过|突破)|至少|(提高|提升|增加|增长|上升|恢复|扩大|达|增)(到|至)|以上")]
    private static partial Regex Floor();

    [GeneratedRegex(@"[≤<＜]|=<|⩽|不得?(高于|超过|大于|多于|突破)|(?<!不|不得)(低于|小于|少于)|(下降|降低|减少|削减|压减|降|控制)(到|至|在)|以下|以内|之内")]
    private static partial Regex Ceiling();

    [GeneratedRegex("以上|以下|以内|之内", RegexOptions.RightToLeft)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(下降|降低|减少|削减|减排|压减|压采|降(?!低))(?![到至在])")]
    private static partial Regex Falls();

    [GeneratedRegex(@"(新增|增加|增长|提高|提升|上升)(?![到至在])")]
    private static partial Regex Rises();

    // A number with at most its unit or 约, 左右 and 达到 around it.
    [GeneratedRegex(@"^(约|达到|达|为|力争|力争达到|实现|完成|建成|保持|稳定)?(" + Number + @")(\(|[%％‰℃°]|左右|[\p{IsCJKUnifiedIdeographs}/·μa-zA-Z]{1,10})?\)?$")]
    private static partial Regex Plain();
}
