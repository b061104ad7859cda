namespace Greenprint.Documents;

/// <summary>How large a foreign document may be. A plan of a county has 0.1 to 5 MB; the limits stop a mistake or an attack, not a plan.</summary>
public sealed record DocumentLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Largest TXT or MD file, in bytes.</summary>
    public long TextBytes { get; init; } = 32 * Megabyte;

    /// <summary>Largest DOCX file, in bytes; most of it are pictures.</summary>
    public long DocxBytes { get; init; } = 64 * Megabyte;

    /// <summary>Largest PDF file, in bytes; a scan has some 0.5 MB a page.</summary>
    public long PdfBytes { get; init; } = 128 * Megabyte;

    /// <summary>Most pages of a PDF that are read; a remark names the rest.</summary>
    public int PdfPages { get; init; } = 1_000;

    /// <summary>Largest single stream of a PDF after unpacking (the signs of a page, a font), in bytes, counted while unpacking.</summary>
    public long UnpackedPdfStreamBytes { get; init; } = 48 * Megabyte;

    /// <summary>Largest sum of all parts of a DOCX after unpacking, in bytes, counted while unpacking and not believed from the file.</summary>
    public long UnpackedBytes { get; init; } = 512 * Megabyte;

    /// <summary>Largest single XML part of a DOCX after unpacking, in bytes.</summary>
    public long UnpackedPartBytes { get; init; } = 128 * Megabyte;

    /// <summary>Most entries in the package of a DOCX.</summary>
    public int PackageEntries { get; init; } = 10_000;

    /// <summary>Largest XLSX file, in bytes.</summary>
    public long WorkbookBytes { get; init; } = 16 * Megabyte;

    /// <summary>Largest sum of all parts of an XLSX after unpacking, in bytes, counted while unpacking.</summary>
    public long UnpackedWorkbookBytes { get; init; } = 96 * Megabyte;

    /// <summary>Most cells of an XLSX that hold anything.</summary>
    public int WorkbookCells { get; init; } = 400_000;

    /// <summary>False where pictures of pages shall not be read by text recognition.</summary>
    public bool ReadPictures { get; init; } = true;

    /// <summary>How long the reading of pictures may take in all; a page takes some seconds, and a remark names those that were left out.</summary>
    public TimeSpan PictureTime { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>The limits for a county's documents.</summary>
    public static DocumentLimits Default { get; } = new();
}
