using System.Numerics;
using System.Runtime.ExceptionServices;
using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>
/// The statutory statistics of ambient air over whole columns: what <see cref="AirAssessment"/> says of one place and period, for many stations, years and periods
/// at once, with the same results to the last digit.
/// </summary>
/// <remarks>
/// Everything is whole numbers over a known denominator until it is rounded once; nothing is allocated for a value. A list of what took no part is not
/// made: ask <see cref="AirAssessment"/> for it.
/// </remarks>
public static class AirColumns
{
    /// <summary>The most stations of one city: with more, the common denominator of its days would leave 128 bits.</summary>
    public const int MostStationsOfCity = 46;

    /// <summary>Assesses each station by itself, or each city from its stations.</summary>
    /// <typeparam name="T"><see cref="short"/> or <see cref="int"/>.</typeparam>
    /// <param name="hours">The hours of all stations.</param>
    /// <param name="periods">For which periods figures are wanted, in any order; days outside the columns count as days without a value.</param>
    /// <param name="rules">From <see cref="StandardLibrary.AirRules"/>: days are judged by the edition of the day, periods by that of their last day.</param>
    /// <param name="options">Zone, variants and exceptional days, which leave the averages of every place; null: class 2, judged from unrounded values, as measured.</param>
    /// <param name="cities">The numbers of each city's stations, all its assessment points (城市点); null: every station is a place of its own.</param>
    /// <param name="threads">How many places may be worked on at a time.</param>
    /// <returns>One result a place, in order.</returns>
    /// <exception cref="ArgumentException">A value that counts is negative or above <see cref="HourlySeries.Largest"/>; a city has no station, one twice, or too many.</exception>
    public static IReadOnlyList<AirColumnResult> Assess<T>(
        HourColumns<T> hours, IReadOnlyList<Period> periods, AirRules rules, AirOptions? options = null, IReadOnlyList<IReadOnlyList<int>>? cities = null, int threads = 1)
        where T : struct
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        foreach (var city in cities ?? [])
        {
            Check(city, hours.Stations);
        }

        var plan = new ColumnPlan(hours.First, hours.Days, periods, rules, options ?? new());
        var results = new AirColumnResult[cities?.Count ?? hours.Stations];
        if (threads == 1)
        {
            var worker = new Worker<T>(hours, plan);
            for (var place = 0; place < results.Length; place++)
            {
                results[place] = worker.Assess(cities?[place] ?? [place]);
            }

            return results;
        }

        try
        {
            Parallel.For(0, results.Length, new() { MaxDegreeOfParallelism = threads }, () => new Worker<T>(hours, plan), (place, _, worker) =>
            {
                results[place] = worker.Assess(cities?[place] ?? [place]);
                return worker;
            }, _ => { });
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return results;
    }

    private static void Check(IReadOnlyList<int> city, int stations)
    {
        if (city.Count is 0 or > MostStationsOfCity || city.Distinct().Count() != city.Count || city.Any(station => station < 0 || station >= stations))
        {
            throw new ArgumentException($"A city has 1 to {MostStationsOfCity} different stations out of 0 to {stations - 1}, not [{string.Join(", ", city)}].", nameof(city));
        }
    }

    /// <summary>The buffers of one thread.</summary>
    private sealed class Worker<T>(HourColumns<T> hours, ColumnPlan plan)
        where T : struct
    {
        /// <summary>Up to this many stations the common denominator of a city's days, 720 720 times that of a station, stays within 64 bits for the largest value that may enter.</summary>
        private const int FewStations = 16;

        private readonly StationKernel<T> station = new(hours, plan);
        private readonly long[] days = new long[ColumnLayout.DayColumns * plan.Days];
        private readonly PlaceKernel<long> small = new(plan);
        private PlaceKernel<Int128>? large;

        internal AirColumnResult Assess(IReadOnlyList<int> stations)
        {
            if (stations.Count > FewStations)
            {
                return (large ??= new(plan)).Assess(City<Int128>(stations), stations);
            }

            if (stations.Count > 1)
            {
                return small.Assess(City<long>(stations), stations);
            }

            var place = Place<long>(1);
            station.Fill(stations[0], place.Values);
            return small.Assess(place, stations);
        }

        /// <summary>Each day's value is the mean of the valid stations' where they are enough, as a whole number over a multiple of every count of stations that can be.</summary>
        private PlaceDays<TSum> City<TSum>(IReadOnlyList<int> stations)
            where TSum : struct, IBinaryInteger<TSum>, IMinMaxValue<TSum>
        {
            var sums = new long[days.Length];
            var valid = new byte[days.Length];
            foreach (var number in stations)
            {
                station.Fill(number, days);
                for (var at = 0; at < days.Length; at++)
                {
                    if (days[at] != HourlySeries.Missing)
                    {
                        sums[at] += days[at];
                        valid[at]++;
                    }
                }
            }

            var multiple = Multiple(stations.Count);
            var place = Place<TSum>(multiple);
            place.Values.AsSpan().Fill(PlaceDays<TSum>.Missing);
            foreach (var run in plan.Runs.Where(run => run.Edition is not null))
            {
                var needed = run.Edition!.Assessment.StationsNeeded(stations.Count);
                for (var column = 0; column < ColumnLayout.DayColumns; column++)
                {
                    for (var at = (column * plan.Days) + run.First; at < (column * plan.Days) + run.First + run.Length; at++)
                    {
                        if (valid[at] >= needed)
                        {
                            place.Values[at] = TSum.CreateChecked(sums[at]) * TSum.CreateChecked(multiple / valid[at]);
                        }
                    }
                }
            }

            return place;
        }

        private PlaceDays<TSum> Place<TSum>(Int128 multiple)
            where TSum : struct, IBinaryInteger<TSum>, IMinMaxValue<TSum>
        {
            var denominators = new Int128[ColumnLayout.DayColumns];
            for (var column = 0; column < denominators.Length; column++)
            {
                denominators[column] = ColumnLayout.Denominator(column) * multiple * ExactRounding.Power(hours.Decimals(Math.Min(column, ColumnLayout.Ozone)));
            }

            return new(plan.Days, denominators);
        }

        /// <summary>The least common multiple of 1 to n.</summary>
        private static Int128 Multiple(int stations)
        {
            var multiple = BigInteger.One;
            for (var count = 2; count <= stations; count++)
            {
                multiple *= count / BigInteger.GreatestCommonDivisor(multiple, count);
            }

            return (Int128)multiple;
        }
    }
}
