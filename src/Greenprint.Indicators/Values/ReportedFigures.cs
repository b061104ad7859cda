using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>Takes figures that came as a report and were approved: they become reported values like those that are typed on the page of values.</summary>
internal sealed class ReportedFigures(Values values, IPlans plans) : IReportedFigures
{
    public Task<Finding?> Take(Change change, ReportedFigure figure, CancellationToken cancellation) => Enter(change, figure, figure?.Value, cancellation);

    public async Task<Finding?> Withdraw(Change change, ReportedFigure figure, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var standing = (await values.Revisions(figure.Plan, figure.Indicator, cancellation)).LastOrDefault(value => value.Origin == ValueOrigin.Reported && value.Period == figure.Period);
        // Only what came from this report: the same number with a document or a day of its own was entered by somebody since.
        return standing is { Document: null } && standing.Value == figure.Value && standing.On == figure.On ? await Enter(change, figure, null, cancellation) : null;
    }

    private async Task<Finding?> Enter(Change change, ReportedFigure figure, decimal? value, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var entry = new ValueEntry(figure.Plan, figure.Indicator, figure.Period, value, null, figure.By, figure.On, figure.Note);
        var views = new Dictionary<string, PlanView?>(StringComparer.Ordinal) { [figure.Plan] = await plans.Find(figure.Plan, cancellation) };
        return (await values.Enter(change, [(ValueOrigin.Reported, entry)], views, cancellation)).Outcomes[0].Finding;
    }
}
