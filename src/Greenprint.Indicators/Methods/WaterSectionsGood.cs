using System.Globalization;
using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Indicators;

/// <summary><c>water-sections-i-iii</c>: share of sections at class I to III (水质优良断面比例).</summary>
/// <remarks>
/// A month is judged by the means of its samples. A longer period is judged by the mean of its monthly means, each month weighing the same; a section needs two
/// thirds of the months: 8 of 12 as 环办〔2011〕22号 allows in a frozen year, 2 of 3 in a quarter.
/// </remarks>
internal sealed class WaterSectionsGood : IComputationMethod
{
    public string Id => "water-sections-i-iii";

    public int Version => 1;

    public Bilingual Name => ("地表水水质优良（Ⅰ～Ⅲ类）断面比例", "Share of surface-water sections at class I to III");

    public Bilingual Clause => ("GB 3838-2002 表 1、环办〔2011〕22号：单因子评价法", "GB 3838-2002 table 1, 环办〔2011〕22号: single-factor evaluation");

    public string Unit => "%";

    public StationKind Kind => StationKind.SurfaceWater;

    public IReadOnlyList<string> Items { get; } = [.. MeasuredItems.SurfaceWaterBasic.Select(item => item.Code)];

    public bool Serves(PeriodKind period) => period != PeriodKind.Day;

    public MethodResult Compute(MethodInputs inputs, MethodQuestion question)
    {
        var table = question.Library.SurfaceWater;
        var rows = inputs.Series.ToLookup(series => series.Station);
        var unfinished = new List<Exclusion>();
        var sections = inputs.Stations.Select(station => Samples(table, station, [.. rows[station.Code]], question.Period, unfinished)).ToList();
        var result = WaterSections.Region(table, sections, question.Period);
        var figure = result.GoodShare;
        var names = inputs.Stations.ToDictionary(station => station.Code, station => station.Name);
        return MethodResult.Of(
            figure, question.Decimals,
            [new(table.Edition.Id, table.Edition.Title, ("按单因子评价法定类，全值比较", "classed by the worst item, full values compared"))],
            [.. unfinished, .. LeftOut(inputs, names), .. result.Excluded.Select(exclusion => MethodResult.Named(exclusion, names))],
            [.. Steps(inputs, result, names)], []);
    }

    private static SectionSamples Samples(SurfaceWaterTable table, InputStation station, SeriesRows[] rows, Period period, List<Exclusion> tooShort)
    {
        var body = station.Water == Monitoring.WaterBody.Lake ? Standards.Water.WaterBody.Lake : Standards.Water.WaterBody.River;
        var months = period.Months.ToDictionary(month => month, _ => new SortedDictionary<long, Dictionary<MeasuredItem, MeasuredValue>>());
        foreach (var series in rows)
        {
            var item = MeasuredItems.Get(series.Item);
            for (var at = 0; at < series.Count; at++)
            {
                if (!series.FlagsAt(at).IsExcluded())
                {
                    var day = ChinaTime.DayOf(series.StartAt(at));
                    var samples = months[new(day.Year, day.Month, 1)];
                    var sample = samples.TryGetValue(series.Minutes[at], out var known) ? known : samples[series.Minutes[at]] = [];
                    sample[item] = series.FlagsAt(at).HasFlag(ReadingFlags.BelowDetection) ? Below(series.ValueAt(at)) : MeasuredValue.Of(series.ValueAt(at));
                }
            }
        }

        if (period.Kind == PeriodKind.Month)
        {
            return new(station.Code, body, [.. months.Values.Single().Values]);
        }

        var means = months.Where(month => month.Value.Count > 0)
            .Select(month => WaterSections.Section(table, new(station.Code, body, [.. month.Value.Values])))
            .Where(month => month.Judgement is not null)
            .Select(month => month.Means).ToList();
        var needed = ((months.Count * 2) + 2) / 3;
        if (means.Count > 0 && means.Count < needed)
        {
            tooShort.Add(new(station.Name, null, means.Count, (
                $"仅 {means.Count} 个月有数据，少于 {needed} 个月，不参加评价", $"Only {means.Count} months with data, fewer than {needed}: not judged"), []));
            means = [];
        }

        return new(station.Code, body, means);
    }

    private static MeasuredValue Below(decimal limit) => limit > 0 ? MeasuredValue.Below(limit) : MeasuredValue.NotDetected;

    private static IEnumerable<Exclusion> LeftOut(MethodInputs inputs, Dictionary<string, Bilingual> names) =>
        from series in inputs.Series
        let count = Enumerable.Range(0, series.Count).Count(at => series.FlagsAt(at).IsExcluded())
        where count > 0
        select new Exclusion(names[series.Station], series.Item, count, ("来源标注为无效、维护或校准的数据", "Marked invalid, maintenance or calibration by the source"), []);

    private static IEnumerable<ComputationStep> Steps(MethodInputs inputs, SectionsResult result, Dictionary<string, Bilingual> names)
    {
        yield return new(("Ⅰ～Ⅲ类断面", "Sections at class I to III"), result.GoodSections.ToString(CultureInfo.InvariantCulture));
        yield return new(("参评断面", "Sections judged"), string.Create(CultureInfo.InvariantCulture, $"{result.Counted} / {inputs.Stations.Count}"));
        var unsaid = inputs.Stations.Count(station => station.Water is null);
        if (unsaid > 0)
        {
            yield return new(("未注明河流或湖库、按河流评价的断面", "Sections judged as rivers because nobody has said river or lake"), unsaid.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var section in result.Sections.Where(section => section.Judgement is { Class: > WaterClass.III }).Take(200))
        {
            yield return new(names[section.Section], Roman(section.Judgement!.Class) + " " + string.Join(' ', section.Judgement.Limiting.Select(item => item.Symbol)));
        }
    }

    private static string Roman(WaterClass of) => of switch
    {
        WaterClass.I => "Ⅰ",
        WaterClass.II => "Ⅱ",
        WaterClass.III => "Ⅲ",
        WaterClass.IV => "Ⅳ",
        WaterClass.V => "Ⅴ",
        _ => "劣Ⅴ",
    };
}
