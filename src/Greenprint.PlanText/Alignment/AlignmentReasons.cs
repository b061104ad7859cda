using System.Globalization;

namespace Greenprint.PlanText.Alignment;

/// <summary>Why a pair has its status, for the person who answers it.</summary>
/// <param name="IsAbove">True where the other plan stands above the local one; else it is a neighbour's, and nothing follows from it.</param>
internal readonly record struct AlignmentReasons(bool IsAbove)
{
    private string Plan => IsAbove ? "上级规划" : "对照规划";

    private string Other => IsAbove ? "上级" : "对照";

    private string PlanEn => IsAbove ? "upper plan" : "other plan";

    private string OtherEn => IsAbove ? "upper" : "other";

    public (string Zh, string En) Missing => (
        $"{Plan}有此指标，本级规划的指标中没有找到对应项。", $"The {PlanEn} has this indicator; none of the local indicators corresponds to it.");

    public (string Zh, string En) LocalOnly => (
        $"本级规划的指标，{Plan}的指标中没有找到对应项。", $"An indicator of the local plan; none of the indicators of the {PlanEn} corresponds to it.");

    public static (string Zh, string En) LevelAgainstChange => (
        "一方是水平值，一方是变化量（或变化方向相反），不能直接比较。", "One is a level and the other an amount of change (or they change opposite ways): they do not compare.");

    public (string Zh, string En) Units(string local, string upper) => (
        $"单位不同（本级：{local}；{Other}：{upper}），不能换算，请核对口径。", $"The units differ (local: {local}; {OtherEn}: {upper}) and do not convert: check what is measured.");

    public (string Zh, string En) NoTarget(bool local, bool upper) =>
        local && upper ? ("两份规划都没有给出目标值。", "Neither plan gives a target.")
        : local ? ("本级规划没有给出目标值。", "The local plan gives no target.")
        : ($"{Plan}没有给出目标值。", $"The {PlanEn} gives no target.");

    public (string Zh, string En) LocalFollows(string local, string upper) => (
        $"本级写明“{local}”，即执行上级的要求（{Other}：{upper}）。", $"The local plan says “{local}”: it follows what the superior sets ({OtherEn}: {upper}).");

    public (string Zh, string En) UpperHasNoNumber(string upper) => (
        $"{Plan}没有给出数值（“{upper}”），不能判断宽严，请对照实际下达的数值。", $"The {PlanEn} gives no number (“{upper}”): compare with the number that was assigned.");

    public (string Zh, string En) SameWords(string text) => ($"两份规划的目标相同：“{text}”。", $"Both plans have the same target: “{text}”.");

    public (string Zh, string En) Words(string local, string upper) => (
        $"至少一方没有可比的数值（本级：“{local}”；上级：“{upper}”）。", $"At least one gives no number to compare (local: “{local}”; upper: “{upper}”).");

    public (string Zh, string En) OtherSides(string local, string upper) => (
        $"要求的方向或区间不同（本级：{local}；{Other}：{upper}），不能判断宽严。", $"They bound other sides (local: {local}; {OtherEn}: {upper}): neither is the stricter.");

    public (string Zh, string En) AgainstBaseline(string local, string upper, string baseline) => (
        $"“保持”类目标按本级基期值 {baseline} 比较（本级：{local}；{Other}：{upper}）。", $"A target to keep the level is compared by the local base year, {baseline} (local: {local}; {OtherEn}: {upper}).");

    public (string Zh, string En) Numbers(int order, string local, string upper) => order switch
    {
        0 => ($"目标相同（本级：{local}；{Other}：{upper}）。", $"The targets are equal (local: {local}; {OtherEn}: {upper})."),
        > 0 => ($"本级目标严于{Other}（本级：{local}；{Other}：{upper}）。", $"The local target is stricter (local: {local}; {OtherEn}: {upper})."),
        _ => ($"本级目标宽于{Other}（本级：{local}；{Other}：{upper}）。", $"The local target is looser (local: {local}; {OtherEn}: {upper})."),
    };

    public (string Zh, string En) AndUnitMissing((string Zh, string En) reason) => (
        reason.Zh + "一方没有写明单位，按单位相同比较。", reason.En + " One gives no unit; they were compared as if it were the same.");

    public (string Zh, string En) AndYears((string Zh, string En) reason, int local, int upper) => (
        reason.Zh + Text($"目标年不同（本级：{local} 年；{Other}：{upper} 年）。"), reason.En + Text($" The years differ (local: {local}; {OtherEn}: {upper})."));

    /// <summary>What in the two names differs, so that a person sees at once whether they are one thing; empty where nothing does.</summary>
    public (string Zh, string En) Names(string local, string upper, IndicatorName localName, IndicatorName upperName)
    {
        var scope = localName.Scope == upperName.Scope ? ("", "")
            : ($"范围或说明不同（本级：{Or(localName.Scope, "无")}；{Other}：{Or(upperName.Scope, "无")}）。", $" Their scopes differ (local: {Or(localName.Scope, "none")}; {OtherEn}: {Or(upperName.Scope, "none")}).");
        return localName.Full == upperName.Full ? ("", "")
            : ($"名称不同（本级：{local}；{Other}：{upper}）。" + scope.Item1, $" The names differ (local: {local}; {OtherEn}: {upper})." + scope.Item2);
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
