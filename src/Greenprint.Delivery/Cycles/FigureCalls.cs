using Greenprint.Planning;
using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Delivery.Cycles;

/// <summary>Items that call for the figure of an indicator (指标数据填报) and not for the progress of a task.</summary>
internal static class FigureCalls
{
    private const string Prefix = "figure/";

    /// <summary>The proof that a figure is asked for unless the bureau says otherwise: a figure by which a target is judged stands on a record, not on a word.</summary>
    public const EvidenceClass UsualProof = EvidenceClass.Record;

    /// <summary>Subject of an item about an indicator of a plan.</summary>
    public static string SubjectOf(string plan, string indicator) => $"{Prefix}{plan}/{indicator}";

    public static bool IsFigure(string subject) => subject.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Plan and code of the indicator; null when the subject is another one.</summary>
    public static (string Plan, string Indicator)? IndicatorOf(string subject) =>
        IsFigure(subject) && subject.Split('/') is [_, var plan, var indicator] ? (plan, indicator) : null;

    /// <summary>The indicators whose figure somebody can be asked for: a unit is responsible, and no decision took it out of judgement.</summary>
    public static IReadOnlyList<IndicatorView> Of(PlanView plan) => [.. plan.Indicators.Where(indicator => indicator is { Lead: not null, Decision: null })];

    /// <summary>What a figure reported in a cycle speaks of: the year so far, or the whole of it with its last month.</summary>
    public static Period Covered(Period cycle) => Period.OfYearTo(cycle.Year, cycle.Last.Month);

    public static Bilingual Title(IndicatorView indicator) => ($"报送指标数据：{indicator.Name.Zh}", $"Report the figure: {indicator.Name.En ?? indicator.Name.Zh}");

    /// <summary>What is asked for, for the page of the item.</summary>
    public static Bilingual Ask(IndicatorView indicator, Period cycle)
    {
        var covered = Figures.When(Covered(cycle));
        return indicator.Definition is { } definition
            ? ($"报送{covered.Zh}数值。{definition.Zh}", $"Report the value of {covered.En}. {definition.En ?? definition.Zh}")
            : ($"报送{covered.Zh}数值。", $"Report the value of {covered.En}.");
    }
}
