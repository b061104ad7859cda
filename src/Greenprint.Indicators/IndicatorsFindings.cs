using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>Every finding this module can raise; each is explained in <c>docs/findings.md</c>.</summary>
public static class IndicatorsFindings
{
    /// <summary>No such plan, here or shipped.</summary>
    public static Finding NoSuchPlan(string plan) => new("IND-001", ($"没有规划“{plan}”。", $"There is no plan '{plan}'."));

    /// <summary>The plan has no such indicator.</summary>
    public static Finding NoSuchIndicator(string plan, string indicator) =>
        new("IND-002", ($"规划“{plan}”没有指标“{indicator}”。", $"Plan '{plan}' has no indicator '{indicator}'."));

    /// <summary>The period is not over yet.</summary>
    public static Finding NotOver(Period period) => new("IND-003", (
        $"{period} 的最后一个月还没有到，不能有实际值；本年可填 1 月至本月的累计值，如 {period.Year:0000}-01..{period.Year:0000}-06。",
        $"The last month of {period} has not begun, so it has no actual value yet; for the running year give January to a month, like {period.Year:0000}-01..{period.Year:0000}-06."));

    /// <summary>The period lies outside the years of the plan and its baseline.</summary>
    public static Finding OutsidePlan(Period period, int first, int last) => new("IND-004", (
        $"{period} 不在该规划的年份（{first}—{last}）之内。", $"{period} lies outside the years of the plan ({first} to {last})."));

    /// <summary>A correction without a reason.</summary>
    public static Finding ReasonMissing(Period period, decimal? current) => new("IND-005", (
        $"{period} 已有值 {Text(current)}，更正须在备注中写明理由。", $"{period} already has the value {Text(current)}; a correction must give its reason in the note."));

    /// <summary>An issued value without its document.</summary>
    public static Finding DocumentMissing(Period period) => new("IND-006", (
        $"{period} 的上级核定值没有文件号。", $"The value issued for {period} has no document number."));

    /// <summary>A withdrawal of nothing, or an empty cell.</summary>
    public static Finding ValueMissing(Period period) => new("IND-007", (
        $"{period} 没有填数值，也没有可撤回的值；空值不等于零。", $"No value is given for {period}, and there is none to withdraw; empty is not zero."));

    /// <summary>More digits than the store keeps.</summary>
    public static Finding TooManyDigits(decimal value) => new("IND-008", (
        $"{Text(value)} 超出可保存的位数（整数 14 位，小数 14 位）。", $"{Text(value)} has more digits than can be kept (14 before and 14 after the point)."));

    /// <summary>A sheet that cannot be read as one.</summary>
    public static Finding NotASheet(string file, Bilingual what) => new("IND-009", what, new FindingPlace(file));

    /// <summary>A cell that cannot be read.</summary>
    public static Finding BadCell(string file, int line, string column, string text, Bilingual expected) => new("IND-010", (
        $"“{text}”无法识别，应为{expected.Zh}。", $"'{text}' cannot be read; expected {expected.En}."), new FindingPlace(file, line, column));

    /// <summary>A computed value in a sheet.</summary>
    public static Finding ComputedInSheet(string file, int line) => new("IND-011", (
        "计算值只能由程序从监测数据算出，不能导入；请删去该行，或改为 reported（填报）或 issued（核定）。",
        "A computed value comes from readings only and cannot be imported; leave the row out, or write reported or issued."), new FindingPlace(file, line, "origin"));

    /// <summary>The same period and origin twice in one sheet, with different content.</summary>
    public static Finding Doubled(string file, int line, int earlier) => new("IND-012", (
        $"与第 {earlier} 行是同一指标、时期和来源，内容却不同。", $"Same indicator, period and origin as line {earlier}, with other content."), new FindingPlace(file, line));

    /// <summary>The plan binds the indicator to a method this program does not have.</summary>
    public static Finding UnknownMethod(string method, string known) => new("IND-013", (
        $"没有名为“{method}”的算法；可用：{known}。", $"There is no method '{method}'. Known are: {known}."));

    /// <summary>An argument of a binding that no method knows.</summary>
    public static Finding UnknownArgument(string method, string argument) => new("IND-014", (
        $"算法“{method}”不认识参数“{argument}”；可用：stations、sections、city、region。",
        $"The method '{method}' knows no argument '{argument}'; known are stations, sections, city, region."));

    /// <summary>An area without stations.</summary>
    public static Finding NoStations(string area) => new("IND-015", (
        $"“{area}”范围内没有监测点位；请先导入或登记点位。", $"There is no station in '{area}'; import measurements or add stations first."));

    /// <summary>A station that the plan names and the store does not have.</summary>
    public static Finding NoSuchStation(string name) => new("IND-016", (
        $"没有监测点位“{name}”；请检查名称，或先导入其数据。", $"There is no station '{name}'; check the name, or import its measurements first."));

    /// <summary>A period for which the method gives no figure.</summary>
    public static Finding PeriodNotServed(string method, Period period) => new("IND-017", (
        $"算法“{method}”不能给出 {period} 的结果，请用年、季、月或年内累计。", $"The method '{method}' gives no figure for {period}; ask for a year, quarter, month or year to date."));

    /// <summary>The period lies ahead.</summary>
    public static Finding NotBegun(Period period) => new("IND-018", (
        $"{period} 还没有过完的月份，无法计算。", $"No month of {period} is over yet, so nothing can be computed."));

    /// <summary>A text that is no period.</summary>
    public static Finding NoPeriod(string text) => new("IND-019", (
        $"“{text}”不是时期；请写 2025、2025-Q1、2025-03 或 2026-01..2026-10。", $"'{text}' is no period; write 2025, 2025-Q1, 2025-03 or 2026-01..2026-10."));

    /// <summary>No such run.</summary>
    public static Finding NoSuchRun(string run) => new("IND-020", ($"没有计算批次“{run}”。", $"There is no run '{run}'."));

    /// <summary>None of the figures can be given, because months of the period have no data.</summary>
    public static Finding IncompletePeriod(Period period, string months) => new("IND-021", (
        $"{period} 数据不完整，不予计算：缺 {months}。", $"{period} is incomplete and is not computed: {months} missing."));

    /// <summary>A method whose figures are of another unit than the indicator's.</summary>
    public static Finding OtherUnit(string method, string indicator) => new("IND-022", (
        $"算法得出的单位是“{method}”，指标的单位是“{indicator}”，不能绑定。", $"The method gives figures in '{method}', and the indicator is in '{indicator}': it is not bound."));

    /// <summary>A remark or a person that a sheet changes without changing the value.</summary>
    public static Finding OnlyWords(string field, string stands, string given) => new("IND-023", (
        $"{field} 与已有记录不同，没有写入：数值、文号和日期都没有变。已有“{stands}”，表中“{given}”。",
        $"{field} differs from what is on record and was not written: value, document and date are the same. On record '{stands}', in the sheet '{given}'."));

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "—";
}
