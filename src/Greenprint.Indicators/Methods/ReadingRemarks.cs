using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Standards;

namespace Greenprint.Indicators;

/// <summary>Why an hour with a value takes no part, in the words of the trade.</summary>
internal static class ReadingRemarks
{
    private static readonly (ReadingFlags Flag, string Code, Bilingual Words)[] All =
    [
        (ReadingFlags.Maintenance, "maintenance", ("来源标注为维护的小时值", "Hourly values of an instrument under maintenance, as the source says")),
        (ReadingFlags.Calibration, "calibration", ("来源标注为校准的小时值", "Hourly values of an instrument being calibrated, as the source says")),
        (ReadingFlags.Invalid, "invalid", ("来源标注为无效的小时值", "Hourly values marked invalid by the source")),
    ];

    /// <summary>The first flag that keeps the reading out.</summary>
    public static string Code(ReadingFlags flags) => All.First(one => (flags & one.Flag) != 0).Code;

    /// <summary>The library quotes the code; a reader gets the words.</summary>
    public static Exclusion InWords(Exclusion named, ExcludedRecords records) =>
        records.Kind == ExclusionKind.HoursLeftOut && All.FirstOrDefault(one => records.Reason.En!.EndsWith(one.Code, StringComparison.Ordinal)) is { Words: { } words }
            ? named with { Reason = words }
            : named;
}
