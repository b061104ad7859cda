using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Greenprint.Documents.Workbooks;

/// <summary>Which looks of a foreign workbook show a number as something else.</summary>
internal sealed partial class WorkbookLooks
{
    private readonly List<SourceCellKind> kinds = [];

    public WorkbookLooks(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId?.HasValue == true)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(group => group.Key, group => group.Last().FormatCode?.Value ?? "");
        foreach (var look in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var format = look.NumberFormatId?.Value ?? 0;
            kinds.Add(own.TryGetValue(format, out var code) ? OfCode(code) : OfNumber(format));
        }
    }

    /// <summary>What a number with this look is shown as.</summary>
    public SourceCellKind Of(uint look) => look < kinds.Count ? kinds[(int)look] : SourceCellKind.Number;

    private static SourceCellKind OfNumber(uint format) => format switch
    {
        9 or 10 => SourceCellKind.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => SourceCellKind.Date,
        _ => SourceCellKind.Number,
    };

    private static SourceCellKind OfCode(string code)
    {
        var bare = Quoted().Replace(code, "");
        return bare.Contains('%', StringComparison.Ordinal) ? SourceCellKind.Percent
            : DateWords().IsMatch(bare) ? SourceCellKind.Date
            : SourceCellKind.Number;
    }

    // Quoted words, escaped signs, colours and conditions in brackets are no part of the format.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*\\]|General|G/通用格式")]
    private static partial Regex Quoted();

    [GeneratedRegex("[ydhs]|m{1,5}[/:-]|[/:-]m|mm", RegexOptions.IgnoreCase)]
    private static partial Regex DateWords();
}
