using System.Globalization;
using Greenprint.Planning;
using Greenprint.Quantities;
using Greenprint.Ui.Forms;

namespace Greenprint.Indicators;

/// <summary>What was typed into the form of one value, as text, so that a wrong one is shown again as it was typed.</summary>
public sealed class EntryForm
{
    /// <summary>Code of the indicator.</summary>
    public string? Indicator { get; set; }

    /// <summary><c>reported</c> or <c>issued</c>.</summary>
    public string? Origin { get; set; }

    /// <summary>Period.</summary>
    public string? Period { get; set; }

    /// <summary>Value; empty withdraws.</summary>
    public string? Value { get; set; }

    /// <summary>Document.</summary>
    public string? Document { get; set; }

    /// <summary>Date of the document.</summary>
    public string? On { get; set; }

    /// <summary>Remark, or the reason of a correction.</summary>
    public string? Note { get; set; }

    /// <summary>The entry, or what is wrong with what was typed.</summary>
    internal (ValueOrigin Origin, ValueEntry? Entry) Read(string plan, List<FormError> errors)
    {
        if (!Origins.TryParse(Origin, out var origin) || origin == ValueOrigin.Computed)
        {
            errors.Add(new("origin", ("请选择来源：填报值或上级核定值。", "Choose where it comes from: reported or issued.")));
        }

        if (!Quantities.Period.TryParse(Period?.Trim(), out var period))
        {
            errors.Add(new("period", ("时期写作 2025 或 2026-01..2026-10。", "Write the period as 2025 or 2026-01..2026-10.")));
        }

        var value = (decimal?)null;
        if (!string.IsNullOrWhiteSpace(Value))
        {
            if (decimal.TryParse(Value.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                value = number;
            }
            else
            {
                errors.Add(new("value", ("数值写作 -1.5 或 0.035，不带单位和千位分隔。", "Write the value as -1.5 or 0.035, without unit or thousands separators.")));
            }
        }

        var on = (DateOnly?)null;
        if (!string.IsNullOrWhiteSpace(On))
        {
            if (DateOnly.TryParseExact(On.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                on = day;
            }
            else
            {
                errors.Add(new("on", ("日期写作 2026-01-15。", "Write the date as 2026-01-15.")));
            }
        }

        return (origin, errors.Count > 0 ? null : new(plan, Indicator ?? "", period, value, Document, null, on, Note));
    }

    /// <summary>The control that a refusal is about.</summary>
    internal static string? FieldOf(Finding finding) => finding.Code switch
    {
        "IND-002" => "indicator",
        "IND-003" or "IND-004" => "period",
        "IND-005" => "note",
        "IND-006" => "document",
        "IND-007" or "IND-008" => "value",
        _ => null,
    };
}
