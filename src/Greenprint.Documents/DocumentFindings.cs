using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Documents;

/// <summary>Every reason for which a document is refused, and every remark about one that was read. Explained in <c>docs/findings.md</c>.</summary>
public static class DocumentFindings
{
    /// <summary>There is no such file, or it may not be opened.</summary>
    public static Finding CannotOpen(string file) => At(
        "DOC-001",
        file,
        ("文件不存在或无法打开。请检查路径和读取权限。", "The file does not exist or cannot be opened. Check the path and your right to read it."));

    /// <summary>The file has no bytes.</summary>
    public static Finding Empty(string file) => At(
        "DOC-002",
        file,
        ("文件是空的（0 字节）。请重新导出或重新下载后再试。", "The file is empty (0 bytes). Export or download it again."));

    /// <summary>The file is larger than allowed; it was not read.</summary>
    public static Finding TooLarge(string file, long bytes, long limit) => At(
        "DOC-003",
        file,
        (Text($"文件为 {Size(bytes)}，超过上限 {Size(limit)}，未读取。规划文本一般不超过 5 MB，请确认是否选错文件；Word 文件可先压缩图片。"),
         Text($"The file has {Size(bytes)}, more than the limit of {Size(limit)}; it was not read. A plan seldom has more than 5 MB: check that it is the right file; compress the pictures of a Word file.")));

    /// <summary>The content is an old binary Word file.</summary>
    public static Finding OldOffice(string file) => At(
        "DOC-005",
        file,
        ("内容是旧版二进制 Office 或 WPS 文件（.doc、.wps）。请打开后另存为 .docx。",
         "The content is an old binary Office or WPS file (.doc, .wps). Open it and save it as .docx."));

    /// <summary>The content is a ZIP package that holds no Word document.</summary>
    public static Finding ZipWithoutDocument(string file) => At(
        "DOC-006",
        file,
        ("内容是 ZIP 压缩包，但不是 Word 文档。如果文档在压缩包里，请先解压；表格（.xlsx）和演示文稿请另存为 .docx。",
         "The content is a ZIP package but no Word document. Unpack it if the document is inside; save a spreadsheet or slides as .docx."));

    /// <summary>The content is neither text nor a document that can be read.</summary>
    public static Finding Binary(string file) => At(
        "DOC-007",
        file,
        ("内容既不是文本，也不是 Word 文档或 PDF（例如图片或程序）。请改用 .docx、.pdf、.txt 或 .md 文件。",
         "The content is neither text nor a Word document nor a PDF (a picture or a program, perhaps). Use a .docx, .pdf, .txt or .md file."));

    /// <summary>The text is neither good UTF-8 nor good GB 18030.</summary>
    public static Finding UnknownEncoding(string file, int line) => At(
        "DOC-008",
        file,
        ("从这一行起文字编码既不是 UTF-8 也不是 GB 18030，可能是下载不完整或两种编码混用。请用记事本另存为 UTF-8 后再试。",
         "From this line on the bytes are neither UTF-8 nor GB 18030: a damaged download, or two encodings mixed. Save the text as UTF-8 and try again."),
        line);

    /// <summary>The extension says something else than the content.</summary>
    public static Finding WrongExtension(string file, string extension, Bilingual content, string rename) => At(
        "DOC-009",
        file,
        (Text($"扩展名是“{extension}”，内容却是{content.Zh}。确认文件无误后，请把扩展名改为“{rename}”再试。"),
         Text($"The extension is “{extension}”, the content is {content.En}. If it is the right file, rename it to “{rename}” and try again.")));

    /// <summary>The Word file cannot be read.</summary>
    public static Finding Damaged(string file, string reason) => At(
        "DOC-010",
        file,
        (Text($"Word 文件已损坏，无法读取（{reason}）。请用 Word 或 WPS 打开并另存为新的 .docx。"),
         Text($"The Word file is damaged and cannot be read ({reason}). Open it in Word or WPS and save it as a new .docx.")));

    /// <summary>The Word file unpacks to more than allowed.</summary>
    public static Finding UnpacksTooLarge(string file, long limit) => At(
        "DOC-011",
        file,
        (Text($"Word 文件解压后超过上限 {Size(limit)}，已停止读取。正常的规划文本不会这样，请确认来源，并用 Word 另存后再试。"),
         Text($"The Word file unpacks to more than {Size(limit)}; reading was stopped. No plan does: check where it comes from, and save it anew in Word.")));

    /// <summary>The Word file is protected by a password.</summary>
    public static Finding Encrypted(string file) => At(
        "DOC-012",
        file,
        ("Word 文件设有打开密码。请去除密码另存后再试。", "The Word file is protected by a password. Save it without one and try again."));

    /// <summary>There is no text in the document.</summary>
    public static Finding NoText(string file) => At(
        "DOC-013",
        file,
        ("文件中没有文字（可能只有图片或扫描件）。请使用含文字的版本。", "There is no text in the file (only pictures or scans, perhaps). Use a version with text."));

    /// <summary>The content is text of another format.</summary>
    public static Finding OtherFormat(string file, string format) => At(
        "DOC-014",
        file,
        (Text($"内容是 {format}，不能读取。请在 Word 或 WPS 中打开并另存为 .docx。"),
         Text($"The content is {format}, which cannot be read. Open it in Word or WPS and save it as .docx.")));

    /// <summary>Remark: the file ends in the middle of a character.</summary>
    public static Finding CutOff(string file, int line) => At(
        "DOC-015",
        file,
        ("文件在一个字的中间结束，最后不完整的字节已略去。下载可能不完整，请核对文末。",
         "The file ends in the middle of a character; the incomplete bytes were left out. The download may be incomplete: check the end."),
        line);

    /// <summary>Remark: the document has tracked changes.</summary>
    public static Finding TrackedChanges(string file) => At(
        "DOC-016",
        file,
        ("文档含修订痕迹：按“接受全部修订”读取，删除的文字未计入。", "The document has tracked changes; it was read as if all were accepted, without the deleted text."));

    /// <summary>The PDF is protected by a password.</summary>
    public static Finding PdfEncrypted(string file) => At(
        "DOC-017",
        file,
        ("PDF 设有打开密码。请去除密码另存后再试，或使用原始 Word 文件。", "The PDF is protected by a password. Save it without one, or use the original Word file."));

    /// <summary>The PDF cannot be read.</summary>
    public static Finding PdfDamaged(string file, string reason) => At(
        "DOC-018",
        file,
        (Text($"PDF 已损坏或不完整，无法读取（{reason}）。请重新下载，或用阅读器打开后“另存为”或“打印为 PDF”再试。"),
         Text($"The PDF is damaged or incomplete and cannot be read ({reason}). Download it again, or open it in a viewer and save or print it as a new PDF.")));

    /// <summary>Remark: one page could not be read; the others were.</summary>
    public static Finding PageNotRead(string file, int page, string reason) => At(
        "DOC-019",
        file,
        (Text($"第 {page} 页无法读取（{reason}），其余各页已读取。请对照原件补录这一页。"),
         Text($"Page {page} cannot be read ({reason}); the others were. Enter what it says by hand.")),
        page: page);

    /// <summary>Remark: pages are pictures without a text, and were not read.</summary>
    public static Finding PicturesNotRead(string file, IReadOnlyList<int> pages) => At(
        "DOC-020",
        file,
        (Text($"第 {List(pages)} 页是图片，没有文字，也未能识别。请对照原件补录，或使用含文字的版本。"),
         Text($"Pages {List(pages)} are pictures without text and could not be recognised. Enter what they say by hand, or use a version with text.")),
        page: pages[0]);

    /// <summary>All of the PDF is pictures, and no text recognition is at hand.</summary>
    public static Finding OnlyPictures(string file, int pages) => At(
        "DOC-021",
        file,
        (Text($"PDF 全部是图片（{pages} 页扫描件），没有文字，也未能识别。请使用含文字的版本；安装 tesseract-ocr、tesseract-ocr-chi-sim、poppler-utils 和 poppler-data 后可识别图片。"),
         Text($"The PDF holds only pictures ({pages} scanned pages) and no text, and none could be recognised. Use a version with text; pictures are read where tesseract-ocr, tesseract-ocr-chi-sim, poppler-utils and poppler-data are installed.")));

    /// <summary>Remark: the PDF has more pages than are read.</summary>
    public static Finding MorePages(string file, int pages, int limit) => At(
        "DOC-022",
        file,
        (Text($"PDF 共 {pages} 页，只读取了前 {limit} 页。请把规划正文单独存为一个文件。"),
         Text($"The PDF has {pages} pages; only the first {limit} were read. Save the plan itself as a file of its own.")),
        page: limit + 1);

    /// <summary>Remark: pages are pictures, and were read by text recognition.</summary>
    public static Finding PicturesRead(string file, IReadOnlyList<int> pages) => At(
        "DOC-023",
        file,
        (Text($"第 {List(pages)} 页是图片，文字由识别得出，可能有错字。请逐项核对数字。"),
         Text($"Pages {List(pages)} are pictures; their text was recognised and may have wrong signs. Check the numbers one by one.")),
        page: pages[0]);

    /// <summary>Remark: pages are pictures, and the programs that could read them are not installed.</summary>
    public static Finding NoReadingTools(string file, IReadOnlyList<int> pages) => At(
        "DOC-024",
        file,
        (Text($"第 {List(pages)} 页是图片，未读取：本机没有文字识别程序。请安装 tesseract-ocr、tesseract-ocr-chi-sim、poppler-utils 和 poppler-data，或使用含文字的版本。"),
         Text($"Pages {List(pages)} are pictures and were not read: no text recognition is installed here. Install tesseract-ocr, tesseract-ocr-chi-sim, poppler-utils and poppler-data, or use a version with text.")),
        page: pages[0]);

    /// <summary>Remark: tables stand as pictures in pages of text, and were read by text recognition.</summary>
    public static Finding TablePicturesRead(string file, IReadOnlyList<int> pages) => At(
        "DOC-025",
        file,
        (Text($"第 {List(pages)} 页的表格是图片，内容由识别得出，可能有错字。请逐项核对名称和数字。"),
         Text($"Tables on page {List(pages)} are pictures; what they say was recognised and may have wrong signs. Check names and numbers one by one.")),
        page: pages[0]);

    /// <summary>Pictures in a page of text that were not looked at in time, or are tables that could not be read.</summary>
    public static Finding TablePicturesNotRead(string file, IReadOnlyList<int> pages) => At(
        "DOC-026",
        file,
        (Text($"第 {List(pages)} 页的图片未在时限内识别，其中可能有表格。请对照原件核对，缺少的内容手工补录。"),
         Text($"Pictures on page {List(pages)} were not recognised in the time there is and may be tables. Compare with the document and enter by hand what is missing.")),
        page: pages[0]);

    /// <summary>The file is no XLSX workbook.</summary>
    public static Finding NotAWorkbook(string file) => At(
        "DOC-041", file, ("文件不是 .xlsx 工作簿。请在 Excel 或 WPS 表格中另存为 .xlsx。", "The file is no .xlsx workbook. Save it as .xlsx in Excel or WPS."));

    /// <summary>The workbook is an old one, or has a password.</summary>
    public static Finding OldWorkbook(string file) => At(
        "DOC-042",
        file,
        ("文件是旧版 .xls、.et，或设有打开密码。请去除密码，另存为 .xlsx。", "The file is an old .xls or .et, or has a password. Remove the password and save it as .xlsx."));

    /// <summary>The workbook cannot be read.</summary>
    public static Finding WorkbookDamaged(string file, string reason) => At(
        "DOC-043",
        file,
        ($"工作簿已损坏，无法读取（{reason}）。请用 Excel 或 WPS 打开并另存为新的 .xlsx。", $"The workbook is damaged and cannot be read ({reason}). Open it in Excel or WPS and save it as a new .xlsx."));

    /// <summary>The workbook holds macros.</summary>
    public static Finding WorkbookHasMacros(string file) => At(
        "DOC-044",
        file,
        ("工作簿带有宏，为安全起见不读取。请另存为不带宏的 .xlsx。", "The workbook holds macros and is not read. Save it as .xlsx without macros."));

    /// <summary>The workbook is larger than allowed.</summary>
    public static Finding WorkbookTooLarge(string file, long bytes, long limit) => At(
        "DOC-045",
        file,
        (Text($"工作簿为 {Size(bytes)}，超过上限 {Size(limit)}，未读取。请删去图片和多余的工作表。"),
         Text($"The workbook has {Size(bytes)}, more than the limit of {Size(limit)}; it was not read. Remove pictures and sheets that do not belong.")));

    /// <summary>The workbook unpacks to more than allowed.</summary>
    public static Finding WorkbookUnpacksTooLarge(string file, long limit) => At(
        "DOC-046",
        file,
        (Text($"工作簿解压后超过上限 {Size(limit)}，已停止读取。请确认文件来源。"),
         Text($"The workbook unpacks to more than {Size(limit)}; reading was stopped. Check where the file comes from.")));

    /// <summary>The workbook has more cells than are read.</summary>
    public static Finding WorkbookHasTooManyCells(string file, int limit) => At(
        "DOC-047",
        file,
        (Text($"工作簿的非空单元格超过 {limit} 个，未读取。请删去与规划无关的内容。"),
         Text($"More than {limit} cells of the workbook are filled; it was not read. Remove what does not belong to the plan.")));

    private static Finding At(string code, string file, Bilingual message, int? line = null, int? page = null) =>
        new(code, message, new FindingPlace(file, line) { Page = page });

    // 3, 5–9: runs as one.
    private static string List(IReadOnlyList<int> pages)
    {
        var runs = new List<(int From, int To)>();
        foreach (var page in pages)
        {
            if (runs.Count > 0 && runs[^1].To == page - 1)
            {
                runs[^1] = (runs[^1].From, page);
            }
            else
            {
                runs.Add((page, page));
            }
        }

        return string.Join(", ", runs.Select(run => run.From == run.To ? Text($"{run.From}") : Text($"{run.From}–{run.To}")));
    }

    private static string Size(long bytes) => bytes >= 1024 * 1024
        ? Text($"{bytes / 1048576m:0.#} MB")
        : Text($"{bytes} B");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
