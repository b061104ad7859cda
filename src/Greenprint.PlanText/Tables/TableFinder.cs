using Greenprint.Documents;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Tables.LaidOut;

namespace Greenprint.PlanText.Tables;

/// <summary>All tables of a document in reading order: those that its format has, and those that its pages lay out with spaces.</summary>
internal static class TableFinder
{
    private const int LongestCaption = 60;

    /// <param name="blocks">The blocks without page furniture.</param>
    /// <param name="isText">True of a text, whose pages lay tables out with spaces.</param>
    public static List<PlacedTable> Find(IReadOnlyList<Block> blocks, bool isText)
    {
        var tables = new List<PlacedTable>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is TableBlock block)
            {
                var table = GridOfBlock.Of(block);
                tables.Add(new PlacedTable(table with { Caption = Caption(blocks, i, table) }, table.Columns == 1));
            }
        }

        if (isText)
        {
            tables.AddRange(LaidOutTableReader.Read(blocks).Select(table => new PlacedTable(table, IsFrame: false)));
        }

        return tables;
    }

    // The line over the table; a caption may also be its first row.
    private static string? Caption(IReadOnlyList<Block> blocks, int at, PlanTable table)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 2); i--)
        {
            if (blocks[i] is TextBlock { Text.Length: < LongestCaption } text && !TextFold.EndsSentence(text.Text))
            {
                return text.Text;
            }
        }

        return table.Rows.Count > 0 && table.Rows[0].Cells.Distinct().Count() == 1 ? table.Rows[0].Cells[0].Text : null;
    }
}
