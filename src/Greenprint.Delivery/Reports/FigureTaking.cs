using System.Globalization;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Reports;

/// <summary>A figure that a report gives becomes a value of its indicator in the change that approves the report: both, or neither.</summary>
internal sealed class FigureTaking(IEnumerable<IReportedFigures> takers)
{
    /// <returns>Why the figure cannot be taken; null when it was, or when the item asks for none.</returns>
    public Task<Finding?> Take(Change change, StoredItem stored, CancellationToken cancellation) =>
        Each(change, stored, $"{change.Actor.Name}审核通过", (taker, figure) => taker.Take(change, figure, cancellation), cancellation);

    /// <summary>A figure whose approved report is returned is none any more.</summary>
    /// <returns>Why it cannot be withdrawn; null when it was, or when the item asks for none.</returns>
    public Task<Finding?> TakeBack(Change change, StoredItem stored, CancellationToken cancellation) =>
        Each(change, stored, $"{change.Actor.Name}退回", (taker, figure) => taker.Withdraw(change, figure, cancellation), cancellation);

    private async Task<Finding?> Each(Change change, StoredItem stored, string done, Func<IReportedFigures, ReportedFigure, Task<Finding?>> act, CancellationToken cancellation)
    {
        if (FigureCalls.IndicatorOf(stored.Row.Subject) is not var (plan, indicator) || stored.Cycle is not { } cycle)
        {
            return null;
        }

        var report = await change.Db.Set<ReportRow>().AsNoTracking().Where(row => row.Item == stored.Row.Id).OrderByDescending(row => row.Number).FirstAsync(cancellation);
        var number = report.Number.ToString(CultureInfo.InvariantCulture);
        var figure = new ReportedFigure(
            plan, indicator, FigureCalls.Covered(cycle.ToPeriod()), ReportForm.Trimmed(report.Quantity)!.Value, report.ByName, ChinaTime.DayOf(report.At),
            $"{CycleWords.Title(cycle.ToPeriod()).Zh}第 {number} 次报告，{done}");
        foreach (var taker in takers)
        {
            if (await act(taker, figure) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
