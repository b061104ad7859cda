using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>The composite index (综合指数) of a period as the plain sum of six single indices, exact to its last place, without fractions of large numbers.</summary>
/// <remarks>
/// Each single index is cut to 2⁻⁴⁰ of the last place. Six cuts leave less than six of those: unless the sum lies that near to a half, its rounding is certain; where it does,
/// and where a number leaves 128 bits, <see cref="CompositeIndex"/> decides by fractions.
/// </remarks>
internal static class CompositeKernel
{
    private const int Bits = 40;

    internal static ColumnComposite Of(ReadOnlySpan<ColumnFigure> figures, AirEdition edition)
    {
        var decimals = edition.Assessment.Composite(CompositeVariant.Sum).Decimals;
        NotGivenReason? lack = null;
        Int128? sum = 0;
        for (var item = 0; item < ColumnLayout.Items; item++)
        {
            var of = MeasuredItems.AirBasic[item];
            var mean = of != MeasuredItems.Co && of != MeasuredItems.O3;
            var figure = figures[mean ? AirColumnResult.MeanOf(item) : AirColumnResult.PercentileOf(item)];
            lack = figure.NotGiven is { } reason && (lack is null || reason < lack) ? reason : lack;
            sum = figure.IsGiven && sum is { } known ? known + Single(figure, AirVerdict.LimitOf(edition, of, mean ? AirStatistic.Mean : AirStatistic.Percentile)!.Class2, decimals) : null;
        }

        if (lack is not null || sum is not { } cut)
        {
            return lack is not null ? new(lack, 0, decimals) : Exactly(figures, edition, decimals);
        }

        var (whole, rest, half) = (cut >> Bits, cut & (((Int128)1 << Bits) - 1), (Int128)1 << (Bits - 1));
        return rest <= half - ColumnLayout.Items ? new(null, (long)whole, decimals)
            : rest > half ? new(null, (long)whole + 1, decimals)
            : Exactly(figures, edition, decimals);
    }

    /// <summary>Value over limit, in units of 2⁻⁴⁰ of the last place, cut; null where it would leave 128 bits.</summary>
    private static Int128? Single(ColumnFigure figure, decimal limit, int decimals)
    {
        // The places of the limit go over to the numerator, so that both stay whole.
        var scale = limit.Scale;
        var units = (Int128)(limit * ExactRounding.Power(scale));
        var factor = ((Int128)1 << Bits) * ExactRounding.Power(decimals) * ExactRounding.Power(scale);
        return figure.Numerator <= Int128.MaxValue / factor && figure.Denominator <= Int128.MaxValue / units ? figure.Numerator * factor / (figure.Denominator * units) : null;
    }

    private static ColumnComposite Exactly(ReadOnlySpan<ColumnFigure> figures, AirEdition edition, int decimals)
    {
        var values = figures.ToArray();
        var index = CompositeIndex.Of(edition, (item, statistic) => AirColumnResult.Given(values[AirColumnResult.At(item, statistic)], item), null).Figure;
        return new(null, (long)(index.Published!.Value * ExactRounding.Power(decimals)), decimals);
    }
}
