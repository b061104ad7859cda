using Greenprint.Quantities;

namespace Greenprint.Ui.Forms;

/// <summary>What a control of a form field must carry.</summary>
/// <param name="Id">Its id; the label points at it.</param>
/// <param name="DescribedBy">For <c>aria-describedby</c>: hint and error.</param>
/// <param name="IsWrong">Whether there is an error.</param>
public sealed record FieldContext(string Id, string? DescribedBy, bool IsWrong)
{
    /// <summary>For <c>aria-invalid</c>; null leaves the attribute out.</summary>
    public string? Invalid => IsWrong ? "true" : null;
}

/// <summary>An error for the summary above a form.</summary>
/// <param name="FieldId">Id of the control to jump to; null for an error of the whole form.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FormError(string? FieldId, Bilingual Message);
