using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Greenprint.Documents;
using Greenprint.Planning.Aligning;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Aligning;

public sealed class AlignmentDocumentTests
{
    [Fact]
    public async Task The_Word_file_is_valid_and_holds_every_pair_with_its_answer()
    {
        await using var store = await Store(Greenprint.Platform.StoreEngine.Sqlite);
        await store.Import(TwoPlans.Upper());
        await store.Import(TwoPlans.Local());
        await store.Answer("upper/pm25", AnswerKind.Explained, "按市里分解下达的数值执行。");
        using var stream = new MemoryStream();

        OfficialWriter.Write(AlignmentDocument.Of(await store.Align(), new(2026, 11, 20)), stream);

        using (var word = WordprocessingDocument.Open(stream, isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(word).Select(fault => fault.Description));
        }

        stream.Position = 0;
        var tables = DocumentReader.Read(stream, "align.docx").Document!.Blocks.OfType<TableBlock>().ToList();
        var rows = tables[0].Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text.ReplaceLineEndings(" ")))).ToList();
        Assert.Equal(7, rows.Count);
        Assert.Contains(rows, row => row.StartsWith("1|细颗粒物（PM2.5）年均浓度（µg/m³）|22 （2025 年）|≤20 （2030 年）|PM2.5浓度（µg/m³）|23 （2025 年）|≤21 （2030 年）|放松|", StringComparison.Ordinal)
            && row.Contains("已说明理由：按市里分解下达的数值执行。 王编辑", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("3|森林覆盖率", StringComparison.Ordinal) && row.EndsWith("待答复", StringComparison.Ordinal));
        Assert.Contains("治理大气污染", string.Join('|', tables[1].Rows.SelectMany(row => row.Cells).Select(cell => cell.Text)), StringComparison.Ordinal);
    }
}
