using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>How the composite index (环境空气质量综合指数) is formed. Two variants never stand in one ranking.</summary>
public enum CompositeVariant
{
    /// <summary>Sum of the six single indices of unrounded values, rounded once at the end: the default.</summary>
    Sum,

    /// <summary>
    /// The ranking practice of the edition of 2012: values rounded (CO one place, others none), each single index rounded to two places, and the rounded ones added.
    /// </summary>
    Ranking2012,

    /// <summary>The larger of mean by yearly limit and percentile by daily limit for SO2, NO2, PM10 and PM2.5 (HJ 663-2013 annex C, informative): UNVERIFIED.</summary>
    AnnexC,

    /// <summary>Weights 3 for PM2.5, 2 for NO2 and O3, 1 for the others, ascribed to HJ 663-2026 by one code base and by no text: UNVERIFIED (未核实).</summary>
    Weighted,
}

/// <summary>Choices of a composite index.</summary>
/// <param name="Variant">How it is formed.</param>
/// <param name="Decimals">2 or 3 places; null: as bulletins of the edition do (2 in 2012, 3 from 2026).</param>
public sealed record CompositeOptions(CompositeVariant Variant = CompositeVariant.Sum, int? Decimals = null);

/// <summary>The single index (单项指数) of an item: its value over its class 2 limit.</summary>
/// <param name="Item">Item.</param>
/// <param name="Statistic">The statistic that enters: the mean, the percentile of CO and O3, and in annex C whichever index is larger.</param>
/// <param name="Value">The value as it enters.</param>
/// <param name="Limit">The limit, with clause.</param>
/// <param name="Index">The index as it enters.</param>
/// <param name="Weight">1 but in the weighted variant.</param>
/// <param name="Meets">True when the value, rounded as a verdict is, is no more than the limit.</param>
public sealed record SingleIndex(MeasuredItem Item, AirStatistic Statistic, Fraction Value, AirLimit Limit, Fraction Index, int Weight, bool Meets);

/// <summary>The composite index of a place and period, the smaller the better; not given unless all six items are.</summary>
public sealed record CompositeIndex
{
    private CompositeIndex(CompositeOptions options, Figure figure, IReadOnlyList<SingleIndex> singles, Mark mark) =>
        (Options, Figure, Singles, Mark) = (options, figure, singles, mark);

    /// <summary>How it was formed.</summary>
    public CompositeOptions Options { get; }

    /// <summary>The index, or why it cannot be given.</summary>
    public Figure Figure { get; }

    /// <summary>Its parts, in the order in which primary pollutants are named; those that are known where the index is not given.</summary>
    public IReadOnlyList<SingleIndex> Singles { get; }

    /// <summary>How well the variant is known.</summary>
    public Mark Mark { get; }

    /// <summary>The largest single index (最大指数), without weight; null where the composite index is not given.</summary>
    public Fraction? Largest => Figure.IsGiven ? Singles.Max(single => single.Index) : null;

    /// <summary>The items of the largest single index (首要污染物), all that share it; empty where the composite index is not given.</summary>
    public IReadOnlyList<MeasuredItem> LargestItems => Figure.IsGiven ? [.. Singles.Where(single => single.Index == Largest).Select(single => single.Item)] : [];

    /// <summary>True when every item is no more than its class 2 limit: such a city is left out of the list of those whose air got worse.</summary>
    public bool AllMeet => Figure.IsGiven && Singles.All(single => single.Meets);

    /// <summary>The composite index of an assessed period, by the edition of its last day; sand-dust days left out as the assessment left them out.</summary>
    public static CompositeIndex Of(AirResult result, CompositeOptions? options = null) =>
        Of(result.Edition, (item, statistic) => result.Of(item, statistic).Figure, () => result.GoodDayRatio.NotGiven!, options);

    /// <summary>The same from wherever the figures are; <paramref name="noEdition"/> says why there is none where no edition was in force.</summary>
    internal static CompositeIndex Of(AirEdition? edition, Func<MeasuredItem, AirStatistic, Figure> figures, Func<NotGiven> noEdition, CompositeOptions? options) => edition is not null
        ? Of(edition, figures, options)
        : new(options ?? new(), Figure.Without(noEdition(), options?.Decimals ?? 2, ""), [], Mark.Verified);

    /// <summary>The composite index of values that are known otherwise (a bulletin): the mean of each item, for CO and O3 the percentile.</summary>
    /// <param name="edition">Its class 2 limits count.</param>
    /// <param name="values">In the items' units; a missing item keeps the index back.</param>
    /// <param name="options">Variant and places. Annex C needs percentiles too: ask it of an <see cref="AirResult"/>.</param>
    public static CompositeIndex Of(AirEdition edition, IReadOnlyDictionary<MeasuredItem, decimal> values, CompositeOptions? options = null) => options?.Variant == CompositeVariant.AnnexC
        ? throw new ArgumentException("Annex C needs means and percentiles.", nameof(options))
        : Of(edition, (item, _) => values.TryGetValue(item, out var value) ? Figure.Of(Fraction.Of(value), item.Decimals, item.Unit)
            : Figure.Without(new(NotGivenReason.MissingItem, edition.Assessment.Composite(CompositeVariant.Sum).Rule, ($"缺少{item.Name.Zh}。", $"{item.Symbol} is missing."), []), item.Decimals, item.Unit), options);

    internal static CompositeIndex Of(AirEdition edition, Func<MeasuredItem, AirStatistic, Figure> figures, CompositeOptions? options)
    {
        options ??= new();
        var rules = edition.Assessment;
        var (usual, rule) = rules.Composite(options.Variant);
        var decimals = options.Decimals ?? usual;
        var (singles, missing) = (new List<SingleIndex>(), new List<(MeasuredItem Item, NotGiven Reason)>());
        foreach (var item in MeasuredItems.AirBasic)
        {
            var known = Statistics(item, options.Variant).Select(statistic => (statistic, Figure: figures(item, statistic))).ToList();
            if (known.Find(entry => !entry.Figure.IsGiven).Figure is { NotGiven: { } reason })
            {
                missing.Add((item, reason));
            }
            else
            {
                var both = known.Select(entry => Single(edition, item, entry.statistic, entry.Figure.Exact, options.Variant)).ToList();
                singles.Add(both.MaxBy(single => single.Index)! with { Meets = both.TrueForAll(single => single.Meets) });
            }
        }

        return new(options, missing.Count == 0
            ? Figure.Of(singles.Aggregate(Fraction.Zero, (sum, single) => sum + (single.Index * Fraction.Of(single.Weight))), decimals, "")
            : Figure.Without(Without(missing, rule), decimals, ""), singles, rule.Mark);
    }

    private static AirStatistic[] Statistics(MeasuredItem item, CompositeVariant variant) =>
        item == MeasuredItems.Co || item == MeasuredItems.O3 ? [AirStatistic.Percentile]
        : variant == CompositeVariant.AnnexC ? [AirStatistic.Mean, AirStatistic.Percentile] : [AirStatistic.Mean];

    private static SingleIndex Single(AirEdition edition, MeasuredItem item, AirStatistic statistic, Fraction value, CompositeVariant variant)
    {
        var rules = edition.Assessment;
        var limit = AirVerdict.LimitOf(edition, item, statistic)!;
        var meets = limit.IsMetBy(value.HalfEven(rules.JudgedDecimals(item)), AirZone.Class2);
        var enters = variant == CompositeVariant.Ranking2012 ? Fraction.Of(value.HalfEven(rules.RankingDecimals(item))) : value;
        var index = enters / Fraction.Of(limit.Class2);
        return new(
            item, statistic, enters, limit, variant == CompositeVariant.Ranking2012 ? Fraction.Of(index.HalfEven(rules.RankingIndexDecimals)) : index,
            variant == CompositeVariant.Weighted ? rules.CompositeWeight(item) : 1, meets);
    }

    private static NotGiven Without(IReadOnlyList<(MeasuredItem Item, NotGiven Reason)> missing, RuleReference rule) => new(
        missing.Min(item => item.Reason.Reason), rule,
        ($"六项污染物齐全方可给出综合指数；缺少{string.Join("、", missing.Select(item => item.Item.Name.Zh))}：{string.Concat(missing.Select(item => item.Reason.Message.Zh))}",
         $"A composite index needs all six items; {string.Join(", ", missing.Select(item => item.Item.Symbol))} cannot be given: {string.Join(" ", missing.Select(item => item.Reason.Message.En))}"),
        [.. missing.SelectMany(item => item.Reason.Months).DistinctBy(month => month.Month)]);
}
