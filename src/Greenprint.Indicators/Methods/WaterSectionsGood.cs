using System.Globalization;
using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Indicators;

/// <summary><c>water-sections-i-iii</c>: share of sections at class I to III (水质优良断面比例).</summary>
/// <remarks>The rules of months, means and classes are the Standards library's (环办〔2011〕22号); this binds rows to them.</remarks>
internal sealed class WaterSectionsGood : IComputationMethod
{
    public string Id => "water-sections-i-iii";

    public int Version => 2;   // 2: pH is averaged by its hydrogen ions

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
        var sections = inputs.Stations.Select(station => new SectionSamples(station.Code, station.Water ?? WaterBody.River, Samples(rows[station.Code]))).ToList();
        var result = WaterRegion.Of(table, sections, question.Period);
        var figure = result.GoodShare;
        var names = inputs.Stations.ToDictionary(station => station.Code, station => station.Name);
        return MethodResult.Of(
            figure, question.Decimals,
            [new(table.Edition.Id, table.Edition.Title, ("按单因子评价法定类，全值比较", "classed by the worst item, full values compared"))],
            [.. LeftOut(inputs, names), .. result.Excluded.Select(exclusion => MethodResult.Named(exclusion, names))],
            [.. Steps(inputs, result, names, question.Period)], []);
    }

    /// <summary>The readings of one moment are a sample.</summary>
    private static List<WaterSample> Samples(IEnumerable<SeriesRows> rows)
    {
        var moments = new SortedDictionary<long, (DateOnly Day, Dictionary<MeasuredItem, MeasuredValue> Values)>();
        foreach (var series in rows)
        {
            var item = MeasuredItems.Get(series.Item);
            for (var at = 0; at < series.Count; at++)
            {
                if (!series.FlagsAt(at).IsExcluded())
                {
                    var moment = moments.TryGetValue(series.Minutes[at], out var known) ? known : moments[series.Minutes[at]] = (ChinaTime.DayOf(series.StartAt(at)), []);
                    moment.Values[item] = series.FlagsAt(at).HasFlag(ReadingFlags.BelowDetection) ? Below(series.ValueAt(at)) : MeasuredValue.Of(series.ValueAt(at));
                }
            }
        }

        return [.. moments.Values.Select(moment => new WaterSample(moment.Day, moment.Values))];
    }

    private static MeasuredValue Below(decimal limit) => limit > 0 ? MeasuredValue.Below(limit) : MeasuredValue.NotDetected;

    private static IEnumerable<Exclusion> LeftOut(MethodInputs inputs, Dictionary<string, Bilingual> names) =>
        from series in inputs.Series
        let count = Enumerable.Range(0, series.Count).Count(at => series.FlagsAt(at).IsExcluded())
        where count > 0
        select new Exclusion(names[series.Station], series.Item, count, ("来源标注为无效、维护或校准的数据", "Marked invalid, maintenance or calibration by the source"), []);

    private static IEnumerable<ComputationStep> Steps(MethodInputs inputs, SectionsResult result, Dictionary<string, Bilingual> names, Period period)
    {
        yield return new(("Ⅰ～Ⅲ类断面", "Sections at class I to III"), result.GoodSections.ToString(CultureInfo.InvariantCulture));
        yield return new(("参评断面", "Sections judged"), string.Create(CultureInfo.InvariantCulture, $"{result.Counted} / {inputs.Stations.Count}"));
        var unsaid = inputs.Stations.Count(station => station.Water is null);
        if (unsaid > 0)
        {
            yield return new(("未注明河流或湖库、按河流评价的断面", "Sections judged as rivers because nobody has said river or lake"), unsaid.ToString(CultureInfo.InvariantCulture));
        }

        var shortened = result.Sections.Count(section => section.Judgement is not null && section.Months < period.Months.Count());
        if (shortened > 0)
        {
            yield return new(("个别月份无数据、仍参评的断面", "Sections judged although months are without data"), shortened.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var section in result.Sections.Where(section => section.Judgement is { Class: > WaterClass.III }).Take(200))
        {
            yield return new(names[section.Section], section.Judgement!.Class.Numeral() + " " + string.Join(' ', section.Judgement.Limiting.Select(item => item.Symbol)));
        }
    }
}
