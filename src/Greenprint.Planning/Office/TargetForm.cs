using System.Globalization;
using Greenprint.Ui;
using Greenprint.Ui.Forms;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.Office;

/// <summary>A target with its yearly steps as somebody types it: everything is text until it is read.</summary>
public sealed record TargetForm
{
    /// <summary>The number of versions that the editor saw.</summary>
    public int? Seen { get; init; }

    /// <summary>The number, or the lower edge.</summary>
    public string? Value { get; init; }

    /// <summary>The upper edge of a range.</summary>
    public string? Upper { get; init; }

    /// <summary>The wording.</summary>
    public string? Text { get; init; }

    /// <summary>The base year, where a baseline is given.</summary>
    public string? BaseYear { get; init; }

    /// <summary>Its figure.</summary>
    public string? BaseValue { get; init; }

    /// <summary>Yearly steps by year.</summary>
    public IReadOnlyDictionary<int, string?> Steps { get; init; } = new Dictionary<int, string?>();

    /// <summary>What a browser sent.</summary>
    internal static TargetForm Of(IFormCollection form) => new()
    {
        Seen = int.TryParse(form["Seen"], CultureInfo.InvariantCulture, out var seen) ? seen : null,
        Value = form["Value"],
        Upper = form["Upper"],
        Text = form["Text"],
        BaseYear = form["BaseYear"],
        BaseValue = form["BaseValue"],
        Steps = form.Select(field => (Year: YearOf(field.Key), field.Value)).Where(step => step.Year is not null)
            .GroupBy(step => step.Year!.Value).ToDictionary(year => year.Key, year => (string?)year.First().Value),
    };

    // The year of a field named "Steps[2026]"; anything else is no step.
    private static int? YearOf(string field) =>
        field.StartsWith("Steps[", StringComparison.Ordinal) && field.EndsWith(']') && int.TryParse(field.AsSpan(6, Math.Max(0, field.Length - 7)), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>A target as it stands; the wording is left to follow from the number.</summary>
    internal static TargetForm Of(PlannedTarget planned, int seen) => new()
    {
        Seen = seen,
        Value = planned.Target.Value is { } value ? Figures.Exact(value) : null,
        Upper = planned.Target.Upper is { } upper ? Figures.Exact(upper) : null,
        BaseYear = planned.Baseline?.Year.ToString(CultureInfo.InvariantCulture),
        BaseValue = planned.Baseline?.Value is { } figure ? Figures.Exact(figure) : null,
        Steps = planned.Steps.ToDictionary(step => step.Year, step => (string?)Figures.Exact(step.Value)),
    };

    /// <summary>The plan's years before the target's own, which take a step.</summary>
    internal static IReadOnlyList<int> StepYears(PlanSummary plan, Target target) => target.Kind is TargetKind.Range or TargetKind.Direction ? []
        : [.. Enumerable.Range(plan.Start, Math.Max(0, target.Year - plan.Start))];

    /// <summary>What was typed, as the target in force with other numbers; where a field cannot be read, why.</summary>
    internal (PlannedTarget? Target, IReadOnlyList<FormError> Errors) Read(PlannedTarget now)
    {
        List<FormError> errors = [];
        if (!RevisionForm.TryNumber(Value, out var value))
        {
            errors.Add(new("value", ("数值请用阿拉伯数字，例如 28 或 0.035。", "Write the number in digits, for example 28 or 0.035.")));
        }

        if (!RevisionForm.TryNumber(Upper, out var upper))
        {
            errors.Add(new("upper", ("上限请用阿拉伯数字，例如 28 或 0.035。", "Write the upper edge in digits, for example 28 or 0.035.")));
        }

        var baseline = BaselineOf(errors);
        if (RevisionForm.Steps(Steps) is not { } steps)
        {
            errors.Add(new("steps", ("年度分解请用阿拉伯数字，例如 28 或 0.035。", "Write the yearly steps in digits, for example 28 or 0.035.")));
            return (null, errors);
        }

        // Steps outside the years of the form stay as they are.
        steps = [.. steps.Concat(now.Steps.Where(step => !Steps.ContainsKey(step.Year))).OrderBy(step => step.Year)];
        return errors.Count > 0 ? (null, errors) : (new(RevisionForm.TargetOf(now.Target, value, upper, Text, now.Target.Document), steps) { Baseline = baseline }, []);
    }

    // Year and figure go together; both empty give none.
    private Baseline? BaselineOf(List<FormError> errors)
    {
        if (string.IsNullOrWhiteSpace(BaseYear) && string.IsNullOrWhiteSpace(BaseValue))
        {
            return null;
        }

        if (RevisionForm.TryNumber(BaseYear, out var year) && year is { } whole && whole == Math.Floor(whole) && whole is >= 1 and <= 9999 && RevisionForm.TryNumber(BaseValue, out var value) && value is { } figure)
        {
            var text = Figures.Exact(figure);
            return new((int)whole, figure, new(text, text));
        }

        errors.Add(new("base-value", ("基准年和基准值请一并用阿拉伯数字填写。", "Give the base year and its figure together, in digits.")));
        return null;
    }
}
