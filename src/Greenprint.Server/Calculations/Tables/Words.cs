using Greenprint.Quantities;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>Descriptions of the options that the verbs share.</summary>
internal static class Words
{
    internal static readonly Bilingual InputFile = ("输入的 CSV 文件；- 为标准输入。", "The CSV file to read; - for standard input.");

    internal static readonly Bilingual OutputFile = ("写入的 CSV 文件，全部算完才出现；- 为标准输出（默认）。", "The CSV file to write, which appears when it is whole; - for standard output (default).");

    internal static readonly Bilingual Columns = (
        "表头的名称与约定不同时指明，例如 station=点位,pm25=PM2.5。", "Which header stands for which column, where names differ: station=WatchPoint,pm25=PM2.5.");

    internal static readonly Bilingual Findings = ("把数据中发现的全部问题写入这个 CSV 文件。", "Write everything found in the data to this CSV file.");

    internal static readonly Bilingual Strict = ("发现任何问题即不予计算，不写结果。", "Refuse the table for anything found in it, and write no result.");

    internal static readonly Bilingual Accept = (
        "已核对：不因这个代码的疑问拒绝整份数据（STD-112、STD-113），照原样计算。", "Looked into: do not refuse the table for this doubt (STD-112, STD-113), and compute it as it stands.");
}
