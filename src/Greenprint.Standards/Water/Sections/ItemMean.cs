using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>An item's mean on the way from samples to months, years, sections and rivers: exact, or below detection throughout.</summary>
/// <remarks>
/// A mean of means is taken from the fractions, never from their shown decimals: a third cut at twenty places and averaged again could pass a limit that the exact mean
/// keeps to.
/// </remarks>
internal readonly record struct ItemMean(Fraction? Number, MeasuredValue Below)
{
    /// <summary>For a reader and for the comparison with limits, which have fewer places than the decimal.</summary>
    internal MeasuredValue Shown => Number is { } number ? MeasuredValue.Of(number.ToDecimal()) : Below;

    internal static ItemMean Of(MeasuredValue value) => new(value.Value is { } number ? Fraction.Of(number) : null, value);

    /// <summary>The mean of at least one value, none of them missing.</summary>
    internal static ItemMean Of(MeasuredItem item, IReadOnlyCollection<ItemMean> values, WaterOptions options)
    {
        if (values.All(value => value.Number is null))
        {
            return values.MaxBy(value => value.Below.DetectionLimit ?? 0m);   // nothing was ever detected: the mean is not detected either
        }

        // A value not detected without a stated limit can only enter as zero.
        var numbers = values.Select(value => value.Number ?? Undetected(value.Below, options)).ToList();
        return new(item.Code == "ph" && options.PhMean == PhMean.HydrogenIon ? Acidity.Mean(numbers) : Plain(numbers), default);
    }

    /// <summary>What a value below detection counts as in a sum or a mean.</summary>
    internal static Fraction Undetected(MeasuredValue below, WaterOptions options) => Fraction.Of(below.DetectionLimit ?? 0m) * Share(options.BelowDetection);

    private static Fraction Plain(List<Fraction> numbers)
    {
        var sum = Fraction.Zero;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum / Fraction.Of(numbers.Count, 1);
    }

    private static Fraction Share(BelowDetectionInMeans below) => below switch
    {
        BelowDetectionInMeans.Half => Fraction.Of(1, 2),
        BelowDetectionInMeans.Full => Fraction.Of(1, 1),
        _ => Fraction.Zero,
    };
}
