using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Tests.Writing;

public sealed class RevisedWriterTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Characters_that_XML_cannot_hold_are_left_out_of_title_author_and_text()
    {
        using var package = Written(new([new(Revision.Kept, "规\u0001划\uD842")], "县\u0001局\uDFB7", At, [new RevisedParagraph(Revision.Inserted, [new(Revision.Inserted, "甲\u0001乙\uD842")])]));

        Assert.Equal("规划", package.PackageProperties.Title);
        Assert.All(package.MainDocumentPart!.Document!.Descendants<InsertedRun>(), run => Assert.Equal(("县局", "甲乙"), (run.Author!.Value, run.InnerText)));
    }

    [Theory]
    [InlineData(Revision.Kept, 0, 0)]
    [InlineData(Revision.Inserted, 1, 0)]
    [InlineData(Revision.Deleted, 0, 1)]
    public void The_line_under_a_table_comes_and_goes_with_it(Revision revision, int inserted, int deleted)
    {
        using var package = Written(new([new(Revision.Kept, "规划")], "局", At, [Table(revision, [revision])]));
        var gap = Assert.IsType<Paragraph>(package.MainDocumentPart!.Document!.Body!.Elements<Table>().Single().NextSibling());

        Assert.Equal((inserted, deleted), (gap.Descendants<Inserted>().Count(), gap.Descendants<Deleted>().Count()));
    }

    [Fact]
    public void Of_a_table_whose_head_was_replaced_both_heads_are_repeated()
    {
        using var package = Written(new([new(Revision.Kept, "规划")], "局", At,
            [Table(Revision.Kept, [Revision.Deleted, Revision.Inserted, Revision.Kept]), Table(Revision.Kept, [Revision.Kept, Revision.Deleted]), Table(Revision.Deleted, [Revision.Deleted])]));

        Assert.Equal([2, 1, 1], package.MainDocumentPart!.Document!.Descendants<Table>().Select(table => table.Descendants<TableHeader>().Count()));
    }

    private static RevisedTable Table(Revision table, Revision[] rows) =>
        new(table, 1, [.. rows.Select(row => new RevisedRow(row, [[new RevisedSpan(row, "指标")]]))]);

    private static WordprocessingDocument Written(RevisedDocument document)
    {
        var stream = new MemoryStream();
        RevisedWriter.Write(document, stream);
        stream.Position = 0;
        return WordprocessingDocument.Open(stream, false);
    }
}
