namespace Greenprint.Standards.Air;

/// <summary>An AQI from whole numbers, for a million rows: what <see cref="AirQualityIndex"/> says, without words.</summary>
/// <param name="Aqi">The index, or <see cref="ScaledColumn.None"/> where none can be given (NA).</param>
/// <param name="PrimaryBits">Primary pollutants: bit i stands for entry i of the report; 0 where there is none.</param>
public readonly record struct ScaledIndex(int Aqi, int PrimaryBits)
{
    /// <summary>True when there is an AQI.</summary>
    public bool IsGiven => Aqi != ScaledColumn.None;

    /// <summary>True when the entry is a primary pollutant.</summary>
    public bool IsPrimary(int entry) => (PrimaryBits >> entry & 1) == 1;
}
