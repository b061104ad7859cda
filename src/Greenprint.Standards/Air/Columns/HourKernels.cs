using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Greenprint.Standards.Air.Columns;

/// <summary>Hours to days over columns: eight hours, or eight days, at a time. They say what <see cref="DayKernels"/> say.</summary>
internal static class HourKernels
{
    private const int Lanes = 8;

    /// <summary>Sums and counts of the hours of each day.</summary>
    /// <returns>The largest value that counted, as an unsigned number: a negative one is larger than any that may enter.</returns>
    internal static uint Sums<T>(ReadOnlySpan<T> hours, ReadOnlySpan<byte> flags, Span<int> sums, Span<byte> counts)
        where T : struct
    {
        Check(hours, flags, sums.Length, counts.Length);
        ref var value = ref MemoryMarshal.GetReference(hours);
        ref var flag = ref MemoryMarshal.GetReference(flags);
        var largest = Vector256<uint>.Zero;
        for (var day = 0; day < sums.Length; day++)
        {
            var valid = Load(ref value, ref flag, day, !flags.IsEmpty, out var first, out var second, out var third);
            largest = Vector256.Max(largest, Vector256.Max(first.AsUInt32(), Vector256.Max(second.AsUInt32(), third.AsUInt32())));
            sums[day] = Vector256.Sum(first + second + third);
            counts[day] = (byte)BitOperations.PopCount(valid);
        }

        return Largest(largest);
    }

    /// <summary>
    /// The largest 8 h mean of each day times <see cref="DayKernels.WindowDenominator"/>, its valid windows, and its largest hour; <see cref="HourlySeries.Missing"/>
    /// where there is none.
    /// </summary>
    /// <returns>The largest value that counted, as an unsigned number.</returns>
    internal static uint Ozone<T>(ReadOnlySpan<T> hours, ReadOnlySpan<byte> flags, AssessmentRules rules, Span<long> maxima, Span<byte> windows, Span<long> hourly)
        where T : struct
    {
        Check(hours, flags, maxima.Length, Math.Min(windows.Length, hourly.Length));
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.WindowHours, 6);
        ref var value = ref MemoryMarshal.GetReference(hours);
        ref var flag = ref MemoryMarshal.GetReference(flags);
        Span<int> rows = stackalloc int[Lanes * 24];
        Span<int> valid = stackalloc int[Lanes];
        Span<int> found = stackalloc int[Lanes * 5];
        var largest = Vector256<uint>.Zero;
        for (var start = 0; start < maxima.Length; start += Lanes)
        {
            var days = Math.Min(Lanes, maxima.Length - start);
            valid.Clear();
            rows.Clear();
            for (var lane = 0; lane < days; lane++)
            {
                valid[lane] = (int)Load(ref value, ref flag, start + lane, !flags.IsEmpty, out var first, out var second, out var third);
                largest = Vector256.Max(largest, Vector256.Max(first.AsUInt32(), Vector256.Max(second.AsUInt32(), third.AsUInt32())));
                var row = rows.Slice(lane * 24, 24);
                first.CopyTo(row);
                second.CopyTo(row[8..]);
                third.CopyTo(row[16..]);
            }

            EightDays(rows, Vector256.Create<int>(valid), rules, found);
            for (var lane = 0; lane < days; lane++)
            {
                var eight = Math.Max(Math.Max(Mean(found[lane], 8), Mean(found[Lanes + lane], 7)), Mean(found[(2 * Lanes) + lane], 6));
                maxima[start + lane] = eight;
                windows[start + lane] = (byte)found[(3 * Lanes) + lane];
                hourly[start + lane] = valid[lane] == 0 ? HourlySeries.Missing : found[(4 * Lanes) + lane];
            }
        }

        return Largest(largest);
    }

    /// <summary>A lane a day, an hour a step: the window's sum and count move on, and of each count (8, 7, 6) the largest sum is kept.</summary>
    private static void EightDays(ReadOnlySpan<int> rows, Vector256<int> valid, AssessmentRules rules, Span<int> found)
    {
        Span<int> columns = stackalloc int[24 * Lanes];
        var (sum, count, windows, hour) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var none = Vector256.Create(-1);
        var (of8, of7, of6) = (none, none, none);
        var (seven, six) = (rules.WindowHours <= 7, rules.WindowHours <= 6);
        for (var at = 0; at < 24; at++)
        {
            var values = Vector256.Create(rows[at], rows[24 + at], rows[48 + at], rows[72 + at], rows[96 + at], rows[120 + at], rows[144 + at], rows[168 + at]);
            values.CopyTo(columns[(at * Lanes)..]);
            hour = Vector256.Max(hour, values);
            sum += values;
            count += (valid >>> at) & Vector256<int>.One;
            if (at >= 8)
            {
                sum -= Vector256.Create<int>(columns.Slice((at - 8) * Lanes, Lanes));
                count -= (valid >>> (at - 8)) & Vector256<int>.One;
            }

            if (at + 1 >= rules.FirstWindowEnd && at + 1 <= rules.LastWindowEnd)
            {
                var is8 = Vector256.Equals(count, Vector256.Create(8));
                of8 = Vector256.Max(of8, Vector256.ConditionalSelect(is8, sum, none));
                windows -= is8;
                if (seven)
                {
                    var is7 = Vector256.Equals(count, Vector256.Create(7));
                    of7 = Vector256.Max(of7, Vector256.ConditionalSelect(is7, sum, none));
                    windows -= is7;
                }

                if (six)
                {
                    var is6 = Vector256.Equals(count, Vector256.Create(6));
                    of6 = Vector256.Max(of6, Vector256.ConditionalSelect(is6, sum, none));
                    windows -= is6;
                }
            }
        }

        of8.CopyTo(found);
        of7.CopyTo(found[Lanes..]);
        of6.CopyTo(found[(2 * Lanes)..]);
        windows.CopyTo(found[(3 * Lanes)..]);
        hour.CopyTo(found[(4 * Lanes)..]);
    }

    private static long Mean(int sum, int count) => sum < 0 ? HourlySeries.Missing : sum * (DayKernels.WindowDenominator / count);

    /// <summary>The 24 hours of a day, zero where an hour takes no part.</summary>
    /// <returns>A bit for each hour that takes part.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Load<T>(ref T hours, ref byte flags, int day, bool flagged, out Vector256<int> first, out Vector256<int> second, out Vector256<int> third)
        where T : struct
    {
        var at = (nuint)(uint)day * 24;
        Vector256<int> missing;
        if (typeof(T) == typeof(short))
        {
            ref var source = ref Unsafe.As<T, short>(ref hours);
            (first, second, third) = (Widen(ref source, at), Widen(ref source, at + 8), Widen(ref source, at + 16));
            missing = Vector256.Create((int)short.MinValue);
        }
        else
        {
            ref var source = ref Unsafe.As<T, int>(ref hours);
            (first, second, third) = (Vector256.LoadUnsafe(ref source, at), Vector256.LoadUnsafe(ref source, at + 8), Vector256.LoadUnsafe(ref source, at + 16));
            missing = Vector256.Create(int.MinValue);
        }

        var (no1, no2, no3) = (Vector256.Equals(first, missing), Vector256.Equals(second, missing), Vector256.Equals(third, missing));
        if (flagged)
        {
            var (f1, f2, f3) = (Eight(ref flags, at), Eight(ref flags, at + 8), Eight(ref flags, at + 16));
            if ((f1 | f2 | f3) != 0)
            {
                (no1, no2, no3) = (no1 | Flagged(f1), no2 | Flagged(f2), no3 | Flagged(f3));
            }
        }

        (first, second, third) = (Vector256.AndNot(first, no1), Vector256.AndNot(second, no2), Vector256.AndNot(third, no3));
        var left = no1.ExtractMostSignificantBits() | (no2.ExtractMostSignificantBits() << 8) | (no3.ExtractMostSignificantBits() << 16);
        return left ^ 0xFF_FFFF;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Widen(ref short source, nuint at)
    {
        var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, at));
        return Vector256.Create(low, high);
    }

    private static ulong Eight(ref byte flags, nuint at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref flags, at));

    private static Vector256<int> Flagged(ulong flags)
    {
        var (low, high) = Vector128.Widen(Vector128.WidenLower(Vector128.CreateScalar(flags).AsByte()));
        return ~Vector256.Equals(Vector256.Create(low, high).AsInt32(), Vector256<int>.Zero);
    }

    private static uint Largest(Vector256<uint> values)
    {
        var largest = 0u;
        for (var lane = 0; lane < Lanes; lane++)
        {
            largest = Math.Max(largest, values[lane]);
        }

        return largest;
    }

    /// <summary>What the loads lean on: they do not look at lengths again.</summary>
    private static void Check<T>(ReadOnlySpan<T> hours, ReadOnlySpan<byte> flags, int days, int counts)
    {
        if (hours.Length < days * 24 || (!flags.IsEmpty && flags.Length < days * 24) || counts < days)
        {
            throw new ArgumentException($"{days} days need {days * 24} hours and as many flags, if any.", nameof(hours));
        }
    }
}
