using System.Text.Json;
using Greenprint.Documents.Tests.Docx;

namespace Greenprint.Documents.Tests;

public sealed class SourceDocumentTests
{
    [Fact]
    public void A_document_becomes_JSON_and_comes_back_the_same()
    {
        var document = DocumentReader.Read(
            WordFile.Of(WordFile.Paragraph("总体要求", "Chapter") + "<w:tbl><w:tr><w:tc><w:p>" + WordFile.Run("格") + "</w:p></w:tc></w:tr></w:tbl>"),
            "plan.docx").Document!;

        var json = JsonSerializer.Serialize(document, JsonSerializerOptions.Web);
        var back = JsonSerializer.Deserialize<SourceDocument>(json, JsonSerializerOptions.Web)!;

        Assert.Equal(json, JsonSerializer.Serialize(back, JsonSerializerOptions.Web));
        Assert.Equal(2, back.Blocks.Count);
        Assert.IsType<TableBlock>(back.Blocks[1]);
    }
}
