using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>Words of the verbs that calculate from a table.</summary>
internal static class Texts
{
    internal static readonly Bilingual IsAFolder = ("它是一个文件夹", "it is a folder");

    internal static Bilingual MoreFindings(long more, string counts, bool toFile) => (
        $"……另有 {more} 条未列出；合计 {counts}。{(toFile ? "加 --findings 文件 可保存全部。" : "")}",
        $"… and {more} more; in all {counts}.{(toFile ? " --findings FILE keeps them all." : "")}");

    internal static Bilingual Done(long rows, long empty, TimeSpan time) => (
        string.Create(CultureInfo.InvariantCulture, $"{rows:N0} 行，其中 {empty:N0} 行因数据问题未计算；用时 {time.TotalSeconds:0.0} 秒。"),
        string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {empty:N0} of them left empty for what was found in them; {time.TotalSeconds:0.0} s."));

    internal static Bilingual Progress(long rows, double perSecond, double? share) => (
        string.Create(CultureInfo.InvariantCulture, $"{(share is { } part ? $"{part:P0} " : "")}{rows:N0} 行，每秒 {perSecond:N0} 行"),
        string.Create(CultureInfo.InvariantCulture, $"{(share is { } of ? $"{of:P0} " : "")}{rows:N0} rows, {perSecond:N0} a second"));
}
