using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Sea;

/// <summary>State of a sea area by the shares of its classes of water (海区水质状况), best first.</summary>
/// <param name="State">1 to 5.</param>
/// <param name="Name">优, 良好, 一般, 差, 极差.</param>
public sealed record SeaState(int State, Bilingual Name);

/// <summary>A degree of eutrophication.</summary>
/// <param name="From">The index from which it holds.</param>
/// <param name="IncludesFrom">True where the bound itself belongs to it.</param>
/// <param name="Name">For a reader.</param>
public sealed record EutrophicationLevel(decimal From, bool IncludesFrom, Bilingual Name);

/// <summary>One line of the table of states: it holds when all its bounds do.</summary>
internal sealed record StateLine(SeaState State, decimal? LeastI, decimal? LeastII, decimal? BelowII, decimal? LeastIII, decimal? LeastIV, decimal? MostWorse, decimal? AboveWorse);

/// <summary>HJ 442.10-2020: shares of area, state of a sea area, eutrophication index.</summary>
public sealed class CoastalRules
{
    private readonly IReadOnlyList<StateLine> lines;

    private CoastalRules(StandardEdition edition, IReadOnlyList<StateLine> lines, IReadOnlyList<EutrophicationLevel> levels, RuleTable rules)
    {
        (Edition, this.lines, Levels) = (edition, lines, levels);
        Surveys = rules.Whole("surveys");
        RatioDecimals = rules.Whole("ratio-decimals");
        IndexDecimals = rules.Whole("index-decimals");
        IndexDivisor = rules.Whole("index-divisor");
        (AreaRule, IndexRule) = (rules.Rule("surveys"), rules.Rule("index-divisor"));
    }

    /// <summary>The edition.</summary>
    public StandardEdition Edition { get; }

    /// <summary>Surveys of a year: spring, summer, autumn (3).</summary>
    public int Surveys { get; }

    /// <summary>Places of a share in percent.</summary>
    public int RatioDecimals { get; }

    /// <summary>Places of the eutrophication index.</summary>
    public int IndexDecimals { get; }

    /// <summary>The product of COD, nitrogen and phosphate in mg/L is multiplied by a million and divided by this (4500).</summary>
    public int IndexDivisor { get; }

    /// <summary>Where the share of area stands.</summary>
    public RuleReference AreaRule { get; }

    /// <summary>Where the eutrophication index stands.</summary>
    public RuleReference IndexRule { get; }

    /// <summary>Degrees of eutrophication, from none.</summary>
    public IReadOnlyList<EutrophicationLevel> Levels { get; }

    /// <summary>The state: the best whose line the shares keep.</summary>
    public SeaState StateOf(SeaShares shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var (good, three, four) = (shares.I + shares.II, shares.I + shares.II + shares.III, shares.I + shares.II + shares.III + shares.IV);
        static bool Least(Fraction share, decimal? bound) => bound is not { } least || share >= Fraction.Of(least);
        return lines.First(line =>
            Least(shares.I, line.LeastI) && Least(good, line.LeastII) && Least(three, line.LeastIII) && Least(four, line.LeastIV)
            && (line.BelowII is not { } below || good < Fraction.Of(below))
            && (line.MostWorse is not { } most || shares.Worse <= Fraction.Of(most))
            && (line.AboveWorse is not { } above || shares.Worse > Fraction.Of(above))).State;
    }

    /// <summary>The degree of an index.</summary>
    public EutrophicationLevel LevelOf(Fraction index) =>
        Levels.Last(level => level.IncludesFrom ? index >= Fraction.Of(level.From) : index > Fraction.Of(level.From));

    internal static CoastalRules Read(StandardFiles files, IReadOnlyList<StandardEdition> editions)
    {
        var edition = editions.OfKind("coastal-assessment");
        var (file, text) = files.Pair($"{edition.Id}/rules.csv");
        return new(
            edition, Lines($"{edition.Id}/states.csv", files.Open($"{edition.Id}/states.csv")),
            EutrophicationLevels($"{edition.Id}/eutrophication.csv", files.Open($"{edition.Id}/eutrophication.csv")), RuleTable.Read(edition, file, text));
    }

    private static List<StateLine> Lines(string file, TextReader text)
    {
        var lines = new List<StateLine>();
        foreach (var row in CsvTable.Read(file, text, "state", "zh", "en", "I>=", "I-II>=", "I-II<", "I-III>=", "I-IV>=", "worse<=", "worse>", "clause", "mark").Rows)
        {
            var line = new StateLine(
                new(row.Whole("state"), (row["zh"], row["en"])), row.TryNumber("I>="), row.TryNumber("I-II>="), row.TryNumber("I-II<"), row.TryNumber("I-III>="), row.TryNumber("I-IV>="),
                row.TryNumber("worse<="), row.TryNumber("worse>"));
            if (line.State.State is < 1 or > 5 || (lines.Count > 0 && line.State.State < lines[^1].State.State))
            {
                throw row.Fault("States run from 1 (优) to 5 (极差), the best first.");
            }

            lines.Add(line);
        }

        // Every mixture of classes must have a state: the worst of each state is tried on a grid of whole percents.
        var rules = lines;
        for (var worse = 0; worse <= 100; worse++)
        {
            for (var good = 0; good <= 100 - worse; good++)
            {
                if (!rules.Exists(line => line.LeastI is null && line.LeastIII is null && line.LeastIV is null && !(good < line.LeastII) && !(good >= line.BelowII) && !(worse > line.MostWorse) && !(worse <= line.AboveWorse)))
                {
                    throw new StandardTableException(file, 0, $"No state holds for {good} % at class I and II and {worse} % worse than IV.");
                }
            }
        }

        return lines;
    }

    private static List<EutrophicationLevel> EutrophicationLevels(string file, TextReader text)
    {
        var levels = new List<EutrophicationLevel>();
        foreach (var row in CsvTable.Read(file, text, "from", "bound", "zh", "en", "clause", "mark").Rows)
        {
            var level = new EutrophicationLevel(row.Number("from"), row.OneOf("bound", ("included", true), ("excluded", false)), (row["zh"], row["en"]));
            if (levels.Count == 0 ? level.From != 0 : level.From <= levels[^1].From)
            {
                throw row.Fault("Degrees begin with 0 and rise.");
            }

            levels.Add(level);
        }

        return levels;
    }
}
