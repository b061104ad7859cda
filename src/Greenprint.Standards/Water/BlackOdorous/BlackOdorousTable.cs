using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Water;

/// <summary>Degree of black and odorous water (黑臭级别).</summary>
public enum BlackOdorousGrade
{
    /// <summary>Not black and odorous.</summary>
    None = 0,

    /// <summary>轻度黑臭.</summary>
    Light = 1,

    /// <summary>重度黑臭.</summary>
    Heavy = 2,
}

/// <summary>What the 40 % of the depth stand for in shallow water; the text was not seen.</summary>
public enum ShallowTransparency
{
    /// <summary>For the 10 cm of the heavy grade (40 % of 25 cm are 10 cm); water that is clear to its ground is not black. The default.</summary>
    ForHeavyLimit,

    /// <summary>For the 25 cm of the light grade; the heavy grade is then no more than that.</summary>
    ForLightLimit,
}

/// <summary>The limits of black and odorous water.</summary>
public sealed class BlackOdorousTable
{
    private BlackOdorousTable(StandardEdition edition, IReadOnlyDictionary<string, BlackOdorousLimit> limits, RuleTable rules)
    {
        (Edition, Limits) = (edition, limits);
        (ShallowDepth, ShallowPercent) = (rules.Row("shallow-depth").Number("value"), rules.Row("shallow-percent").Number("value"));
        (OneItemPercent, TwoItemsPercent, PointsPercent) = (rules.Whole("one-item-percent"), rules.Whole("two-items-percent"), rules.Whole("points-percent"));
    }

    /// <summary>The guide.</summary>
    public StandardEdition Edition { get; }

    /// <summary>Limits by code: sd (cm), do (mg/L), orp (mV), nh3n (mg/L).</summary>
    public IReadOnlyDictionary<string, BlackOdorousLimit> Limits { get; }

    internal decimal ShallowDepth { get; }

    internal decimal ShallowPercent { get; }

    internal int OneItemPercent { get; }

    internal int TwoItemsPercent { get; }

    internal int PointsPercent { get; }

    internal static BlackOdorousTable Read(StandardFiles files, IReadOnlyList<StandardEdition> editions)
    {
        var edition = editions.OfKind("black-odorous-water");
        var (file, text) = files.Pair($"{edition.Id}/limits.csv");
        var limits = new Dictionary<string, BlackOdorousLimit>();
        foreach (var row in CsvTable.Read(file, text, "item", "unit", "worse", "light", "heavy", "clause", "mark").Rows)
        {
            var limit = new BlackOdorousLimit(row.OneOf("worse", ("higher", Worse.Higher), ("lower", Worse.Lower)), row.Signed("light"), row.Signed("heavy"), RuleReference.Of(edition, row["clause"], row.Mark()));
            if (limit.Worse == Worse.Higher ? limit.Heavy <= limit.Light : limit.Heavy >= limit.Light)
            {
                throw row.Fault("The heavy grade begins beyond the light one.");
            }

            if (row["item"] is not ("sd" or "do" or "orp" or "nh3n") || !limits.TryAdd(row["item"], limit))
            {
                throw row.Fault("The items are sd, do, orp and nh3n, each once.");
            }
        }

        var (rulesFile, rulesText) = files.Pair($"{edition.Id}/rules.csv");
        return limits.Count == 4 ? new(edition, limits, RuleTable.Read(edition, rulesFile, rulesText)) : throw new StandardTableException(file, 0, "There are four items: sd, do, orp, nh3n.");
    }
}

/// <summary>Where the grades of an item begin; a value at the limit is not yet of the grade.</summary>
/// <param name="Worse">Which values are worse.</param>
/// <param name="Light">Beyond it light.</param>
/// <param name="Heavy">Beyond it heavy.</param>
/// <param name="Rule">Clause.</param>
public sealed record BlackOdorousLimit(Worse Worse, decimal Light, decimal Heavy, RuleReference Rule)
{
    /// <summary>The grade of a value.</summary>
    public BlackOdorousGrade Grade(decimal value) => Beyond(value, Heavy) ? BlackOdorousGrade.Heavy : Beyond(value, Light) ? BlackOdorousGrade.Light : BlackOdorousGrade.None;

    private bool Beyond(decimal value, decimal limit) => Worse == Worse.Higher ? value > limit : value < limit;
}
