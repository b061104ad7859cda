using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>How a value below detection enters a mean; the body of 环办〔2011〕22号 was not seen on this point.</summary>
public enum BelowDetectionInMeans
{
    /// <summary>As half the detection limit: the practice of monitoring reports and the default.</summary>
    Half,

    /// <summary>As the detection limit.</summary>
    Full,

    /// <summary>As zero.</summary>
    Zero,
}

/// <summary>Choices of a water assessment that are not the standard's.</summary>
/// <param name="BelowDetection">How a value below detection enters a mean.</param>
public sealed record WaterOptions(BelowDetectionInMeans BelowDetection = BelowDetectionInMeans.Half);

/// <summary>What was measured at a section in a period.</summary>
/// <param name="Section">Code or name.</param>
/// <param name="Body">River or lake.</param>
/// <param name="Samples">One dictionary a sample (or a reading of an automatic station).</param>
public sealed record SectionSamples(string Section, WaterBody Body, IReadOnlyList<IReadOnlyDictionary<MeasuredItem, MeasuredValue>> Samples);

/// <summary>A section over a period: means of its items and the class of the means.</summary>
/// <param name="Section">Code or name.</param>
/// <param name="Body">River or lake.</param>
/// <param name="Means">The mean of each item over its samples.</param>
/// <param name="Judgement">Class, or null when there is nothing to judge.</param>
/// <param name="Samples">Number of samples with at least one value.</param>
public sealed record SectionResult(string Section, WaterBody Body, IReadOnlyDictionary<MeasuredItem, MeasuredValue> Means, WaterJudgement? Judgement, int Samples);

/// <summary>The sections of a region over a period.</summary>
/// <param name="Sections">Every section, in the order given.</param>
/// <param name="Counted">Sections with a class.</param>
/// <param name="GoodSections">Of these, at class I to III.</param>
/// <param name="GoodShare">Share of sections at class I to III in percent (水质优良断面比例).</param>
/// <param name="WorstShare">Share of sections worse than class V in percent (劣Ⅴ类断面比例).</param>
/// <param name="Excluded">Sections without data, and values below detection that entered a mean.</param>
public sealed record SectionsResult(
    IReadOnlyList<SectionResult> Sections, int Counted, int GoodSections, Figure GoodShare, Figure WorstShare, IReadOnlyList<ExcludedRecords> Excluded);

/// <summary>From samples to sections, from sections to a region (环办〔2011〕22号).</summary>
public static class WaterSections
{
    /// <summary>A section over a period: each item's mean over its samples, then the single-factor class of the means.</summary>
    public static SectionResult Section(SurfaceWaterTable table, SectionSamples section, WaterOptions? options = null)
    {
        options ??= new();
        var values = section.Samples.SelectMany(sample => sample).Where(value => !value.Value.IsMissing).GroupBy(value => value.Key, value => value.Value);
        var means = values.ToDictionary(group => group.Key, group => Mean([.. group], options.BelowDetection));
        return new(
            section.Section, section.Body, means, SurfaceWater.Classify(table, means, section.Body),
            section.Samples.Count(sample => sample.Values.Any(value => !value.IsMissing)));
    }

    /// <summary>Share of sections at class I to III, and worse than V: of the sections that have a class. Those without are named.</summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="sections">All sections that are to be counted, also those without data.</param>
    /// <param name="period">For the words of a refusal.</param>
    /// <param name="options">Variants; null: the defaults.</param>
    public static SectionsResult Region(SurfaceWaterTable table, IReadOnlyList<SectionSamples> sections, Period period, WaterOptions? options = null)
    {
        options ??= new();
        var results = sections.Select(section => Section(table, section, options)).ToList();
        var counted = results.Where(section => section.Judgement is not null).ToList();
        var good = counted.Count(section => section.Judgement!.Class <= WaterClass.III);
        var worst = counted.Count(section => section.Judgement!.Class == WaterClass.WorseThanV);
        return new(results, counted.Count, good, Share(table, good, counted.Count, period), Share(table, worst, counted.Count, period), Excluded(sections, results, options));
    }

    private static Figure Share(SurfaceWaterTable table, int part, int all, Period period) => all == 0
        ? Figure.Without(
            new(NotGivenReason.NoData, table.ClassRule, ($"{period} 没有可评价的断面。", $"{period} has no section that can be judged."), []), table.RatioDecimals, "%")
        : Figure.Of(Fraction.Of(part * 100, all), table.RatioDecimals, "%");

    private static MeasuredValue Mean(IReadOnlyList<MeasuredValue> values, BelowDetectionInMeans below)
    {
        if (values.All(value => value.IsBelowDetection))
        {
            return values[0];   // nothing was ever detected: the mean is not detected either
        }

        // A value not detected without a stated limit can only enter as zero.
        var numbers = values.Select(value => value.Value ?? (value.DetectionLimit ?? 0m) * below switch
        {
            BelowDetectionInMeans.Half => 0.5m,
            BelowDetectionInMeans.Full => 1m,
            _ => 0m,
        });
        return MeasuredValue.Of(Fraction.Mean(numbers).ToDecimal());
    }

    private static List<ExcludedRecords> Excluded(IReadOnlyList<SectionSamples> sections, IReadOnlyList<SectionResult> results, WaterOptions options)
    {
        var excluded = new List<ExcludedRecords>();
        foreach (var (section, result) in sections.Zip(results))
        {
            if (result.Judgement is null)
            {
                excluded.Add(new(ExclusionKind.SectionWithoutClass, section.Section, null, 1, [], ("本期无参评项目的数据，不计入断面数", "no data of an item that takes part: not counted among the sections")));
            }

            foreach (var group in section.Samples.SelectMany(sample => sample).Where(value => value.Value.IsBelowDetection).GroupBy(value => value.Key))
            {
                if (result.Means[group.Key].Value is not null)
                {
                    excluded.Add(new(ExclusionKind.BelowDetectionInMean, section.Section, group.Key.Code, group.Count(), [], Words(options.BelowDetection)));
                }
            }
        }

        return excluded;
    }

    private static Bilingual Words(BelowDetectionInMeans below) => below switch
    {
        BelowDetectionInMeans.Half => ("未检出值按检出限的一半参加平均", "values below detection entered the mean as half the detection limit"),
        BelowDetectionInMeans.Full => ("未检出值按检出限参加平均", "values below detection entered the mean as the detection limit"),
        _ => ("未检出值按零参加平均", "values below detection entered the mean as zero"),
    };
}
