using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Names of the columns of concentrations.</summary>
internal static class AirColumnsIn
{
    /// <summary>Columns of the result, in the order of the input's description.</summary>
    internal static readonly IReadOnlyList<string> Items = ["so2", "no2", "co", "o3", "o3_8h", "pm10", "pm25"];

    /// <summary>Columns of the index. Those of 24 h moving means are for the hourly report by the text of 2012.</summary>
    internal static readonly IReadOnlyList<KnownColumn> Known =
    [
        .. KnownColumn.Of(MeasuredItems.AirBasic), new("o3_8h", MeasuredItems.O3.Unit), new("pm10_24h", MeasuredItems.Pm10.Unit), new("pm25_24h", MeasuredItems.Pm25.Unit),
    ];

    /// <summary>Columns of hourly means that periods are assessed from.</summary>
    internal static readonly IReadOnlyList<KnownColumn> Hourly = [.. KnownColumn.Of(MeasuredItems.AirBasic)];

    /// <summary>The item of a column of <see cref="Known"/>.</summary>
    internal static MeasuredItem ItemOf(string code) => MeasuredItems.Get(code.Split('_')[0]);

    /// <summary>The column in which an entry of a report is written.</summary>
    internal static string Of(IndexItem entry) => entry.Averaging == Averaging.EightHours ? $"{entry.Item.Code}_8h" : entry.Item.Code;
}
