using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

internal sealed class Computations(
    GreenprintDb db, RunStore store, InputLoader loader, Verifier verifier, ComparedSpans spans, StandardLibrary library, IPlans plans, IChinaClock clock) : IComputations
{
    public async Task<Provenance?> Find(string run, CancellationToken cancellation) =>
        (await db.Set<RunRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == run, cancellation))?.ToProvenance();

    public async Task<IReadOnlyList<RunSummary>> Runs(string plan, string? indicator, CancellationToken cancellation)
    {
        var rows = await db.Set<RunRow>().AsNoTracking()
            .Where(row => row.Plan == plan && (indicator == null || row.Indicator == indicator))
            .OrderByDescending(row => row.ComputedAt).ThenBy(row => row.Indicator).ThenByDescending(row => row.Period).ThenByDescending(row => row.Sequence)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new RunSummary(
            row.Id, row.Plan, row.Indicator, Period.Parse(row.Period), row.Edition, row.Sequence, row.Method, row.ToProvenance().Published, row.InputDigest, row.ComputedAt))];
    }

    public async Task<int?> ComputeAll(Actor actor, string plan, IReadOnlyList<Period> periods, string? reason, CancellationToken cancellation)
    {
        if (await plans.Find(plan, cancellation) is not { } view)
        {
            return null;
        }

        return await Follow(new(actor, view, periods, Reason: reason), cancellation);
    }

    /// <summary>Computes the order, and the spans that people's values of these years cover.</summary>
    /// <returns>How many runs were new.</returns>
    internal async Task<int> Follow(ComputeOrder order, CancellationToken cancellation)
    {
        var fresh = (await Compute(order, cancellation)).Count(figure => figure.IsNew);
        foreach (var (period, indicators) in await spans.Of(order.Plan, order.Periods.Select(period => period.Year).ToHashSet(), order.Indicators, cancellation))
        {
            fresh += (await Compute(order with { Periods = [period], Indicators = indicators }, cancellation)).Count(figure => figure.IsNew);
        }

        return fresh;
    }

    public async Task<IReadOnlyList<ComputedFigure>> Compute(ComputeOrder order, CancellationToken cancellation)
    {
        _ = library.AirRules(order.Edition);   // an edition that is not there is refused before anything is read
        var figures = new List<ComputedFigure>();
        var bound = order.Plan.Indicators
            .Where(indicator => indicator.Method is not null && (order.Indicators is null || order.Indicators.Contains(indicator.Code))).ToList();

        // Period by period, so that no more than the rows of one period are ever held.
        foreach (var asked in order.Periods.Distinct())
        {
            if (ReachedPeriod.On(asked, clock.Today) is not { } period)
            {
                figures.AddRange(bound.Select(indicator => new ComputedFigure(indicator.Code, asked, null, false, IndicatorsFindings.NotBegun(asked))));
                continue;
            }

            var fresh = new List<FreshRun>();
            foreach (var indicator in bound)
            {
                var (run, finding) = await Fresh(order, indicator, period, cancellation);
                if (run is not null)
                {
                    fresh.Add(run);
                }
                else
                {
                    figures.Add(new(indicator.Code, period, null, false, finding));
                }
            }

            figures.AddRange(await store.Keep(order, fresh, cancellation));
        }

        return figures;
    }

    public Task<Verification?> Verify(string run, CancellationToken cancellation) => verifier.Verify(run, cancellation);

    private async Task<(FreshRun? Run, Finding? Finding)> Fresh(ComputeOrder order, IndicatorView indicator, Period period, CancellationToken cancellation)
    {
        var binding = indicator.Method!;
        if (MethodCatalogue.Find(binding.Method) is not { } method)
        {
            return (null, IndicatorsFindings.UnknownMethod(binding.Method, string.Join(", ", MethodCatalogue.All.Select(known => known.Id))));
        }

        if (!method.Serves(period.Kind))
        {
            return (null, IndicatorsFindings.PeriodNotServed(method.Id, period));
        }

        var (loaded, finding) = await loader.Load(method, binding, period, cancellation);
        if (loaded is null)
        {
            return (null, finding);
        }

        var question = new MethodQuestion(period, order.Edition, order.Plan.Summary.Region, indicator.Decimals, library);
        return (new(indicator, period, order.Edition, method, loaded, question, method.Compute(loaded.Inputs, question)), null);
    }
}
