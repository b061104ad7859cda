using System.Globalization;
using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Standards;
using Greenprint.Standards.Air;

namespace Greenprint.Indicators;

/// <summary>A figure of ambient air from the hourly means of a city's stations (HJ 663). The statistics are the Standards library's; this binds rows to them.</summary>
internal abstract class AirMethod : IComputationMethod
{
    public abstract string Id { get; }

    public int Version => 1;

    public abstract Bilingual Name { get; }

    public abstract Bilingual Clause { get; }

    public abstract string Unit { get; }

    public StationKind Kind => StationKind.Air;

    public abstract IReadOnlyList<string> Items { get; }

    public bool Serves(PeriodKind period) => period != PeriodKind.Day;

    /// <summary>True when each day is judged by the edition of the day, so that a period cut by a switch mixes two.</summary>
    protected virtual bool JudgesDays => false;

    public MethodResult Compute(MethodInputs inputs, MethodQuestion question)
    {
        var rules = question.Library.AirRules(question.Edition, question.Region);
        var stations = Hours(inputs, question.Period);
        var result = AirAssessment.City(stations, question.Period, rules);
        var figure = Of(result);
        var names = inputs.Stations.ToDictionary(station => station.Code, station => station.Name);
        return MethodResult.Of(
            figure, question.Decimals, Editions(result, rules),
            [.. Idle(inputs), .. result.Excluded.Where(Concerns).Select(exclusion => ReadingRemarks.InWords(MethodResult.Named(exclusion, names), exclusion))],
            [new(("参评点位", "Stations"), Whole(inputs.Stations.Count)), .. Steps(result)],
            Compared(stations, question, rules, result));
    }

    /// <summary>The figure among those of the assessment.</summary>
    protected abstract Figure Of(AirResult result);

    protected abstract IEnumerable<ComputationStep> Steps(AirResult result);

    protected abstract bool Concerns(Standards.ExcludedRecords exclusion);

    protected static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    protected static ComputationStep ValidDays(AirResult result, MeasuredItem item)
    {
        var days = result.Days.Count(day => day.Index.Values.Any(value => value.Of.Item == item));
        return new(("有效天数", "Valid days"), string.Create(CultureInfo.InvariantCulture, $"{days} / {result.Period.Days}"));
    }

    private static List<StationHours> Hours(MethodInputs inputs, Period period)
    {
        var rows = inputs.Series.ToLookup(series => series.Station);
        return [.. inputs.Stations.Select(station => new StationHours(station.Code, [.. rows[station.Code].Select(series => Hours(series, period))]))];
    }

    private static HourlySeries Hours(SeriesRows rows, Period period)
    {
        var series = new HourlySeries(MeasuredItems.Get(rows.Item), period);
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows.FlagsAt(at).IsExcluded())
            {
                series.Exclude(rows.StartAt(at), ReadingRemarks.Code(rows.FlagsAt(at)));
            }
            else
            {
                series.Put(rows.StartAt(at), rows.ValueAt(at));
            }
        }

        return series;
    }

    private static List<EditionUse> Editions(AirResult result, AirRules rules)
    {
        var uses = new List<EditionUse>();
        if (result.Edition is { } edition)
        {
            uses.Add(new(edition.Id, edition.Name, result.EditionBefore is null
                ? rules.IsForced ? ("按指定版本", "as asked") : ("按监测日期", "by the date of measurement")
                : ("时段跨越标准更替，按末日施行的版本评价", "A switch of editions cuts the period: judged by the edition in force on its last day")));
        }

        if (result.EditionBefore is { } before)
        {
            uses.Add(new(before.Id, before.Name, ("更替前的日子；整个时段按此版本的结果并列给出", "The days before the switch; the whole period under it is printed beside")));
        }

        return uses;
    }

    private List<ComparedValue> Compared(List<StationHours> stations, MethodQuestion question, AirRules rules, AirResult result)
    {
        if (result.EditionBefore is not { } before || result.Edition is not { } last)
        {
            return [];
        }

        ComparedValue Under(AirEdition edition)
        {
            var figure = Of(AirAssessment.City(stations, question.Period, rules.Forced(edition)));
            return new(edition.Id, Exact.Kept(figure.Value), figure.Rounded(question.Decimals), figure.NotGiven?.Message);
        }

        return JudgesDays ? [Under(before), Under(last)] : [Under(before)];
    }

    private static IEnumerable<Exclusion> Idle(MethodInputs inputs) => inputs.Idle.Count == 0 ? [] :
    [
        new(null, null, inputs.Idle.Count, ("本时段无任何数据的点位，不计入城市点位数", "Stations without a single reading in the period: not counted among the city's stations"),
            [.. inputs.Idle.Take(12).Select(name => name.Zh)]),
    ];
}
