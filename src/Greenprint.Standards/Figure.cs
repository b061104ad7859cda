using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Standards;

/// <summary>A figure that a standard defines: either given, or not given with the rule that forbids it. Never a zero in place of nothing.</summary>
public sealed record Figure
{
    private readonly Fraction exact;

    private Figure(Fraction exact, int decimals, string unit, NotGiven? notGiven) =>
        (this.exact, Decimals, Unit, NotGiven) = (exact, decimals, unit, notGiven);

    /// <summary>Why it cannot be given; null when it is given.</summary>
    public NotGiven? NotGiven { get; }

    /// <summary>True when there is a value.</summary>
    public bool IsGiven => NotGiven is null;

    /// <summary>The value before rounding, or null. For showing and storing: rounding always starts from <see cref="Rounded"/>.</summary>
    public decimal? Value => IsGiven ? exact.ToDecimal() : null;

    /// <summary>The value as it is published: rounded once from the exact value, half to even (GB/T 8170), with the edition's decimals; null when not given.</summary>
    public decimal? Published => Rounded(Decimals);

    /// <summary>Places of the published value.</summary>
    public int Decimals { get; }

    /// <summary>µg/m³, mg/m³, %, 天 …</summary>
    public string Unit { get; }

    /// <summary>The exact value, for a further calculation. Throws when the figure is not given.</summary>
    public Fraction Exact => IsGiven ? exact : throw new InvalidOperationException("A figure that is not given has no value.");

    /// <summary>A figure with a value.</summary>
    public static Figure Of(Fraction value, int decimals, string unit) => new(value, decimals, unit, null);

    /// <summary>A figure that a rule forbids.</summary>
    public static Figure Without(NotGiven reason, int decimals, string unit) => new(Fraction.Zero, decimals, unit, reason);

    /// <summary>The exact value rounded once, half to even; null when not given.</summary>
    public decimal? Rounded(int decimals) => IsGiven ? exact.HalfEven(decimals) : null;

    /// <summary>The published value with all its places (<c>30.0</c>), the same in every language; <c>—</c> when it cannot be given.</summary>
    public string Text => Published is { } value ? value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "—";

    /// <summary>The published value with its unit, or the reason why there is none.</summary>
    public override string ToString() => NotGiven is null ? $"{Text} {Unit}".TrimEnd() : NotGiven.Message.Here;
}

/// <summary>What kind of lack forbids a figure.</summary>
public enum NotGivenReason
{
    /// <summary>There is no valid value at all.</summary>
    NoData,

    /// <summary>Whole months of the period have no valid day.</summary>
    IncompletePeriod,

    /// <summary>Some months, or the year, have fewer valid days than the rule asks for.</summary>
    TooFewDays,

    /// <summary>No edition of the standard was in force.</summary>
    NoEdition,

    /// <summary>Too few stations of a city have a value.</summary>
    TooFewStations,

    /// <summary>An item is missing, and what the others say is not enough to publish.</summary>
    MissingItem,
}

/// <summary>Why a figure cannot be given (不能给出): the rule, in words, and the months that lack days.</summary>
/// <param name="Reason">The kind of lack.</param>
/// <param name="Rule">Standard and clause.</param>
/// <param name="Message">The sentence for a reader.</param>
/// <param name="Months">Months with fewer valid days than the rule asks for; empty where the rule is not about months.</param>
public sealed record NotGiven(NotGivenReason Reason, RuleReference Rule, Bilingual Message, IReadOnlyList<MonthShortfall> Months);

/// <summary>A month that has too few valid days.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Days">Valid days.</param>
/// <param name="Needed">What the rule asks for.</param>
public sealed record MonthShortfall(DateOnly Month, int Days, int Needed);
