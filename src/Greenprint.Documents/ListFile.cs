using Greenprint.Documents.Workbooks;

namespace Greenprint.Documents;

/// <summary>A list as it is shown, to be taken away as a file: the rows of the page in its order, and below or beside them what it is.</summary>
/// <param name="Name">Name of the file without its ending.</param>
/// <param name="Title">What the list is called; also the name of its sheet, cut to what a sheet may be called.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, one text a column.</param>
public sealed record ListFile(string Name, string Title, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Media type of a workbook.</summary>
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Media type of comma-separated text.</summary>
    public const string CsvType = "text/csv; charset=utf-8";

    private const int LongestSheetName = 31;

    /// <summary>What the list is: plan, filter, day, when it was made, each with its name.</summary>
    public IReadOnlyList<(string Name, string Text)> About { get; init; } = [];

    /// <summary>Name of the sheet that says so.</summary>
    public string AboutTitle { get; init; } = "说明";

    /// <summary>What every printed sheet says in its foot, for example that the data are for demonstration; null for nothing.</summary>
    public string? Mark { get; init; }

    /// <summary>As a workbook: the rows on one sheet, what they are on a second.</summary>
    public byte[] ToWorkbook()
    {
        using var stream = new MemoryStream();
        List<SheetToWrite> sheets = [new(SheetName(Title), Columns, Rows) { FrozenColumns = 1 }];
        if (About.Count > 0)
        {
            sheets.Add(new(SheetName(AboutTitle), [new("", 16), new("", 80)], [.. About.Select(one => new[] { one.Name, one.Text })]));
        }

        WorkbookWriter.Write(new(Title, sheets) { Mark = Mark }, stream);
        return stream.ToArray();
    }

    /// <summary>As comma-separated text: the head, the rows, and after an empty line what they are. Every line has as many cells.</summary>
    public byte[] ToCsv()
    {
        var width = Columns.Count;
        string[] Padded(params string[] cells) => [.. cells, .. Enumerable.Repeat("", Math.Max(0, width - cells.Length))];
        return CsvText.Of(
        [
            [.. Columns.Select(column => column.Head)],
            .. Rows,
            .. About.Count == 0 ? [] : About.Select(one => Padded(one.Name, one.Text)).Prepend(Padded()),
        ]);
    }

    private static string SheetName(string title)
    {
        var name = string.Concat(title.Where(sign => !":\\/?*[]".Contains(sign, StringComparison.Ordinal)));
        return name.Length <= LongestSheetName ? name : name[..LongestSheetName];
    }
}
