using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>State of a lake's nutrition (营养状态), poorest first.</summary>
public enum TrophicState
{
    /// <summary>贫营养.</summary>
    Oligotrophic = 1,

    /// <summary>中营养.</summary>
    Mesotrophic = 2,

    /// <summary>轻度富营养.</summary>
    LightlyEutrophic = 3,

    /// <summary>中度富营养.</summary>
    ModeratelyEutrophic = 4,

    /// <summary>重度富营养.</summary>
    HeavilyEutrophic = 5,
}

/// <summary>What was measured in a lake, as means of the period. Null: not measured.</summary>
/// <param name="ChlorophyllA">Chlorophyll a, <b>mg/m³</b> (= µg/L), a thousand times the number in mg/L.</param>
/// <param name="TotalPhosphorus">mg/L.</param>
/// <param name="TotalNitrogen">mg/L.</param>
/// <param name="SecchiDepth">Transparency, <b>m</b>.</param>
/// <param name="Permanganate">Permanganate index, mg/L.</param>
public sealed record TrophicValues(
    decimal? ChlorophyllA = null, decimal? TotalPhosphorus = null, decimal? TotalNitrogen = null, decimal? SecchiDepth = null, decimal? Permanganate = null)
{
    /// <summary>From the means of a lake, whose chlorophyll is in mg/L. An item that was never detected enters as half its detection limit, or is missing where nobody wrote it down.</summary>
    /// <param name="means">Means by item, as <see cref="WaterLakes"/> gives them.</param>
    /// <param name="secchiDepth">Transparency in m, or null.</param>
    public static TrophicValues Of(IReadOnlyDictionary<MeasuredItem, MeasuredValue> means, decimal? secchiDepth)
    {
        decimal? Number(string code) =>
            MeasuredItems.Find(code) is { } item && means.TryGetValue(item, out var value) && (value.Value ?? (value.DetectionLimit / 2m)) is > 0m and var number ? number : null;
        return new(Number("chla") * 1000m, Number("tp"), Number("tn"), secchiDepth, Number("codmn"));
    }

    internal IEnumerable<(string Item, decimal? Value)> All =>
        [("chla", ChlorophyllA), ("tp", TotalPhosphorus), ("tn", TotalNitrogen), ("sd", SecchiDepth), ("codmn", Permanganate)];
}

/// <summary>Choices.</summary>
/// <param name="OlderPermanganate">True for the factor 2.66 of an older text in place of 2.661.</param>
public sealed record TrophicOptions(bool OlderPermanganate = false);

/// <summary>The trophic level index of a lake.</summary>
/// <param name="Index">TLI(Σ), one decimal; not given when nothing was measured.</param>
/// <param name="State">State by the unrounded index; null when it is not given.</param>
/// <param name="Indices">The index of each indicator that was measured, with its weight among them.</param>
/// <param name="Missing">Codes of the indicators that were not measured: the weights of the others were made to sum up to one again.</param>
public sealed record TrophicResult(Figure Index, TrophicState? State, IReadOnlyList<TrophicPart> Indices, IReadOnlyList<string> Missing);

/// <summary>One indicator of the index.</summary>
/// <param name="Item">Its code: chla, tp, tn, sd, codmn.</param>
/// <param name="Index">TLI(j).</param>
/// <param name="Weight">Its weight, among the indicators that were measured.</param>
public sealed record TrophicPart(string Item, Figure Index, Fraction Weight);

/// <summary>The comprehensive trophic level index (综合营养状态指数法): TLI(Σ) = ΣWj·TLI(j), TLI(j) = 10(a + b·ln j), Wj = rj²/Σr².</summary>
/// <remarks>
/// The logarithm of a measured value has no end. It is computed in whole numbers, and as many digits are taken as are needed to be certain of every digit that can be
/// published and of every comparison with a bound, so that no result depends on the machine's arithmetic.
/// </remarks>
public static class TrophicIndex
{
    /// <summary>The index of one lake (or one point, or one period).</summary>
    /// <param name="table">From <see cref="StandardLibrary.Trophic"/>.</param>
    /// <param name="values">Means of the period; indicators that were not measured are null.</param>
    /// <param name="options">Choices; null: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not positive: it has no logarithm. A value below detection enters as the caller's convention says, never as zero.</exception>
    public static TrophicResult Of(TrophicTable table, TrophicValues values, TrophicOptions? options = null)
    {
        options ??= new();
        var measured = new List<(TrophicIndicator Indicator, Fraction Value)>();
        var missing = new List<string>();
        foreach (var (item, value) in values.All)
        {
            if (value is not { } number)
            {
                missing.Add(item);
                continue;
            }

            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number, item);
            measured.Add((table.Indicators[item], Fraction.Of(number)));
        }

        if (measured.Count == 0)
        {
            var reason = new NotGiven(NotGivenReason.NoData, table.Rule, ("没有任何一项营养状态指标的数据。", "None of the indicators was measured."), []);
            return new(Figure.Without(reason, TrophicTable.Decimals, ""), null, [], missing);
        }

        var all = Sum(measured.Select(one => one.Indicator.Weight));
        var parts = measured.Select(one => (one.Indicator, one.Value, Weight: one.Indicator.Weight / all)).ToList();
        var index = Logarithms.Settled(digits => Sum(parts.Select(part => part.Weight * Level(part.Indicator, part.Value, options, digits + 4))));
        return new(
            Figure.Of(index, TrophicTable.Decimals, ""), table.StateOf(index),
            [.. parts.Select(part => new TrophicPart(
                part.Indicator.Item, Figure.Of(Logarithms.Settled(digits => Level(part.Indicator, part.Value, options, digits)), TrophicTable.Decimals, ""), part.Weight))],
            missing);
    }

    private static Fraction Level(TrophicIndicator indicator, Fraction value, TrophicOptions options, int digits)
    {
        var slope = options.OlderPermanganate ? indicator.OlderSlope : indicator.Slope;
        return Fraction.Of(10, 1) * (indicator.Constant + (slope * Logarithms.Natural(value, digits + 4)));
    }

    private static Fraction Sum(IEnumerable<Fraction> parts)
    {
        var sum = Fraction.Zero;
        foreach (var part in parts)
        {
            sum += part;
        }

        return sum;
    }
}
