using Greenprint.Quantities;

namespace Greenprint.Standards.Classes;

/// <summary>Adds the parts of an item that is limited as a sum.</summary>
internal static class Sums
{
    /// <summary>The sum; missing when a part is missing, or negative, which would make the rest look better.</summary>
    internal static MeasuredValue Of(ReadOnlySpan<MeasuredValue> parts, BelowDetectionInSums below)
    {
        var (sum, limits, found, known) = (0m, 0m, false, true);
        foreach (var part in parts)
        {
            if (part.IsMissing || part.Value < 0)
            {
                return MeasuredValue.Missing;
            }

            if (part.Value is { } number)
            {
                (sum, found) = (sum + number, true);
            }
            else
            {
                limits += part.DetectionLimit ?? 0m;   // without a stated limit it can only enter as zero
                known &= part.DetectionLimit is not null;
            }
        }

        return !found ? (known ? MeasuredValue.Below(limits) : MeasuredValue.NotDetected) : MeasuredValue.Of(sum + (below switch
        {
            BelowDetectionInSums.Half => limits * 0.5m,
            BelowDetectionInSums.Full => limits,
            _ => 0m,
        }));
    }
}
