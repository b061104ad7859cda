using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>Temperature and pressure at which a concentration is stated.</summary>
/// <param name="Kelvin">Temperature.</param>
/// <param name="Hectopascal">Pressure.</param>
public readonly record struct ReferenceState(decimal Kelvin, decimal Hectopascal)
{
    /// <summary>What a concentration at <paramref name="from"/> is multiplied by to be one at <paramref name="to"/>: the same mass in a volume that grows with T and shrinks with p.</summary>
    /// <remarks>273.15 K to 298.15 K at one pressure: 273.15/298.15 = 0.9161….</remarks>
    public static Fraction Factor(ReferenceState from, ReferenceState to) =>
        Fraction.Of(from.Kelvin) * Fraction.Of(to.Hectopascal) / (Fraction.Of(to.Kelvin) * Fraction.Of(from.Hectopascal));
}

/// <summary>The states of GB 3095 by date: standard state (273.15 K) to 2018-08-31, then the reference state (298.15 K) for gases, with particles as they are in the air.</summary>
public sealed class ReferenceStates
{
    private readonly IReadOnlyList<(DateOnly From, ReferenceState State, bool ParticlesToo, RuleReference Rule)> rows;

    private ReferenceStates(IReadOnlyList<(DateOnly From, ReferenceState State, bool ParticlesToo, RuleReference Rule)> rows) => this.rows = rows;

    /// <summary>The state of an item on a day; null where it is stated as it is in the air (particles from 2018-09-01), and before GB 3095-2012.</summary>
    public ReferenceState? On(DateOnly day, MeasuredItem item) =>
        RowOf(day) is { } row && (row.ParticlesToo || !IsParticle(item)) ? row.State : null;

    /// <summary>The rule of a day, or null before GB 3095-2012.</summary>
    public RuleReference? RuleOn(DateOnly day) => RowOf(day)?.Rule;

    /// <summary>A concentration as it was stated on one day, as it would be stated on another. Not rounded.</summary>
    /// <param name="item">An item of ambient air.</param>
    /// <param name="value">In the item's unit.</param>
    /// <param name="from">Day whose state the value has.</param>
    /// <param name="to">Day whose state is wanted.</param>
    /// <exception cref="ArgumentException">One of the days states particles as they are: temperature and pressure then must be known (<see cref="ReferenceState.Factor"/>).</exception>
    public Fraction Convert(MeasuredItem item, decimal value, DateOnly from, DateOnly to) =>
        On(from, item) is { } old && On(to, item) is { } wanted
            ? Fraction.Of(value) * ReferenceState.Factor(old, wanted)
            : throw new ArgumentException($"{item.Code} is stated as it is in the air on one of the days: its temperature and pressure must be known.", nameof(item));

    internal static ReferenceStates Read(StandardFiles files, IEnumerable<StandardEdition> limits)
    {
        var rows = new List<(DateOnly From, ReferenceState State, bool ParticlesToo, RuleReference Rule)>();
        foreach (var edition in limits)
        {
            var (file, text) = files.Pair($"{edition.Id}/reference-state.csv");
            foreach (var row in CsvTable.Read(file, text, "from", "kelvin", "hectopascal", "particles", "clause", "mark").Rows)
            {
                if (!DateOnly.TryParseExact(row["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) || (rows.Count > 0 && from <= rows[^1].From))
                {
                    throw row.Fault("The first day is written yyyy-MM-dd and comes after that of the state before.");
                }

                rows.Add((from, new(row.Number("kelvin"), row.Number("hectopascal")), row.OneOf("particles", ("standard", true), ("ambient", false)), RuleReference.Of(edition, row["clause"], row.Mark())));
            }
        }

        return new(rows);
    }

    private static bool IsParticle(MeasuredItem item) => item == MeasuredItems.Pm25 || item == MeasuredItems.Pm10;

    private (DateOnly From, ReferenceState State, bool ParticlesToo, RuleReference Rule)? RowOf(DateOnly day)
    {
        for (var at = rows.Count - 1; at >= 0; at--)
        {
            if (rows[at].From <= day)
            {
                return rows[at];
            }
        }

        return null;
    }
}
