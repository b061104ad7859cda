using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>The column that the program puts beside the wrong rows of a workbook which somebody uploaded.</summary>
internal static class WorkbookNotes
{
    public static Bilingual Head { get; } = ("核对结果", "To mend");
}
