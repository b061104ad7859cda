namespace Greenprint.Documents;

/// <summary>How large a foreign document may be. A plan of a county has 0.1 to 5 MB; the limits stop a mistake or an attack, not a plan.</summary>
public sealed record DocumentLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Largest TXT or MD file, in bytes.</summary>
    public long TextBytes { get; init; } = 32 * Megabyte;

    /// <summary>Largest DOCX file, in bytes; most of it are pictures.</summary>
    public long DocxBytes { get; init; } = 64 * Megabyte;

    /// <summary>Largest sum of all parts of a DOCX after unpacking, in bytes, counted while unpacking and not believed from the file.</summary>
    public long UnpackedBytes { get; init; } = 512 * Megabyte;

    /// <summary>Largest single XML part of a DOCX after unpacking, in bytes.</summary>
    public long UnpackedPartBytes { get; init; } = 128 * Megabyte;

    /// <summary>Most entries in the package of a DOCX.</summary>
    public int PackageEntries { get; init; } = 10_000;

    /// <summary>The limits for a county's documents.</summary>
    public static DocumentLimits Default { get; } = new();
}
