namespace Greenprint.AirStatistics;

/// <summary>The three tables in which everybody writes what came out: figures of periods, days of periods, days. Whole numbers only.</summary>
/// <remarks>
/// figures: station, period, statistic (0–3 means, 4–9 percentiles), days, lack (empty: given), published (in its last place), micro (the exact value times 10⁶, cut), judged
/// (1 meets, 0 not, empty: no verdict), multiple (in hundredths). counts: station, period, days with AQI, good days, lack, ratio in tenths of a percent, composite index in its last place. days: station,
/// day, AQI, level, primary bits, then seven exact daily values as whole numbers over their denominators; empty where there is none.
/// </remarks>
internal sealed class Tables : IDisposable
{
    internal const string FiguresHead = "station,period,statistic,days,lack,published,micro,meets,multiple";
    internal const string CountsHead = "station,period,with_index,good,lack,ratio,composite";
    internal const string DaysHead = "station,day,aqi,level,primary,pm25,pm10,so2,no2,co,o3,o3_8h";

    internal Tables(string folder)
    {
        (Figures, Counts, Days) = (Open(folder, "figures.csv", FiguresHead), Open(folder, "counts.csv", CountsHead), Open(folder, "days.csv", DaysHead));
    }

    internal StreamWriter Figures { get; }

    internal StreamWriter Counts { get; }

    internal StreamWriter Days { get; }

    public void Dispose()
    {
        Figures.Dispose();
        Counts.Dispose();
        Days.Dispose();
    }

    private static StreamWriter Open(string folder, string name, string head)
    {
        var file = new StreamWriter(Path.Combine(folder, name), append: false, System.Text.Encoding.ASCII, 1 << 20) { NewLine = "\n" };
        file.WriteLine(head);
        return file;
    }
}
