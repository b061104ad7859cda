namespace Greenprint.Server.SampleCounty;

/// <summary>
/// Smooth noise whose value at any hour follows from seed and hour alone: a longer series begins with the shorter one.
/// Only + − × ÷ on doubles, so every machine gives the same digits.
/// </summary>
internal static class Noise
{
    /// <summary>Between 0 and 1; changes over about <paramref name="scale"/> steps.</summary>
    internal static double Smooth(ulong seed, long at, int scale)
    {
        var (knot, rest) = Math.DivRem(at, scale);
        var f = (double)rest / scale;
        var weight = f * f * (3 - (2 * f));
        var left = Uniform(seed, knot);
        return left + ((Uniform(seed, knot + 1) - left) * weight);
    }

    /// <summary>Between 0 and 1, another one for every step.</summary>
    internal static double Uniform(ulong seed, long at)
    {
        unchecked
        {
            var z = seed + ((ulong)at * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return (z >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>A seed from a name, the same in every process.</summary>
    internal static ulong Seed(string name)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var letter in name)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            return hash;
        }
    }
}
