using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>Every finding this module can raise about the store and about files as a whole; each is explained in <c>docs/findings.md</c>.</summary>
public static class MonitoringFindings
{
    /// <summary>There is no such series.</summary>
    public static Finding NoSuchSeries(string series) => new("MON-001", ($"没有编号为“{series}”的监测序列。", $"There is no series '{series}'."));

    /// <summary>There is no such station.</summary>
    public static Finding NoSuchStation(string station) => new("MON-002", ($"没有点位或断面“{station}”。", $"There is no station or section '{station}'."));

    /// <summary>The file holds nothing.</summary>
    public static Finding EmptyFile(string file) => new("MON-003", ("文件是空的。请核对导出是否完成。", "The file is empty. Check that the export finished."), new(file));

    /// <summary>The file is no text.</summary>
    public static Finding NotText(string file, string what) => new("MON-004",
        ($"不是文本文件（{what}）。请导入 CSV；Excel 工作簿请另存为“CSV UTF-8”。",
         $"This is no text ({what}). Import a CSV; save an Excel workbook as \"CSV UTF-8\"."), new(file));

    /// <summary>The text is in neither of the encodings that are read.</summary>
    public static Finding UnknownEncoding(string file) => new("MON-005",
        ("既不是 UTF-8 也不是 GB 18030 编码。请另存为 UTF-8。", "The text is neither UTF-8 nor GB 18030. Save it as UTF-8."), new(file));

    /// <summary>The first line belongs to no known format.</summary>
    public static Finding UnknownHeader(string file, string header, string formats) => new("MON-006",
        ($"第一行不是已知格式的表头：“{header}”。已知格式：{formats}。请核对文件，或用 --format 指明。",
         $"The first line is the header of no known format: '{header}'. Known formats: {formats}. Check the file, or name one with --format."), new(file, 1));

    /// <summary>A column that the format needs is not there.</summary>
    public static Finding MissingColumns(string file, string format, string columns) => new("MON-007",
        ($"按 {format} 格式读取缺少列：{columns}。", $"To be read as {format} the file lacks the columns {columns}."), new(file, 1));

    /// <summary>The times have no year and nobody said it.</summary>
    public static Finding NoYear(string file, int line) => new("MON-008",
        ("时间没有年份。请用 --year 指明，例如 --year 2021。", "The times have no year. Say it with --year, for example --year 2021."), new(file, line));

    /// <summary>A column's unit cannot be brought to the unit of the item.</summary>
    public static Finding UnknownUnit(string file, string column, string unit, string expected) => new("MON-009",
        ($"“{column}”的单位“{unit}”无法换算为 {expected}。请改正表头中的单位。", $"The unit '{unit}' of '{column}' cannot be brought to {expected}. Correct it in the header."),
        new(file, 1, column));

    /// <summary>A column is in another unit than the format says.</summary>
    public static Finding WrongCarbonMonoxideUnit(string file, string format, string expected, string median, bool tooLarge) => new("MON-010",
        (tooLarge
            ? $"按 {format} 格式，CO 应为 {expected}，但半数以上的值像是大了 1000 倍（例如 {median}），应是 µg/m³。未导入任何数据。请换算后再导入，或改用 CO 为 µg/m³ 的格式。"
            : $"按 {format} 格式，CO 应为 {expected}，但半数以上的值像是小了 1000 倍（例如 {median}），应是 mg/m³。未导入任何数据。请换算后再导入，或改用 CO 为 mg/m³ 的格式。",
         tooLarge
            ? $"In {format} CO is in {expected}, but more than half of the values look 1000 times too large (such as {median}): they are in µg/m³. Nothing was imported. Convert them, or use a format with CO in µg/m³."
            : $"In {format} CO is in {expected}, but more than half of the values look 1000 times too small (such as {median}): they are in mg/m³. Nothing was imported. Convert them, or use a format with CO in mg/m³."),
        new(file, null, "CO"));

    /// <summary>The file cannot be opened.</summary>
    public static Finding Unreadable(string file, string why) => new("MON-011", ($"无法读取文件：{why}", $"The file cannot be read: {why}"), new(file));

    /// <summary>A quotation mark is never closed, or a cell is absurdly long.</summary>
    public static Finding BrokenQuotes(string file, int line) => new("MON-012",
        ("从这一行起引号没有成对，后面的内容无法分行。请改正引号。", "From this line on a quotation mark is not closed, so the rest cannot be told apart. Correct the quotes."), new(file, line));

    /// <summary>There is no format of this name.</summary>
    public static Finding NoSuchFormat(string format, string formats) => new("MON-013",
        ($"没有名为“{format}”的格式。可用：{formats}。", $"There is no format '{format}'. There are: {formats}."));

    /// <summary>The count at the end of an export is not the number of its rows.</summary>
    public static Finding ShortExport(string file, long declared, long found) => new("MON-014",
        ($"文件末尾声明 {declared} 行，实有 {found} 行：文件不完整。请重新导出。",
         $"The file says at its end that it has {declared} rows; it has {found}. It is not complete: export it again."), new(file));

    /// <summary>No file was named.</summary>
    public static Finding NoFiles { get; } = new("MON-015", ("没有指定要导入的文件。", "No file was named."));

    /// <summary>A written moment that cannot be read.</summary>
    public static Finding NoMoment(string text) => new("MON-016",
        ($"“{text}”不是时间。请写成 2026-03-01 或 2026-03-01 08:00。", $"'{text}' is no time. Write 2026-03-01 or 2026-03-01 08:00."));

    /// <summary>A station of the files belongs to a region for which the person may not import.</summary>
    public static Finding OtherRegion(string station, string region) => new("MON-017",
        ($"点位“{station}”属于地区 {region}，您没有在该地区导入的权限。", $"The station '{station}' belongs to the region {region}, for which you may not import."));

    /// <summary>Uploaded files are no longer held.</summary>
    public static Finding ShelfExpired { get; } = new("MON-018",
        ("检查过的文件已不再保留，请重新上传。", "The files that were checked are no longer held. Upload them again."));

    internal static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
