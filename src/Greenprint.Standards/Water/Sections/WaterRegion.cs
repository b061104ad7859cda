using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>The sections of a region over a period, and the shares that plans ask for.</summary>
/// <param name="Sections">Every section, in the order given.</param>
/// <param name="Counted">Sections with a class.</param>
/// <param name="GoodSections">Of these, at class I to III.</param>
/// <param name="GoodShare">Share of sections at class I to III in percent (水质优良断面比例).</param>
/// <param name="WorstShare">Share of sections worse than class V in percent (劣Ⅴ类断面比例).</param>
/// <param name="TargetShare">Share of sections that meet their target class, of those that have a class and a target (考核断面达标率).</param>
/// <param name="Excluded">Sections without data or with too few months, and values below detection that entered a mean.</param>
public sealed record SectionsResult(
    IReadOnlyList<SectionResult> Sections, int Counted, int GoodSections, Figure GoodShare, Figure WorstShare, Figure TargetShare, IReadOnlyList<ExcludedRecords> Excluded);

/// <summary>From sections to the shares of a region.</summary>
public static class WaterRegion
{
    /// <summary>Shares of the sections that have a class. Those without are named.</summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="sections">All sections that are to be counted, also those without data.</param>
    /// <param name="period">The period.</param>
    /// <param name="options">Variants; null: the defaults.</param>
    public static SectionsResult Of(SurfaceWaterTable table, IReadOnlyList<SectionSamples> sections, Period period, WaterOptions? options = null)
    {
        options ??= WaterOptions.Default;
        var results = sections.Select(section => WaterSections.Section(table, section, period, options)).ToList();
        var counted = results.Where(section => section.Judgement is not null).ToList();
        var good = counted.Count(section => section.Judgement!.Class <= WaterClass.III);
        var worst = counted.Count(section => section.Judgement!.Class == WaterClass.WorseThanV);
        var aimed = counted.Where(section => section.Target is not null).ToList();
        return new(
            results, counted.Count, good, Share(table, good, counted.Count, period), Share(table, worst, counted.Count, period),
            aimed.Count > 0
                ? Share(table, aimed.Count(section => section.MeetsTarget == true), aimed.Count, period)
                : Without(table, ($"{period} 没有设定水质目标且可评价的断面。", $"{period} has no section that has a target and can be judged.")),
            [.. sections.Zip(results).SelectMany(section => Excluded(section.First, section.Second, period, options))]);
    }

    internal static Figure Share(SurfaceWaterTable table, int part, int all, Period period) => all == 0
        ? Without(table, ($"{period} 没有可评价的断面。", $"{period} has no section that can be judged."))
        : Figure.Of(Fraction.Of(part * 100, all), table.RatioDecimals, "%");

    private static Figure Without(SurfaceWaterTable table, Bilingual message) => Figure.Without(new(NotGivenReason.NoData, table.ClassRule, message, []), table.RatioDecimals, "%");

    private static IEnumerable<ExcludedRecords> Excluded(SectionSamples section, SectionResult result, Period period, WaterOptions options)
    {
        if (result.Judgement is null)
        {
            yield return result.Months > 0
                ? new(ExclusionKind.SectionTooFewMonths, section.Section, null, result.Months, [], (
                    $"仅 {result.Months} 个月有数据，少于 {result.MonthsNeeded} 个月，不参加评价", $"Only {result.Months} months with data, fewer than {result.MonthsNeeded}: not judged"))
                : new(ExclusionKind.SectionWithoutClass, section.Section, null, 1, [], ("本期无参评项目的数据，不计入断面数", "no data of an item that takes part: not counted among the sections"));
        }

        var below = section.Samples.Where(sample => period.Contains(sample.Day)).SelectMany(sample => sample.Values).Where(value => value.Value.IsBelowDetection);
        foreach (var values in below.CountBy(value => value.Key))
        {
            if (result.Means.TryGetValue(values.Key, out var mean) && mean.Value is not null)
            {
                yield return new(ExclusionKind.BelowDetectionInMean, section.Section, values.Key.Code, values.Value, [], Words(options.BelowDetection));
            }
        }
    }

    private static Bilingual Words(BelowDetectionInMeans below) => below switch
    {
        BelowDetectionInMeans.Half => ("未检出值按检出限的一半参加平均", "values below detection entered the mean as half the detection limit"),
        BelowDetectionInMeans.Full => ("未检出值按检出限参加平均", "values below detection entered the mean as the detection limit"),
        _ => ("未检出值按零参加平均", "values below detection entered the mean as zero"),
    };
}
