using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>What can go wrong around the reading of a plan document; what is wrong in the document itself has codes DOC- and PLT-.</summary>
internal static class ReadingFindings
{
    public static Finding CannotWrite(string file, string reason) => new(
        "PLN-901",
        (Text($"结果无法写入（{reason}）。请检查路径、权限和磁盘空间。"), Text($"The result cannot be written ({reason}). Check path, rights and disk space.")),
        new FindingPlace(file));

    public static Finding WouldReplaceInput(string file) => new(
        "PLN-901",
        ("结果无法写入：它会覆盖要对照的文件。请用 --output 另取文件名。", "The result cannot be written: it would replace a file that is compared. Give --output another name."),
        new FindingPlace(file));

    public static Finding TooSlow(string file, int seconds) => new(
        "PLN-902",
        (Text($"读取超过 {seconds} 秒，已停止。扫描件请改用带文字的 PDF 或 Word 原件；其他文件可能异常，请另存后再试。"),
         Text($"Reading took more than {seconds} seconds and was stopped. Instead of a scan use a PDF with text or the Word file; another file may be abnormal: save it anew and try again.")),
        new FindingPlace(file));

    public static Finding ReaderFailed(string file, int exitCode) => new(
        "PLN-903",
        (Text($"读取进程异常结束（代码 {exitCode}），可能是文件过大或已损坏。请重新导出 PDF，或用 Word 另存为新的 .docx 后再试。"),
         Text($"The reading process ended abnormally (code {exitCode}): the file may be too large or damaged. Export the PDF again, or save it anew as .docx in Word, and try again.")),
        new FindingPlace(file));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
