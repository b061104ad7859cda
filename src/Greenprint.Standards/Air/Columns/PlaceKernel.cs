using System.Numerics;
using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>From the daily values of a place to its indices and the figures of all periods.</summary>
internal sealed class PlaceKernel<TSum>(ColumnPlan plan)
    where TSum : struct, IBinaryInteger<TSum>, IMinMaxValue<TSum>
{
    private readonly short[] subIndices = new short[ColumnLayout.DayColumns * plan.Days];
    private readonly PeriodKernel<TSum> kernel = new(plan);
    private PeriodKernel<TSum>? keptKernel;
    private readonly NotGivenReason?[] lacks = new NotGivenReason?[plan.Periods.Count * ColumnLayout.Items];

    internal AirColumnResult Assess(PlaceDays<TSum> days, IReadOnlyList<int> stations)
    {
        days.SubIndices(plan, subIndices);
        var result = new AirColumnResult(plan, stations, days);
        DayIndices(result);
        for (var item = 0; item < ColumnLayout.Items; item++)
        {
            Figures(days, item, result);
        }

        for (var period = 0; period < plan.Periods.Count; period++)
        {
            result.DayCounts[period] = Counts(result, period);
            result.Composites[period] = plan.Periods[period].Edition is { } edition
                ? CompositeKernel.Of(result.Figures(period), edition) : new(NotGivenReason.NoEdition, 0, 2);
        }

        return result;
    }

    /// <summary>Of each day the largest sub-index, with the rule about missing items, its level and what has it.</summary>
    private void DayIndices(AirColumnResult result)
    {
        foreach (var run in plan.Runs)
        {
            for (var day = run.First; run.Index is not null && day < run.First + run.Length; day++)
            {
                var (largest, known, primary) = (IndexLookup.None, 0, 0);
                for (var column = 0; column < ColumnLayout.DayColumns; column++)
                {
                    var of = subIndices[(column * plan.Days) + day];
                    if (of != IndexLookup.None)
                    {
                        known |= 1 << column;
                        primary = of > largest ? 1 << column : of == largest ? primary | (1 << column) : primary;
                        largest = Math.Max(largest, of);
                    }
                }

                var complete = (known & run.Needed) == run.Needed && (run.OzoneExempt || (known & ColumnLayout.OzoneBits) != 0);
                if (known != 0 && (complete || largest > run.Index.PublishIncompleteAbove))
                {
                    result.AqiOfDays[day] = Math.Max(largest, run.Index.Least);
                    result.LevelOfDays[day] = run.Index.Level(result.AqiOfDays[day]);
                    result.PrimaryOfDays[day] = (byte)(largest > run.Index.PrimaryAbove ? primary : 0);
                }
            }
        }
    }

    /// <summary>Whether the days suffice is asked of all measured days; the figures are formed of those that are left without exceptional ones.</summary>
    private void Figures(PlaceDays<TSum> days, int item, AirColumnResult result)
    {
        var column = ColumnLayout.JudgedColumn(item);
        kernel.Take(days.Column(column));
        var kept = Kept(days.Column(column), item);
        for (var at = 0; at < plan.Periods.Count; at++)
        {
            var period = plan.Periods[at];
            var figures = result.FiguresOfPeriods.AsSpan(at * AirColumnResult.Statistics.Count, AirColumnResult.Statistics.Count);
            var (mean, percentile) = (AirColumnResult.MeanOf(item), AirColumnResult.PercentileOf(item));
            if (period.Period.Kind == PeriodKind.Day)
            {
                var inside = period.FirstDay >= 0 && period.FirstDay < plan.Days;
                var has = inside && days.Has(column, period.FirstDay);
                var value = inside ? kept.Day(period.FirstDay) : PlaceDays<TSum>.Missing;
                NotGivenReason? none = value == PlaceDays<TSum>.Missing ? NotGivenReason.NoData : null;
                Give(figures, mean, period, item, has ? 1 : 0, none, Int128.CreateTruncating(value), days.Denominator(column));
                Give(figures, percentile, period, item, has ? 1 : 0, none, Int128.CreateTruncating(value), days.Denominator(column));
                lacks[(at * ColumnLayout.Items) + item] = has ? null : NotGivenReason.NoData;
                continue;
            }

            var (count, left) = (kernel.Count(period), kept.Count(period));
            var lack = period.Edition is { } edition ? kernel.Lack(period, edition.Assessment, count) : NotGivenReason.NoEdition;
            lacks[(at * ColumnLayout.Items) + item] = lack;
            lack ??= left == 0 ? NotGivenReason.NoData : null;
            Give(figures, mean, period, item, count, lack, lack is null && mean >= 0 ? kept.Sum(period) : 0, days.Denominator(column) * left);
            var hundred = lack is null ? kept.HundredPercentiles(period, left, period.Edition!.Assessment.PercentileOf(MeasuredItems.AirBasic[item])) : 0;
            Give(figures, percentile, period, item, count, lack, hundred, days.Denominator(column) * 100);
        }
    }

    /// <summary>The days without exceptional ones: mostly all of them.</summary>
    private PeriodKernel<TSum> Kept(ReadOnlySpan<TSum> days, int item)
    {
        var without = plan.Exceptional[item];
        if (without.Count == 0)
        {
            return kernel;
        }

        var left = days.ToArray();
        foreach (var day in without)
        {
            left[day] = PlaceDays<TSum>.Missing;
        }

        keptKernel ??= new(plan);
        keptKernel.Take(left);
        return keptKernel;
    }

    private void Give(Span<ColumnFigure> figures, int statistic, PlannedPeriod period, int item, int count, NotGivenReason? lack, Int128 numerator, Int128 denominator)
    {
        if (statistic < 0)
        {
            return;
        }

        var (of, which) = (MeasuredItems.AirBasic[item], AirColumnResult.Statistics[statistic].Statistic);
        if (period.Edition is not { } edition)
        {
            figures[statistic] = new(NotGivenReason.NoEdition, count, 0, 1, 0, of.Decimals, null);
            return;
        }

        var decimals = edition.Assessment.PublishedDecimals(of);
        if (lack is not null)
        {
            figures[statistic] = new(lack, count, 0, 1, 0, decimals, null);
            return;
        }

        var published = ExactRounding.HalfEven(numerator, denominator, decimals);
        var verdict = period.Period.Kind == PeriodKind.Year
            ? AirVerdict.Of(
                ExactRounding.ToDecimal(ExactRounding.HalfEven(numerator, denominator, edition.Assessment.JudgedDecimals(of)), edition.Assessment.JudgedDecimals(of)),
                ExactRounding.ToDecimal(published, decimals), of, which, edition, plan.Options)
            : null;
        figures[statistic] = new(null, count, numerator, denominator, published, decimals, verdict);
    }

    /// <summary>A ratio is given where every item of the index has the valid days that its own figure would need.</summary>
    private ColumnDayCounts Counts(AirColumnResult result, int at)
    {
        var period = plan.Periods[at];
        var (from, to) = (Math.Max(0, period.FirstDay), Math.Min(plan.Days, period.FirstDay + period.Period.Days));
        var (with, good) = (0, 0);
        for (var day = from; day < to; day++)
        {
            var aqi = result.AqiOfDays[day];
            with += aqi == IndexLookup.None ? 0 : 1;
            good += aqi != IndexLookup.None && GoodDays.IsGood(aqi) ? 1 : 0;
        }

        if (period.Edition is not { } edition)
        {
            return new(with, good, NotGivenReason.NoEdition, 0, 1);
        }

        NotGivenReason? lack = null;
        foreach (var item in plan.Needed(edition))
        {
            var found = lacks[(at * ColumnLayout.Items) + ColumnLayout.ItemOf(item)];
            lack = lack is null || found < lack ? found ?? lack : lack;
        }

        lack ??= with == 0 ? NotGivenReason.NoData : null;
        var decimals = edition.Assessment.RatioDecimals;
        return new(with, good, lack, lack is null ? ExactRounding.HalfEven(good * 100, with, decimals) : 0, decimals);
    }
}
