namespace Greenprint.Quantities;

/// <summary>What an item is measured in.</summary>
public enum Medium
{
    /// <summary>Ambient air (环境空气).</summary>
    Air,

    /// <summary>Water (水).</summary>
    Water,
}

/// <summary>What is measured (监测项目): a substance or a property of air or water.</summary>
/// <param name="Code">Permanent short name in files and addresses, lower case: <c>pm25</c>, <c>nh3n</c>.</param>
/// <param name="Name">As official texts write it.</param>
/// <param name="Symbol">Short form for a table's head: PM₂.₅, DO; the code of a formula, the same in every language.</param>
/// <param name="Medium">Air or water.</param>
/// <param name="Unit">The one unit in which values are stored, as it is printed; empty for a number without unit.</param>
/// <param name="Decimals">Places shown for a single measured value. A standard may ask for others in a statistic.</param>
public sealed record MeasuredItem(string Code, Bilingual Name, string Symbol, Medium Medium, string Unit, int Decimals)
{
    /// <summary><see cref="Unit"/> as a unit that converts.</summary>
    public Unit Measure { get; } = Units.Get(Unit);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
