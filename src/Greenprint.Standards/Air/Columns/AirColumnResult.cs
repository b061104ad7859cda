using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>What the air of a place was, day by day and over every period asked for.</summary>
/// <remarks>Numbers stand in columns; <see cref="Figure"/> and <see cref="GoodDayRatio"/> give any of them as the readable way does, with the rule that forbids it in words.</remarks>
public sealed class AirColumnResult
{
    private readonly ColumnPlan plan;
    private readonly PlaceDays days;

    internal AirColumnResult(ColumnPlan plan, IReadOnlyList<int> stations, PlaceDays days)
    {
        (this.plan, Stations, this.days) = (plan, stations, days);
        AqiOfDays = new short[plan.Days];
        AqiOfDays.AsSpan().Fill(IndexLookup.None);
        LevelOfDays = new byte[plan.Days];
        PrimaryOfDays = new byte[plan.Days];
        FiguresOfPeriods = new ColumnFigure[plan.Periods.Count * Statistics.Count];
        DayCounts = new ColumnDayCounts[plan.Periods.Count];
        Composites = new ColumnComposite[plan.Periods.Count];
    }

    /// <summary>The statistics of a period, in the order of <see cref="Figures"/>: means of PM2.5, PM10, SO2, NO2, then percentiles of all six items.</summary>
    public static IReadOnlyList<(MeasuredItem Item, AirStatistic Statistic)> Statistics { get; } =
    [
        .. AirAssessment.WithMean.Select(item => (item, AirStatistic.Mean)),
        .. MeasuredItems.AirBasic.Select(item => (item, AirStatistic.Percentile)),
    ];

    /// <summary>The daily values, in the order of the bits of <see cref="Primary"/>: PM2.5, PM10, SO2, NO2, CO, largest hour of ozone, largest 8 h mean of ozone.</summary>
    public static IReadOnlyList<IndexItem> DayItems { get; } = DailySeries.Kept;

    /// <summary>The numbers of the place's stations.</summary>
    public IReadOnlyList<int> Stations { get; }

    /// <summary>First day.</summary>
    public DateOnly First => plan.First;

    /// <summary>AQI of each day, −1 where none can be given.</summary>
    public ReadOnlySpan<short> Aqi => AqiOfDays;

    /// <summary>Level of each day, 1 to 6; 0 where there is no AQI.</summary>
    public ReadOnlySpan<byte> Level => LevelOfDays;

    /// <summary>Primary pollutants (首要污染物) of each day: bit i stands for <see cref="DayItems"/>[i].</summary>
    public ReadOnlySpan<byte> Primary => PrimaryOfDays;

    internal short[] AqiOfDays { get; }

    internal byte[] LevelOfDays { get; }

    internal byte[] PrimaryOfDays { get; }

    internal ColumnFigure[] FiguresOfPeriods { get; }

    internal ColumnDayCounts[] DayCounts { get; }

    internal ColumnComposite[] Composites { get; }

    /// <summary>The valid value of a day, counted from <see cref="First"/>, exactly and in the item's unit; null where there is none.</summary>
    public Fraction? Value(IndexItem of, int day) => days.Value(ColumnLayout.DayColumnOf(of), day);

    /// <summary>The ten statistics of a period, as numbers.</summary>
    /// <param name="period">Its place among the periods asked for.</param>
    public ReadOnlySpan<ColumnFigure> Figures(int period) => FiguresOfPeriods.AsSpan(period * Statistics.Count, Statistics.Count);

    /// <summary>Days of a period by their AQI, as numbers.</summary>
    /// <param name="period">Its place among the periods asked for.</param>
    public ColumnDayCounts Days(int period) => DayCounts[period];

    /// <summary>The composite index of a period in its usual form, as a number.</summary>
    /// <param name="period">Its place among the periods asked for.</param>
    public ColumnComposite Composite(int period) => Composites[period];

    /// <summary>The composite index of a period as <see cref="CompositeIndex.Of(AirResult, CompositeOptions)"/> gives it, in any variant.</summary>
    /// <param name="period">Its place among the periods asked for.</param>
    /// <param name="options">Variant and places; null: the usual form.</param>
    public CompositeIndex Composite(int period, CompositeOptions? options) =>
        CompositeIndex.Of(plan.Periods[period].Edition, (item, statistic) => Figure(period, item, statistic).Figure, () => GoodDayRatio(period).NotGiven!, options);

    /// <summary>A statistic as <see cref="AirAssessment"/> gives it.</summary>
    /// <exception cref="ArgumentException">HJ 663 asks for no such statistic.</exception>
    public AirFigure Figure(int period, MeasuredItem item, AirStatistic statistic)
    {
        var (of, numbers) = (plan.Periods[period], Figures(period)[At(item, statistic)]);
        var percent = statistic == AirStatistic.Percentile ? of.Edition?.Assessment.PercentileOf(item) : null;
        return numbers.IsGiven
            ? new(item, statistic, percent, Given(numbers, item), numbers.Verdict)
            : new(item, statistic, percent, Standards.Figure.Without(Reason(of, item), numbers.Decimals, item.Unit), null);
    }

    /// <summary>The good-day ratio as <see cref="AirAssessment"/> gives it.</summary>
    public Figure GoodDayRatio(int period)
    {
        var (of, numbers) = (plan.Periods[period], DayCounts[period]);
        if (numbers.NotGiven is null)
        {
            return Standards.Figure.Of(Fraction.Of(numbers.Good * 100, numbers.WithIndex), numbers.Decimals, "%");
        }

        if (of.Edition is not { } edition)
        {
            return Standards.Figure.Without(AirAssessment.NoEdition(of.Period), numbers.Decimals, "%");
        }

        var lacking = plan.Needed(edition)
            .Select(item => (What: AirAssessment.DailyValue(item), Reason: Lack(of, item, edition)!)).Where(item => item.Reason is not null).ToList();
        return lacking.Count > 0
            ? Standards.Figure.Without(PeriodValidity.Joined(lacking, edition.Assessment), numbers.Decimals, "%")
            : GoodDays.Ratio([], of.Period, edition);
    }

    /// <summary>A figure that is given.</summary>
    internal static Figure Given(ColumnFigure numbers, MeasuredItem item) => Standards.Figure.Of(Fraction.Of(numbers.Numerator, numbers.Denominator), numbers.Decimals, item.Unit);

    /// <summary>The place of a statistic among the ten.</summary>
    internal static int At(MeasuredItem item, AirStatistic statistic) =>
        (statistic == AirStatistic.Mean ? MeanOf(ColumnLayout.ItemOf(item)) : PercentileOf(ColumnLayout.ItemOf(item))) is >= 0 and var at
            ? at : throw new ArgumentException($"HJ 663 asks for no {statistic} of {item.Code}.", nameof(statistic));

    internal static int MeanOf(int item) => item < AirAssessment.WithMean.Length ? item : -1;

    internal static int PercentileOf(int item) => AirAssessment.WithMean.Length + item;

    /// <summary>A figure is not given where days are too few; where they suffice, exceptional events left none.</summary>
    private NotGiven Reason(PlannedPeriod of, MeasuredItem item) => of.Edition is { } edition
        ? Lack(of, item, edition) ?? PeriodValidity.NothingKept(AirAssessment.DailyValue(item), of.Period, edition.Assessment, (_, _) => 0)!
        : AirAssessment.NoEdition(of.Period);

    private NotGiven? Lack(PlannedPeriod of, MeasuredItem item, AirEdition edition) =>
        PeriodValidity.Check(AirAssessment.DailyValue(item), of.Period, edition.Assessment, (from, to) => Count(ColumnLayout.JudgedColumn(ColumnLayout.ItemOf(item)), from, to));

    private int Count(int column, DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = Math.Max(0, from.DayNumber - First.DayNumber); day <= Math.Min(plan.Days - 1, to.DayNumber - First.DayNumber); day++)
        {
            count += days.Has(column, day) ? 1 : 0;
        }

        return count;
    }
}
