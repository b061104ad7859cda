using Greenprint.Documents;
using Greenprint.PlanText;
using Greenprint.Quantities;
using Greenprint.Testing;

namespace Greenprint.Planning.Tests.Writing;

/// <summary>The sample plan as a Word file, read again as any bureau's file would be.</summary>
public sealed class PlanDocumentTests
{
    private static readonly PlanView Plan = PlanPackJson.Read(File.ReadAllText(RepositoryRoot.Combine("data", "demo", "lanwan-15.json")), "lanwan-15.json").Pack!.ToView();

    private static readonly SourceDocument Document = Read(Plan);

    [Fact]
    public void The_text_reads_back_with_every_number_heading_and_paragraph()
    {
        var outline = PlanReader.Read(Document).Outline;

        Assert.Equal(
            Plan.Clauses.Select(clause => (clause.Level, clause.Number, clause.Title.Zh)),
            outline.Where(entry => !entry.Title.StartsWith("附件", StringComparison.Ordinal)).Select(entry => (entry.Level, entry.Number ?? "", entry.Title)));
        var texts = Document.Blocks.OfType<TextBlock>().Select(block => block.Text).ToHashSet(StringComparer.Ordinal);
        Assert.All(Plan.Clauses.SelectMany(clause => clause.Paragraphs), paragraph => Assert.Contains(paragraph.Zh, texts));
    }

    [Fact]
    public void Every_indicator_stands_in_the_table_with_baseline_target_nature_and_units()
    {
        var rows = Document.Blocks.OfType<TableBlock>().First().Rows.Skip(1).Select(row => row.Cells.Select(cell => cell.Text).ToList()).ToList();

        Assert.Equal(Plan.Indicators.Count, rows.Count);
        foreach (var indicator in Plan.Indicators)
        {
            var row = Assert.Single(rows, row => row[2] == indicator.Name.Zh);
            Assert.Equal(indicator.Unit, row[3]);
            Assert.StartsWith(indicator.Target.Text.Zh, row[5], StringComparison.Ordinal);
            Assert.Equal(indicator.Nature is IndicatorNature.Binding, row[6] == "约束性");
        }
    }

    [Fact]
    public void Every_planned_project_stands_in_its_table_with_years_money_and_units()
    {
        var rows = Document.Blocks.OfType<TableBlock>().Last().Rows.Skip(1).Select(row => row.Cells.Select(cell => cell.Text).ToList()).ToList();

        Assert.Equal(Plan.Projects.Count, rows.Count);
        Assert.All(Plan.Projects.Zip(rows), pair => Assert.Equal(
            [pair.First.Name.Zh, pair.First.Content!.Zh, pair.First.Period!, pair.First.Investment!.Text, pair.First.Lead[0].Name!],
            pair.Second[2..7]));
        Assert.Equal(Plan.Projects.Select(project => project.Name.Zh), PlanReader.Read(Document).Projects.Select(project => project.Name));
    }

    [Fact]
    public void A_plan_of_the_invented_county_says_so_on_every_page()
    {
        Assert.Equal("演示数据", PlanDocuments.Of(Plan, new Dictionary<string, Bilingual>()).Mark);
        Assert.Null(PlanDocuments.Of(Plan with { Summary = Plan.Summary with { IsDemo = false } }, new Dictionary<string, Bilingual>()).Mark);
    }

    private static SourceDocument Read(PlanView plan)
    {
        using var stream = new MemoryStream();
        PlanDocuments.WriteWord(plan, new Dictionary<string, Bilingual>(), stream);
        stream.Position = 0;
        return DocumentReader.Read(stream, "plan.docx").Document!;
    }
}
