using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Standards.Checks;

/// <summary>What can be wrong with a table that somebody wants calculated. Each is explained in <c>docs/findings.md</c>.</summary>
/// <remarks>STD-101 to STD-119 refuse the table; STD-121 to STD-139 leave a row empty; STD-141 and above are remarks, and the row is calculated as it stands.</remarks>
public static class TableFindings
{
    private const int Longest = 40;

    /// <summary>STD-101: the input is not there or cannot be read.</summary>
    public static Finding InputUnreadable(string name, string why) => new("STD-101", ($"不能读取：{why}", $"Cannot be read: {why}"), new(name));

    /// <summary>STD-101: the input is another kind of file.</summary>
    public static Finding InputNotText(string name, string kind) => new("STD-101", (
        $"这不是 CSV 文本（{kind}）。请在电子表格软件中另存为“CSV UTF-8”。", $"This is no CSV text but {kind}. Save it as \"CSV UTF-8\" from the spreadsheet."), new(name));

    /// <summary>STD-102: neither UTF-8 nor GB 18030.</summary>
    public static Finding UnknownEncoding(string name, long line) => new("STD-102", (
        "编码既不是 UTF-8 也不是 GB 18030，或在此处已损坏。", "The encoding is neither UTF-8 nor GB 18030, or the file is damaged here."), At(name, line));

    /// <summary>STD-103: nothing in it.</summary>
    public static Finding EmptyInput(string name) => new("STD-103", ("没有内容：第一行应为表头，其后每行一条记录。", "There is nothing in it: a header line and a row for each record are expected."), new(name));

    /// <summary>STD-104: a column that cannot be done without.</summary>
    public static Finding ColumnMissing(string name, string column, IReadOnlyList<string> header) => new("STD-104", (
        $"缺少列“{column}”。现有：{Listed(header)}。名称不同时请指明：--columns {column}=表头。",
        $"The column '{column}' is missing. There are: {Listed(header)}. Where it has another name: --columns {column}=HEADER."), At(name, 1));

    /// <summary>STD-104: no column of values at all.</summary>
    public static Finding NoItems(string name, IEnumerable<string> known, IReadOnlyList<string> header) => new("STD-104", (
        $"没有可计算的项目列。可用：{Listed(known)}；现有：{Listed(header)}。名称不同时请指明：--columns 项目=表头。",
        $"There is no column of an item. Known: {Listed(known)}; there are: {Listed(header)}. Where they have other names: --columns ITEM=HEADER."), At(name, 1));

    /// <summary>STD-105: a column twice.</summary>
    public static Finding ColumnTwice(string name, string column, string first, string second) => new("STD-105", (
        $"列“{column}”出现两次：“{first}”与“{second}”。请用 --columns {column}=表头 指明用哪一列。",
        $"The column '{column}' is there twice, as '{first}' and as '{second}'. Say which one is meant: --columns {column}=HEADER."), At(name, 1));

    /// <summary>STD-106: <c>--columns</c> that cannot be read.</summary>
    public static Finding NoColumnPair(string text) => new("STD-106", (
        $"--columns 中的“{text}”应写作 名称=表头，且同一名称只写一次。", $"'{text}' in --columns is to be NAME=HEADER, each name once."));

    /// <summary>STD-106: <c>--columns</c> names a header that is not there.</summary>
    public static Finding MappedColumnMissing(string name, string column, string written, IReadOnlyList<string> header) => new("STD-106", (
        $"--columns 为“{column}”指明的表头“{written}”不存在。现有：{Listed(header)}。",
        $"--columns says '{column}' is the header '{written}', which is not there. There are: {Listed(header)}."), At(name, 1));

    /// <summary>STD-107: a unit that is not understood.</summary>
    public static Finding UnknownUnit(string name, string column, string unit, string expected) => new("STD-107", (
        $"不认识单位“{unit}”，或它不能换算为 {expected}。", $"The unit '{unit}' is not known, or cannot be brought to {expected}."), new(name, 1, column));

    /// <summary>STD-108: a quotation mark is not closed.</summary>
    public static Finding BrokenQuotes(string name, int line) => new("STD-108", (
        "从这里起引号没有配对，无法分清各行。", "From here on a quotation mark is not closed, and rows cannot be told apart."), new(name, line));

    /// <summary>STD-109: the result cannot be written.</summary>
    public static Finding CannotWrite(string path, string why) => new("STD-109", ($"不能写入：{why}", $"Cannot be written: {why}"), new(path));

    /// <summary>STD-111: a column that holds something else than its header says.</summary>
    public static Finding HeaderDoesNotFit(string name, string column, string example, long cells) => new("STD-111", (
        $"这一列多数不是数值（{cells} 个单元格，例如“{Short(example)}”）：表头与内容不符。",
        $"Most cells of this column are no numbers ({cells} of them, for example '{Short(example)}'): the header does not fit what stands below it."), new(name, null, column));

    /// <summary>STD-112: a column whose values as a whole are in no possible range: a wrong unit, most likely.</summary>
    public static Finding ImplausibleColumn(string name, string column, double median, string unit, decimal lowest, decimal highest, Bilingual? guess) => new("STD-112", (
        $"整列数值不合理：中位数约 {Figure(median)} {unit}，应在 {Figure((double)lowest)} 至 {Figure((double)highest)} 之间。{guess?.Zh}单位不同时请写在表头中，例如 {column}(单位)；确认无误请加 --accept STD-112。",
        $"The column as a whole is implausible: its median is about {Figure(median)} {unit}, where {Figure((double)lowest)} to {Figure((double)highest)} are expected. {guess?.En}Name another unit in the header, as {column}(UNIT); if the values are right, add --accept STD-112."),
        new(name, null, column));

    /// <summary>STD-113: two columns that look swapped.</summary>
    public static Finding ColumnsSwapped(string name, string one, string other, Bilingual why) => new("STD-113", (
        $"“{one}”与“{other}”两列像是互换了：{why.Zh}。请核对表头；确认无误请加 --accept STD-113。",
        $"The columns '{one}' and '{other}' look swapped: {why.En}. Check the header; if it is right, add --accept STD-113."), new(name, null, one));

    /// <summary>STD-114: <c>--strict</c>, and something was found.</summary>
    public static Finding Strict(string name, long findings) => new("STD-114", (
        $"发现 {findings} 处问题；按 --strict 未写结果。", $"There were {findings} findings; by --strict no result was written."), new(name));

    /// <summary>STD-115: <c>--target</c> where there is nothing to choose.</summary>
    public static Finding NoTarget(string standard) => new("STD-115", (
        $"{standard} 的超标倍数固定对照Ⅲ类，不接受 --target。", $"Exceedance of {standard} is over class III; it takes no --target."));

    /// <summary>STD-115: a class that the standard has no limits for.</summary>
    public static Finding NoSuchTarget(string standard, int target, int last) => new("STD-115", (
        $"{standard} 没有第 {target} 类的限值；--target 可为 1 至 {last}。", $"{standard} has no limits for class {target}; --target is 1 to {last}."));

    /// <summary>STD-121: too many or too few cells.</summary>
    public static Finding WrongWidth(string name, int line, int cells, int expected) => new("STD-121", (
        $"有 {cells} 个单元格，表头有 {expected} 个。", $"There are {cells} cells where the header names {expected}."), new(name, line));

    /// <summary>STD-122: no time.</summary>
    public static Finding NotATime(string name, int line, string column, string text) => new("STD-122", (
        $"“{Short(text)}”不是时间。应写作 2026-03-01 或 2026-03-01 08:00。", $"'{Short(text)}' is no time. Write 2026-03-01 or 2026-03-01 08:00."), new(name, line, column));

    /// <summary>STD-123: an hour numbered 24.</summary>
    public static Finding Hour24(string name, int line, string column, string text) => new("STD-123", (
        $"“{Short(text)}”：小时应为 0 至 23。24 时若指次日 0 时，请写作次日 00:00。",
        $"'{Short(text)}': hours are 0 to 23. If 24 means midnight at the end of the day, write 00:00 of the next day."), new(name, line, column));

    /// <summary>STD-124: text where a number is expected.</summary>
    public static Finding NotANumber(string name, int line, string column, string text) => new("STD-124", (
        $"“{Short(text)}”不是数值。", $"'{Short(text)}' is no number."), new(name, line, column));

    /// <summary>STD-125: a concentration below zero.</summary>
    public static Finding Negative(string name, int line, string column, string text) => new("STD-125", (
        $"{Short(text)}：浓度不能为负。", $"{Short(text)}: a concentration is not below zero."), new(name, line, column));

    /// <summary>STD-126: below detection in air.</summary>
    public static Finding BelowDetectionInAir(string name, int line, string column, string text) => new("STD-126", (
        $"“{Short(text)}”：环境空气自动监测没有“低于检出限”的写法，请给出数值或留空。",
        $"'{Short(text)}': automatic monitoring of air knows no value below detection. Give the number, or leave the cell empty."), new(name, line, column));

    /// <summary>STD-127: a number that no instrument gives.</summary>
    public static Finding BeyondEverything(string name, int line, string column, string text, string unit) => new("STD-127", (
        $"{Short(text)} {unit} 超出任何仪器的量程。", $"{Short(text)} {unit} is beyond the range of any instrument."), new(name, line, column));

    /// <summary>STD-128: a day on which no edition of the standard was in force.</summary>
    public static Finding NoEdition(string name, int line, DateOnly day) => new("STD-128", (
        $"{Day(day)} 尚无已实施的标准版本；可用 --edition 指定一个。", $"No edition of the standard was in force on {Day(day)}; --edition forces one."), new(name, line));

    /// <summary>STD-141: a station's hour or day a second time.</summary>
    public static Finding Twice(string name, int line, string station, string time) => new("STD-141", (
        $"{Short(station)} 在 {Short(time)} 已有一行；两行都按原样计算。", $"{Short(station)} has a row for {Short(time)} already; both are calculated as they stand."), new(name, line));

    /// <summary>STD-142: fine particles above all particles.</summary>
    public static Finding FineAboveCoarse(string name, int line, string fine, string coarse) => new("STD-142", (
        $"PM2.5（{Short(fine)}）大于 PM10（{Short(coarse)}），照原样计算。", $"PM2.5 ({Short(fine)}) is above PM10 ({Short(coarse)}); calculated as it stands."), new(name, line, "PM2.5"));

    /// <summary>STD-143: a value that is hardly possible.</summary>
    public static Finding ImplausibleValue(string name, int line, string column, string text, string unit, decimal highest) => new("STD-143", (
        $"{Short(text)} {unit} 少见地高（超过 {Figure((double)highest)}），照原样计算；请核对单位。",
        $"{Short(text)} {unit} is hardly possible (above {Figure((double)highest)}); calculated as it stands. Check the unit."), new(name, line, column));

    /// <summary>STD-144: a time that cannot be read, where none is needed.</summary>
    public static Finding OddTime(string name, int line, string column, string text) => new("STD-144", (
        $"“{Short(text)}”不是时间，照抄；判定类别不用时间。", $"'{Short(text)}' is no time and is copied as it stands; a class needs none."), new(name, line, column));

    /// <summary>STD-145: total nitrogen of rivers.</summary>
    public static Finding NitrogenOfRiver(string name, int line, string column) => new("STD-145", (
        "河流没有总氮限值，总氮不参加河流的评价（只提示一次）。", "There is no limit of total nitrogen for rivers: it takes no part in theirs (said once)."), new(name, line, column));

    /// <summary>STD-146: an item with a value that the standard cannot judge.</summary>
    public static Finding NotJudged(string name, int line, string column, Bilingual words) => new("STD-146", (
        $"{words.Zh}（每个项目只提示一次）。", $"{words.En} (said once for each item)."), new(name, line, column));

    /// <summary>STD-147: what was assumed about a plot: the strictest band of pH, class 1 for an unknown use.</summary>
    public static Finding Assumed(string name, int line, Bilingual words) => new("STD-147", ($"{words.Zh}。", $"{words.En}."), new(name, line));

    /// <summary>STD-129: a use of land that the standard does not know.</summary>
    public static Finding UnknownUse(string name, int line, string column, string text, IEnumerable<string> known) => new("STD-129", (
        $"“{Short(text)}”不是土地利用类型；可用：{Listed(known)}。", $"'{Short(text)}' is no use of land; known are: {Listed(known)}."), new(name, line, column));

    /// <summary>STD-116: a comparison of what are not two editions.</summary>
    public static Finding NotTwoEditions(string first, string second) => new("STD-116", (
        $"“{first}”与“{second}”不是同一标准的两个版本。", $"'{first}' and '{second}' are not two editions of one standard."));

    /// <summary>STD-117: a station of two cities.</summary>
    public static Finding StationTwice(string name, int line, string station, string first, string second) => new("STD-117", (
        $"点位“{Short(station)}”已属于 {Short(first)}，又写为 {Short(second)}。", $"The station '{Short(station)}' belongs to {Short(first)} already, and is given as {Short(second)} too."), new(name, line));

    /// <summary>STD-130: two different values for one hour, where hours are summed up.</summary>
    public static Finding Contradiction(string name, int line, string station, string time) => new("STD-130", (
        $"{Short(station)} 在 {Short(time)} 有两个不同的值，该小时不参加统计。", $"{Short(station)} has two different values for {Short(time)}; the hour takes no part."), new(name, line));

    /// <summary>STD-131: a day where an hour is needed.</summary>
    public static Finding NoHour(string name, int line, string text) => new("STD-131", (
        $"“{Short(text)}”没有小时；评价由小时值计算。", $"'{Short(text)}' names no hour; assessments are made of hourly means."), new(name, line));

    /// <summary>STD-148: an hour twice with the same values.</summary>
    public static Finding TwiceTheSame(string name, int line, string station, string time) => new("STD-148", (
        $"{Short(station)} 在 {Short(time)} 已有数值相同的一行，只计一次。", $"{Short(station)} has a row for {Short(time)} with the same values; it counts once."), new(name, line));

    /// <summary>STD-149: a period that a switch of editions cuts.</summary>
    public static Finding EditionChanges(string place, string period, string last, string before) => new("STD-149", (
        $"{place} {period}：期内标准版本更替，按最后一日的版本 {last} 评价；按 {before} 评价请加 --edition {before}。",
        $"{place} {period}: the edition changes within; it is judged by that of its last day, {last}. For the other: --edition {before}."));

    /// <summary>STD-150: a station of a city that no row names.</summary>
    public static Finding PointWithoutHours(string name, string city, string station) => new("STD-150", (
        $"{Short(city)} 的点位 {Short(station)} 在数据中没有出现，仍计入该城市的点位数。请核对两份文件中点位的写法。",
        $"The station {Short(station)} of {Short(city)} is in no row; it still counts among the city's points. Compare how both files write it."), new(name));

    private static FindingPlace At(string name, long line) => new(name, (int)Math.Min(line, int.MaxValue));

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(Longest).Select(Short)) + (all.Count > Longest ? ", …" : "");
    }

    private static string Figure(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(string text)
    {
        var plain = text.ReplaceLineEndings(" ").Trim();
        return plain.Length > Longest ? string.Concat(plain.AsSpan(0, Longest), "…") : plain;
    }
}
