using System.Text.RegularExpressions;
using Greenprint.PlanText.Duties;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Projects;

/// <summary>What the text of a project says of its money, its years and its lead.</summary>
internal static partial class ProjectText
{
    /// <summary>The amount in a cell or sentence; <paramref name="unit"/> is that of the column's head.</summary>
    public static InvestmentText? Investment(string text, string? unit)
    {
        var match = Amount().Match(text);
        return match.Success ? new InvestmentText(text, PrintedNumber.Parse(match.Groups["n"].Value), match.Groups["unit"].Success ? match.Groups["unit"].Value : unit)
            : text.Length > 0 ? new InvestmentText(text, null, unit) : null;
    }

    public static InvestmentText? InvestmentIn(string content) =>
        Money().Match(content) is { Success: true } money
            ? new InvestmentText(money.Groups["text"].Value, PrintedNumber.Parse(money.Groups["n"].Value), money.Groups["unit"].Value)
            : null;

    public static string? PeriodIn(string content) => Years().Match(content) is { Success: true } years ? years.Groups["text"].Value : null;

    public static string? LeadIn(string content) => DutyGrammar.In(content) is { Lead.Count: > 0 } duty ? string.Join('、', duty.Lead) : null;

    /// <summary>The unit of money in a head: 总投资（万元）.</summary>
    public static string? UnitOfHead(string head) => HeadUnit().Match(head) is { Success: true } unit ? unit.Value : null;

    [GeneratedRegex(@"(?<n>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?<unit>[万亿]元|元)?")]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?:总?投资|估算投资|资金|概算)[^，。；\d]{0,8}(?<text>约?(?<n>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?<unit>[万亿]元|元))")]
    private static partial Regex Money();

    [GeneratedRegex(@"(?:建设|实施|起止)?(?:期限|年限|工期|周期|时间)[为是：:\s]*(?<text>20\d\d\s*年?\s*[-－—–~～至]\s*20\d\d\s*年?)")]
    private static partial Regex Years();

    [GeneratedRegex("[万亿]元|元")]
    private static partial Regex HeadUnit();
}
