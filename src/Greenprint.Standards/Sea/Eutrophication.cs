using Greenprint.Quantities;
using Greenprint.Standards.Classes;

namespace Greenprint.Standards.Sea;

/// <summary>The eutrophication index of a sample of sea water.</summary>
/// <param name="Index">E, without unit.</param>
/// <param name="Level">Its degree; null where the index cannot be given.</param>
public sealed record EutrophicationResult(Figure Index, EutrophicationLevel? Level);

/// <summary>Eutrophication of sea water (富营养化指数): E = COD · DIN · DIP · 10⁶ / 4500, all in mg/L. UNVERIFIED (88 %).</summary>
public static class Eutrophication
{
    /// <summary>The index of one sample.</summary>
    /// <param name="rules">From <see cref="StandardLibrary.Coastal"/>.</param>
    /// <param name="cod">Chemical oxygen demand by alkaline permanganate, mg/L.</param>
    /// <param name="din">Inorganic nitrogen, mg/L as N.</param>
    /// <param name="dip">Reactive phosphate, mg/L as P.</param>
    /// <param name="below">How a value below detection enters the product.</param>
    public static EutrophicationResult Of(CoastalRules rules, MeasuredValue cod, MeasuredValue din, MeasuredValue dip, BelowDetectionInSums below = BelowDetectionInSums.Half)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var product = Fraction.Of(1_000_000m) / Fraction.Of(rules.IndexDivisor);
        foreach (var value in (ReadOnlySpan<MeasuredValue>)[cod, din, dip])
        {
            if (value.IsMissing || value.Value < 0)
            {
                return new(Figure.Without(
                    new(NotGivenReason.MissingItem, rules.IndexRule, ("富营养化指数需要化学需氧量、无机氮和活性磷酸盐三项有效值。", "The index needs valid values of COD, inorganic nitrogen and phosphate."), []),
                    rules.IndexDecimals, ""), null);
            }

            product *= Fraction.Of(Entering(value, below));
        }

        return new(Figure.Of(product, rules.IndexDecimals, ""), rules.LevelOf(product));
    }

    private static decimal Entering(in MeasuredValue value, BelowDetectionInSums below) => value.Value ?? (value.DetectionLimit ?? 0m) * below switch
    {
        BelowDetectionInSums.Half => 0.5m,
        BelowDetectionInSums.Full => 1m,
        _ => 0m,
    };
}
