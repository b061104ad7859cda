using System.Globalization;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Reports;

/// <summary>What stands in the fields of the form, as typed.</summary>
internal sealed record TypedReport(string Quantity, string Text, string Difficulties, string Next, bool IsDone)
{
    /// <summary>The longest text that is taken, in characters.</summary>
    public const int Longest = 4000;

    public static TypedReport Empty { get; } = new("", "", "", "", false);

    /// <summary>With line ends of one kind: a form and a script send different ones, and the same text must not count as another.</summary>
    public TypedReport Unified() => this with { Text = Unified(Text), Difficulties = Unified(Difficulties), Next = Unified(Next) };

    /// <summary>With the fields that are empty filled from an earlier report. That something was done then says nothing of now.</summary>
    public TypedReport On(TypedReport earlier) => new(
        Quantity.Length > 0 ? Quantity : earlier.Quantity,
        Text.Length > 0 ? Text : earlier.Text,
        Difficulties.Length > 0 ? Difficulties : earlier.Difficulties,
        Next.Length > 0 ? Next : earlier.Next,
        IsDone);

    /// <summary>True where it says what a report says, however the number was typed.</summary>
    public bool Says(ReportContent content) =>
        ReportForm.TryNumber(Quantity, out var quantity) && quantity == content.Quantity && IsDone == content.IsDone
        && (Text.Trim(), Difficulties.Trim(), Next.Trim()) == (content.Text, content.Difficulties, content.Next);

    public static TypedReport Of(DraftRow draft) => new(draft.Quantity, draft.Text, draft.Difficulties, draft.Next, draft.IsDone);

    public static TypedReport Of(ReportContent content) => new(
        content.Quantity?.ToString(CultureInfo.InvariantCulture) ?? "", content.Text, content.Difficulties, content.Next, content.IsDone);

    private static string Unified(string text) => text.ReplaceLineEndings("\n");
}

/// <summary>From what was typed to a report; what is wrong with it, each by its field.</summary>
internal static class ReportForm
{
    /// <summary>Names of the fields, as the form and the findings write them.</summary>
    public const string QuantityField = "quantity", TextField = "text", ProofField = "proof";

    /// <summary>Reads a typed report.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="item">What the item asks for.</param>
    /// <param name="proofs">Classes of the proofs that are attached.</param>
    public static (ReportContent? Content, IReadOnlyList<Finding> Findings) Read(TypedReport typed, ItemRow item, IReadOnlyCollection<EvidenceClass> proofs)
    {
        List<Finding> findings = [];
        if (!TryNumber(typed.Quantity, out var quantity))
        {
            findings.Add(DeliveryFindings.BadReport(QuantityField, ("完成数量请用阿拉伯数字，例如 12 或 3.5；没有数量的留空。", "Write the quantity in digits, for example 12 or 3.5; leave it empty where there is none.")));
        }

        // A figure may be negative, a count of what was done may not.
        var isFigure = FigureCalls.IsFigure(item.Subject);
        if (isFigure && quantity is null && findings.Count == 0)
        {
            findings.Add(DeliveryFindings.BadReport(QuantityField, ("请填写指标数值；没有数值的，请在进展情况中写明原因并与调度单位联系。", "Give the figure; where there is none, tell the bureau why.")));
        }

        if (!isFigure && quantity < 0)
        {
            findings.Add(DeliveryFindings.BadReport(QuantityField, ("完成数量不能为负数。", "The quantity is not negative.")));
        }

        if (string.IsNullOrWhiteSpace(typed.Text))
        {
            findings.Add(DeliveryFindings.BadReport(TextField, ("请填写进展情况。", "Say how it stands.")));
        }

        if (typed.Text.Length > TypedReport.Longest || typed.Difficulties.Length > TypedReport.Longest || typed.Next.Length > TypedReport.Longest)
        {
            findings.Add(DeliveryFindings.BadReport(TextField, ($"每项文字不超过 {TypedReport.Longest} 字。", $"No text is longer than {TypedReport.Longest} characters.")));
        }

        if (typed.IsDone && item.Quantity is { } asked && (quantity is null || quantity < asked))
        {
            var unit = item.QuantityUnit;
            findings.Add(DeliveryFindings.BadReport(QuantityField, (
                $"任务要求 {Trimmed(asked)} {unit}，完成数量不足，不能标为已完成。", $"The task asks for {Trimmed(asked)} {unit}; with less it is not done.")));
        }

        // Class 1 is the strongest: a stronger proof than the one asked for counts too.
        // A figure counts as soon as it is approved, whatever else is called done.
        if ((typed.IsDone || isFigure) && item.Evidence is { } weakest && !proofs.Any(proof => proof <= weakest))
        {
            findings.Add(DeliveryFindings.ProofMissing(EvidenceWords.Of(weakest), isFigure));
        }

        return findings.Count > 0 ? (null, findings) : (new ReportContent(quantity, typed.Text.Trim(), typed.Difficulties.Trim(), typed.Next.Trim(), typed.IsDone), findings);
    }

    /// <summary>Reads a typed number; empty is none. Full-width digits are read as what they mean.</summary>
    public static bool TryNumber(string? text, out decimal? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var plain = text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= 1_000_000_000_000m)
        {
            return false;
        }

        number = value;
        return true;
    }

    /// <summary>Without the zeros that the store adds.</summary>
    public static decimal? Trimmed(decimal? value) => value / 1.0000000000000000000000000000m;
}

/// <summary>Words for classes of proof.</summary>
internal static class EvidenceWords
{
    public static Bilingual Of(EvidenceClass strength) => strength switch
    {
        EvidenceClass.Measured => ("一级（经质控的仪器监测数据）", "class 1 (measured by an instrument under quality control)"),
        EvidenceClass.Official => ("二级（上级或独立机构的正式文件）", "class 2 (official document of a superior or an independent body)"),
        EvidenceClass.Record => ("三级（本单位记录及注明日期的照片、文件）", "class 3 (own record with a dated photo or file)"),
        _ => ("四级（情况说明）", "class 4 (a statement only)"),
    };
}
