using System.Globalization;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Reports;

/// <summary>What a reviewer should look at twice. Hints, never a refusal.</summary>
internal static class ReportHints
{
    /// <summary>Old quantity beside the new one; null where nothing is counted.</summary>
    public static Bilingual? Figure(ItemRow item, ReportRow? before, ReportRow now)
    {
        if (now.Quantity is not { } done)
        {
            return null;
        }

        var unit = item.QuantityUnit ?? "";
        var (what, said) = FigureCalls.IsFigure(item.Subject) ? ("指标数值", "Figure") : ("累计完成", "Done so far");
        var (zh, en) = before?.Quantity is { } was
            ? ($"{what}：{Text(was)} → {Text(done)} {unit}", $"{said}: {Text(was)} → {Text(done)} {unit}")
            : ($"{what}：{Text(done)} {unit}", $"{said}: {Text(done)} {unit}");
        return item.Quantity is > 0 and var asked
            ? ($"{zh}（目标 {Text(asked)}，完成 {Percent(done, asked)}）", $"{en} (target {Text(asked)}, {Percent(done, asked)})")
            : (zh, en);
    }

    public static IReadOnlyList<Bilingual> Of(ItemRow item, ReportRow? before, ReportRow now, IReadOnlyCollection<EvidenceRow> evidence)
    {
        List<Bilingual> hints = [];
        if (!FigureCalls.IsFigure(item.Subject) && before?.Quantity is { } was && now.Quantity is { } done && done < was)
        {
            hints.Add(("累计数比上期减少。", "The sum is smaller than in the last report."));
        }

        if (before?.Quantity is not null && now.Quantity is null)
        {
            hints.Add(("上期有数量，本期未填。", "The last report gave a quantity, this one none."));
        }

        if (item.Quantity is > 0 and var asked && now.Quantity > asked * 1.5m)
        {
            hints.Add(("完成数量超过目标的 1.5 倍，请核对单位。", "More than one and a half times the target: check the unit."));
        }

        if (before is not null && now.Text == before.Text)
        {
            hints.Add(("进展情况与上期逐字相同。", "The text is word for word the last one."));
        }

        if (now.IsDone && evidence.Count == 0)
        {
            hints.Add(("报告称已完成，没有佐证材料。", "Said to be done, without any proof."));
        }

        return hints;
    }

    // A share of nothing is no share (T2): asked is above zero here.
    private static string Percent(decimal done, decimal asked) => decimal.Round(100 * done / asked, 1, MidpointRounding.ToEven).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static string Text(decimal value) => ReportForm.Trimmed(value)!.Value.ToString(CultureInfo.InvariantCulture);
}
