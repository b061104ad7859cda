using System.Collections.Frozen;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Water;

/// <summary>The formulae and states of the trophic level index.</summary>
public sealed class TrophicTable
{
    internal const int Decimals = 1;

    private static readonly string[] Items = ["chla", "tp", "tn", "sd", "codmn"];

    private readonly IReadOnlyList<Bound> bounds;

    private TrophicTable(StandardEdition edition, FrozenDictionary<string, TrophicIndicator> indicators, IReadOnlyList<TrophicStateInfo> states, IReadOnlyList<Bound> bounds, RuleReference rule)
    {
        (Edition, Indicators, States, Rule) = (edition, indicators, states, rule);
        this.bounds = bounds;
    }

    /// <summary>The rules.</summary>
    public StandardEdition Edition { get; }

    /// <summary>The five states for a reader, poorest first.</summary>
    public IReadOnlyList<TrophicStateInfo> States { get; }

    /// <summary>Clause.</summary>
    public RuleReference Rule { get; }

    internal FrozenDictionary<string, TrophicIndicator> Indicators { get; }

    /// <summary>The state of an index, unrounded: below 30 贫营养, 30 to 50 中营养, above 50, 60 and 70 the degrees of 富营养.</summary>
    public TrophicState StateOf(Fraction index)
    {
        // 30 itself is the better-fed of its two states (30 ≤ TLI ≤ 50); 50, 60 and 70 belong to the lower one.
        if (index < bounds[0].UpTo)
        {
            return bounds[0].State;
        }

        return bounds.Skip(1).First(bound => bound.UpTo is null || index <= bound.UpTo).State;
    }

    internal static TrophicTable Read(StandardFiles files, IReadOnlyList<StandardEdition> editions)
    {
        var edition = editions.OfKind("trophic-index");
        var (file, text) = files.Pair($"{edition.Id}/indicators.csv");
        var table = CsvTable.Read(file, text, "item", "unit", "constant", "slope", "olderSlope", "correlation", "clause", "mark");
        var indicators = new Dictionary<string, TrophicIndicator>();
        foreach (var row in table.Rows)
        {
            var correlation = row.Signed("correlation");
            if (!Items.Contains(row["item"]) || correlation is 0m or < -1m or > 1m
                || !indicators.TryAdd(row["item"], new(
                    row["item"], Fraction.Of(row.Signed("constant")), Fraction.Of(row.Signed("slope")), Fraction.Of(row.Signed("olderSlope")), Fraction.Of(correlation * correlation))))
            {
                throw row.Fault("An indicator is one of chla, tp, tn, sd, codmn, each once, with a correlation between -1 and 1.");
            }
        }

        if (indicators.Count != Items.Length)
        {
            throw new StandardTableException(file, 0, "There are five indicators: chla, tp, tn, sd, codmn.");
        }

        var (statesFile, statesText) = files.Pair($"{edition.Id}/states.csv");
        return WithStates(edition, indicators, CsvTable.Read(statesFile, statesText, "state", "zh", "en", "above", "upTo", "clause", "mark"), RuleReference.Of(edition, table.Rows[0]["clause"], table.Rows[0].Mark()));
    }

    private static TrophicTable WithStates(StandardEdition edition, Dictionary<string, TrophicIndicator> indicators, CsvTable table, RuleReference rule)
    {
        var states = new List<TrophicStateInfo>();
        var bounds = new List<Bound>();
        decimal? last = null;
        foreach (var row in table.Rows)
        {
            var upTo = row.TryNumber("upTo");
            if (row.Whole("state") != states.Count + 1 || row.TryNumber("above") != last || (upTo is null) != (states.Count == 4) || upTo <= last)
            {
                throw row.Fault("The five states stand in order, each from where the one before it ends, the last without an end.");
            }

            states.Add(new((TrophicState)row.Whole("state"), (row["zh"], row["en"])));
            bounds.Add(new(states[^1].State, upTo is { } end ? Fraction.Of(end) : null));
            last = upTo;
        }

        return states.Count == 5 ? new(edition, indicators.ToFrozenDictionary(), states, bounds, rule) : throw new StandardTableException($"{edition.Id}/states.csv", 0, "There are five states.");
    }

    private sealed record Bound(TrophicState State, Fraction? UpTo);
}

/// <summary>A state for a reader.</summary>
/// <param name="State">State.</param>
/// <param name="Name">中营养, Mesotrophic.</param>
public sealed record TrophicStateInfo(TrophicState State, Bilingual Name);

/// <summary>One formula: 10(constant + slope·ln j), with the square of its correlation as its weight.</summary>
internal sealed record TrophicIndicator(string Item, Fraction Constant, Fraction Slope, Fraction OlderSlope, Fraction Weight);
