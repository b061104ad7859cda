using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Series written down in short: <c>50x360 600x5</c> is 360 days at 50 and 5 at 600, <c>-x3</c> three days without a value.</summary>
internal static class AirYears
{
    /// <summary>A day on which the edition of the case was in force.</summary>
    internal static DateOnly Day(Case of) => of.Edition.EndsWith("2026", StringComparison.Ordinal) ? new(2027, 5, 4) : new(2017, 5, 4);

    internal static AirRules Rules(Case of) => TestStandards.Library.AirRules(of.Edition);

    /// <summary>Constant days, one after the other from the first of the period.</summary>
    internal static HourlySeries Series(MeasuredItem item, Period period, string days)
    {
        var series = new HourlySeries(item, period);
        var day = period.First;
        foreach (var run in days.Split(' ').Select(run => run.Split('x')))
        {
            for (var end = day.AddDays(int.Parse(run[1], CultureInfo.InvariantCulture)); day < end; day = day.AddDays(1))
            {
                for (var hour = 0; run[0] != "-" && hour < 24; hour++)
                {
                    series.Put(day, hour, decimal.Parse(run[0], CultureInfo.InvariantCulture));
                }
            }
        }

        Assert.Equal(period.Last.AddDays(1), day);
        return series;
    }

    /// <summary>The result of one station with one item.</summary>
    internal static AirResult Result(Case of, Period period, string days, AirOptions? options = null) =>
        AirAssessment.Station(new("站", [Series(MeasuredItems.Get(of.Get("item")), period, days)]), period, Rules(of), options);

    internal static string Written(AirFigure figure) => figure.Verdict is not { } verdict ? "not given" : string.Create(CultureInfo.InvariantCulture,
        $"published={figure.Figure.Text};judged={verdict.Judged};{(verdict.Meets ? "meets" : $"exceeds {verdict.Multiple:F2}")}{(verdict.VariantDiffers ? ";variant" : "")}");
}
