using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>Why a row or a value of a file was not stored, and what was remarked about those that were.</summary>
internal static class RowFindings
{
    public static Finding WrongWidth(FindingPlace at, int found, int expected) => new("MON-020",
        ($"有 {found} 列，应为 {expected} 列：可能错列。整行未导入。", $"The row has {found} cells and should have {expected}: a column may be shifted. The row was left out."), at);

    public static Finding CutOff(FindingPlace at) => new("MON-021",
        ("最后一行不完整，文件可能在传输中被截断。整行未导入。", "The last line is cut off: the file may have been truncated on its way. The row was left out."), at);

    public static Finding NotANumber(FindingPlace at, string text) => new("MON-022",
        ($"“{text}”不是数值：可能错列。整行未导入。", $"'{text}' is no number: a column may be shifted. The row was left out."), at);

    public static Finding NoTime(FindingPlace at) => new("MON-023", ("没有监测时间。整行未导入。", "The row has no time and was left out."), at);

    public static Finding BadTime(FindingPlace at, string text) => new("MON-024", ($"“{text}”不是可识别的时间。整行未导入。", $"'{text}' is no time that can be read. The row was left out."), at);

    public static Finding FromTheFuture(FindingPlace at, string time) => new("MON-025",
        ($"时间 {time} 晚于当前时间。未导入。", $"The time {time} lies in the future. Left out."), at);

    public static Finding TooEarly(FindingPlace at, string time) => new("MON-026",
        ($"时间 {time} 早于 1970 年，多为仪器时钟故障。未导入。", $"The time {time} is before 1970: most likely a clock that lost its time. Left out."), at);

    public static Finding Negative(FindingPlace at, string text) => new("MON-027", ($"{text} 为负值。未导入。", $"{text} is negative. Left out."), at);

    public static Finding Sentinel(FindingPlace at, string text) => new("MON-028",
        ($"{text} 是仪器表示“无数据”的代码。未导入。", $"{text} is a code by which instruments say that there is no value. Left out."), at);

    public static Finding Implausible(FindingPlace at, string text, string unit, string limit) => new("MON-029",
        ($"{text} 超出可能范围（上限 {limit} {unit}）。请核对单位。未导入。", $"{text} cannot be (the highest possible is {limit} {unit}). Check the unit. Left out."), at);

    public static Finding NotHeld(FindingPlace at, string text) => new("MON-030",
        ($"{text} 的位数超过可精确保存的范围（小数 9 位，整数约 92 亿）。未导入。", $"{text} has more digits than are held exactly (nine decimals, up to 9.2 thousand million). Left out."), at);

    public static Finding Contradiction(FindingPlace at, string value, int firstLine, string firstValue) => new("MON-031",
        ($"与第 {firstLine} 行同一时间的值不一致：{value}，前为 {firstValue}。保留先出现的值，此值未导入。",
         $"Line {firstLine} has another value for the same time: {firstValue}, here {value}. The first one counts; this one was left out."), at);

    public static Finding NoStation(FindingPlace at) => new("MON-032", ("没有点位或断面名称。整行未导入。", "The row names no station and was left out."), at);

    public static Finding UnknownWord(FindingPlace at, string word, string allowed) => new("MON-033",
        ($"“{word}”不可识别，应为：{allowed}。整行未导入。", $"'{word}' is not known here; it can be: {allowed}. The row was left out."), at);

    public static Finding NotAFullHour(FindingPlace at, string time) => new("MON-034",
        ($"小时值的时间应为整点：{time}。未导入。", $"An hourly value begins on a full hour: {time}. Left out."), at);

    public static Finding OtherStep(FindingPlace at, int minutes, int expected) => new("MON-035",
        ($"该序列每个数据代表 {expected} 分钟，此处为 {minutes} 分钟。未导入。", $"A reading of this series stands for {expected} minutes, this one for {minutes}. Left out."), at);

    public static Finding NoDetectionLimit(FindingPlace at, string text) => new("MON-036",
        ($"“{text}”没有给出检出限。请写成 <0.02 或 0.02L。未导入。", $"'{text}' gives no detection limit. Write <0.02 or 0.02L. Left out."), at);

    public static Finding Stale(string file, long count, string month, string bulk) => new("MON-040",
        ($"{count} 个数据属于 {month}，而本次导入以 {bulk} 为主：按其日期保存并标记为滞后。",
         $"{count} readings are of {month}, while the bulk of the import is of {bulk}: stored as dated and flagged as stale."), new(file));

    public static Finding Frozen(string file, string station, long rows) => new("MON-041",
        ($"“{station}”所有项目连续 {rows} 行不变：保存并标记为恒值，请核实。", $"'{station}': all items stand still for {rows} rows. Stored and flagged as frozen; look into it."), new(file));

    public static Finding Remark(string file, ReadingFlags flag, long count) => flag switch
    {
        ReadingFlags.InstrumentCap => new("MON-042",
            ($"{count} 个数据等于仪器上限：保存并标记，真值可能更高。", $"{count} readings are at the cap of the instrument: stored and flagged; the true value may be higher."), new(file)),
        ReadingFlags.Spike => new("MON-043",
            ($"{count} 个数据远高于前后小时：保存并标记为突变。", $"{count} readings stand far above the hours before and after: stored and flagged as spikes."), new(file)),
        ReadingFlags.ParticleOrder => new("MON-044",
            ($"{count} 个小时 PM2.5 高于 PM10：保存并标记为倒挂。", $"In {count} hours PM2.5 is above PM10: stored and flagged."), new(file)),
        _ => throw new ArgumentOutOfRangeException(nameof(flag)),
    };

    public static Finding Repeated(string file, long count) => new("MON-045",
        ($"{count} 个数据在文件中重复且一致：计为未变。", $"{count} readings stand in the file more than once with the same value: counted as unchanged."), new(file));

    public static Finding NoRows(string file) => new("MON-046", ("只有表头，没有数据行。", "The file has a header and no rows."), new(file));
}
