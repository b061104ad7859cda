using System.Text.RegularExpressions;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>What a piece of a table can be by itself.</summary>
internal static partial class CellText
{
    /// <summary>A number, a dash, a bound: a whole cell, never a part of one.</summary>
    public static bool IsValue(string key) => Value().IsMatch(key);

    public static bool IsNature(string key) => Nature().IsMatch(key);

    public static bool IsNumber(string key) => Number().IsMatch(key);

    public static bool IsUnit(string key) => UnitText.IsUnit(key);

    public static bool IsMark(string key) => Mark().IsMatch(key);

    /// <summary>True where the text can be a whole cell of values: a value, or words that the grammar of targets knows.</summary>
    public static bool IsWhole(string key) => IsValue(key) || IsNature(key) || TargetWording.Read(key, Catalogue.IndicatorSide.Unknown).IsUnderstood && !IsBroken(key);

    /// <summary>True where brackets or words break off.</summary>
    public static bool IsBroken(string key) =>
        key.Count(c => c is '(' or '（') != key.Count(c => c is ')' or '）') || Torn().IsMatch(key);

    [GeneratedRegex(@"^([≥≤><=约]|>=|<=|不低于|不高于|不超过)?[\[〔【(]?[≥≤><]?\d+(?:[.,]\d+)*[\])〕】]?[%％*]*(以上|以下|左右|以内)?([\[(]\d[\])])?$|^[-－—–‐─/／]+$|^\d+(?:\.\d+)?[-~～—]\d+(?:\.\d+)?[%％]?$")]
    private static partial Regex Value();

    [GeneratedRegex(@"^(约束性?|预期性?|引领性?|引导性?|约束性指标|预期性指标)$")]
    private static partial Regex Nature();

    [GeneratedRegex(@"^\d{1,3}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[\[〔(【][1-9][\]〕)】]$|^[①-⑳*※]$")]
    private static partial Regex Mark();

    // 完成省, 国家下, 省级控制指, 不减, 保, and …: a verb without its object, half a word.
    [GeneratedRegex(@"(?:完成|达到|按)(?:国家?|省级?|市级?|上级?)?$|(?:国家|[省市]级?|上级)(?:上|下|控|控制|控制指)$|不减?$|(?:基本?|稳中?|持续?|保持?|消|完)$|[、，和及与]$")]
    private static partial Regex Torn();
}
