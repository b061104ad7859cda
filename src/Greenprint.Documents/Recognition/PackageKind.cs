using Greenprint.Quantities;

namespace Greenprint.Documents.Recognition;

/// <summary>Which package a reader wants, how large it may become, and in which words it refuses another.</summary>
internal sealed record PackageKind(
    Func<string, bool> IsMainPart,
    Func<DocumentLimits, (long All, long Part)> Unpacked,
    Func<string, Finding> Foreign,
    Func<string, string, Finding> Damaged,
    Func<string, long, Finding> TooLarge)
{
    /// <summary>Entries whose presence alone refuses the package.</summary>
    public Func<string, bool> IsForbidden { get; init; } = _ => false;

    /// <summary>The refusal for a forbidden entry.</summary>
    public Func<string, Finding>? Forbidden { get; init; }

    public static PackageKind Word { get; } = new(
        entry => Begins(entry, "word/document") && entry.EndsWith(".xml", StringComparison.OrdinalIgnoreCase),
        limits => (limits.UnpackedBytes, limits.UnpackedPartBytes),
        DocumentFindings.ZipWithoutDocument,
        DocumentFindings.Damaged,
        DocumentFindings.UnpacksTooLarge);

    public static PackageKind Workbook { get; } = new(
        entry => Begins(entry, "xl/workbook") && entry.EndsWith(".xml", StringComparison.OrdinalIgnoreCase),
        limits => (limits.UnpackedWorkbookBytes, limits.UnpackedWorkbookBytes),
        DocumentFindings.NotAWorkbook,
        DocumentFindings.WorkbookDamaged,
        DocumentFindings.WorkbookUnpacksTooLarge)
    {
        IsForbidden = entry => entry.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || Begins(entry, "xl/macrosheets/"),
        Forbidden = DocumentFindings.WorkbookHasMacros,
    };

    private static bool Begins(string entry, string path) => entry.Replace('\\', '/').StartsWith(path, StringComparison.OrdinalIgnoreCase);
}
