using Greenprint.Documents;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Tests.Paragraphs;

public sealed class TableParagraphTests
{
    [Fact]
    public void Every_cell_of_a_table_stands_under_its_own_column_and_in_the_text_once()
    {
        var table = ParagraphReader.AsParagraph(new TableBlock(new BlockPlace(1, 1), [new TableRow([new("指标", 2), new("2030年")]), new TableRow([new("空气"), new("PM2.5"), new("22")])]));

        Assert.Equal([["指标", "", "2030年"], ["空气", "PM2.5", "22"]], table.Rows!);
        Assert.Equal("指标\t2030年\n空气\tPM2.5\t22", table.Text);
    }

    [Fact]
    public void A_span_that_no_table_has_is_not_believed() =>
        Assert.Equal(64, ParagraphReader.AsParagraph(new TableBlock(new BlockPlace(1, 1), [new TableRow([new("指标", int.MaxValue)])])).Rows![0].Count);
}
