using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>A figure of an indicator that a unit reported and a reviewer approved.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Indicator">Code of the indicator in it.</param>
/// <param name="Period">The year, or January to the month, that it speaks of.</param>
/// <param name="Value">The figure in the indicator's unit. Zero is a value.</param>
/// <param name="By">Name of who reported it.</param>
/// <param name="On">Day of the report.</param>
/// <param name="Note">From which report it comes and who approved it; where it corrects an earlier figure this is the reason.</param>
public sealed record ReportedFigure(string Plan, string Indicator, Period Period, decimal Value, string By, DateOnly On, string Note);

/// <summary>A port: where an approved figure goes. The module that keeps values answers; whoever takes reports calls it inside the change that approves.</summary>
public interface IReportedFigures
{
    /// <summary>Puts the figure on the record as a reported value (填报值), or a correction of one.</summary>
    /// <returns>Why it cannot be taken; null when it was.</returns>
    Task<Finding?> Take(Change change, ReportedFigure figure, CancellationToken cancellation);

    /// <summary>Withdraws a figure whose approval was taken back, with the figure's note as the reason. What somebody corrected or withdrew since stays as it is.</summary>
    /// <returns>Why it cannot be withdrawn; null when it was, or when another value stands.</returns>
    Task<Finding?> Withdraw(Change change, ReportedFigure figure, CancellationToken cancellation);
}
