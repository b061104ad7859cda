using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Greenprint.Documents;
using Greenprint.PlanText.Versions;
using Greenprint.Testing;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Greenprint.PlanText.Tests.Versions;

/// <summary>Two versions as one Word file with tracked changes: accepting all gives the new one, rejecting all the old one.</summary>
public sealed class RevisedPlanTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(8));

    private const string Table = "序号\t指标\t2025年\t2030年\v1\t优良天数比率\t92\t≥93\v2\tPM2.5浓度\t24\t≤22\v3\t森林覆盖率\t58\t58.9";
    private const string NewTable = "序号\t指标\t2025年\t2030年\v1\t优良天数比率\t92\t≥94\v2\t湿地保护率\t50\t52\v3\t森林覆盖率\t58\t58.9";

    private static readonly VersionedClause[] Before =
    [
        new("c0", 1, "", "", "岚湾县人民政府文件\n岚湾县生态环境保护规划"),
        new("c1", 1, "第一章", "总体要求", "坚持生态优先。\n" + Table),
        new("c2", 1, "第二章", "重点任务", ""),
        new("c2.1", 2, "第一节", "深化水环境治理", "推进城镇污水管网全覆盖，完成老旧管网改造120公里。\n开展入河排污口溯源整治，建立动态台账。"),
        new("c2.2", 2, "第二节", "改善大气环境", "完成燃煤锅炉淘汰，推进工业窑炉清洁能源替代。"),
        new("c3", 1, "第三章", "保障措施", "加强组织领导。"),
    ];

    private static readonly VersionedClause[] After =
    [
        new("c0", 1, "", "", "岚湾县人民政府文件（修订）\n岚湾县生态环境保护规划"),
        new("c1", 1, "第一章", "总体要求", "坚持生态优先、绿色发展。\n" + NewTable),
        new("c2", 1, "第二章", "主要任务", ""),
        new("c2.1", 2, "第一节", "改善大气环境", "完成燃煤锅炉淘汰，推进工业窑炉清洁能源替代。"),
        new("c2.2", 2, "第二节", "深化水环境治理", "推进城镇污水管网全覆盖，完成老旧管网改造150公里。\n开展入河排污口溯源整治，建立动态台账。"),
        new("c2.3", 2, "第三节", "发展海洋经济", "建设现代化渔港。"),
    ];

    [Fact]
    public void What_changed_is_marked_and_nothing_else()
    {
        var difference = Difference(SketchedPlan.Reading(Before), SketchedPlan.Reading(After));

        Assert.Equal(
            ["c0 Kept *", "c1 Kept *", "c2 Kept *", "c2.2 Inserted *", "c2.1 Kept *", "c2.2 Deleted *", "c3 Deleted *", "c2.3 Inserted *"],
            difference.Select(clause => $"{clause.Clause.Id} {clause.Revision} {(clause.IsChanged ? "*" : "")}"));
        Assert.Equal([true, false], difference[3].BesideOld!.Select(part => part.IsChanged));   // moved with another number, not one word changed
        Assert.IsType<RevisedHeading>(Assert.Single(difference[5].ToRead));
        var table = Assert.Single(difference[1].Parts.OfType<RevisedTable>());
        Assert.Equal([Revision.Kept, Revision.Kept, Revision.Deleted, Revision.Inserted, Revision.Kept], table.Rows.Select(row => row.Revision));
        Assert.Equal(["≥", "-93", "+94"], table.Rows[1].Cells[3].Select(span => (span.Revision == Revision.Inserted ? "+" : span.Revision == Revision.Deleted ? "-" : "") + span.Text));
        Assert.DoesNotContain(Difference(SketchedPlan.Reading(Before), SketchedPlan.Reading(Before)), clause => clause.IsChanged);
    }

    [Fact]
    public void Lines_that_stand_many_times_stay_beside_their_neighbours()
    {
        Assert.Equal(["-表1", "-单位：万元", "表2", "单位：万元", "表3", "单位：万元"], Changes("表1,单位：万元,表2,单位：万元,表3,单位：万元", "表2,单位：万元,表3,单位：万元"));
        Assert.Equal(["+表1", "+单位：万元", "表2", "单位：万元", "表3", "单位：万元"], Changes("表2,单位：万元,表3,单位：万元", "表1,单位：万元,表2,单位：万元,表3,单位：万元"));

        static IEnumerable<string> Changes(string before, string after) => PlanRevision.Paragraphs(Lines(before), Lines(after)).Cast<RevisedParagraph>()
            .Select(line => (line.Revision switch { Revision.Inserted => "+", Revision.Deleted => "-", _ => "" }) + string.Concat(line.Spans.Select(span => span.Text)));

        static ClauseParagraph[] Lines(string text) => [.. text.Split(',').Select(line => new ClauseParagraph(line, null, null))];
    }

    [Fact]
    public void Every_change_carries_its_author_and_its_time()
    {
        using var stream = Written(SketchedPlan.Reading(Before), SketchedPlan.Reading(After));
        using var package = WordprocessingDocument.Open(stream, false);
        var changes = package.MainDocumentPart!.Document!.Descendants().Where(element => element is InsertedRun or DeletedRun or Inserted or Deleted).ToArray();

        Assert.All(changes, change => Assert.Equal(
            ("县生态环境局", "2026-05-01T01:00:00Z"), (Attribute(change, "author"), Attribute(change, "date"))));
        Assert.Equal(changes.Length, changes.Select(change => Attribute(change, "id")).Distinct().Count());
        Assert.Empty(Faults(package));
    }

    [Fact]
    public void Accepting_gives_the_new_version_and_rejecting_the_old_one() => SketchedPlan.Versions.Sample((before, after) =>
    {
        var (old, now) = (SketchedPlan.Reading(WithTable(before, Table)), SketchedPlan.Reading(WithTable(after, NewTable)));

        AssertBothWays(old, now);
    }, iter: 60);

    [Fact]
    public void A_worked_example_goes_both_ways() => AssertBothWays(SketchedPlan.Reading(Before), SketchedPlan.Reading(After));

    [Theory]
    [InlineData("huainan")]
    [InlineData("sanya")]
    public void A_real_plan_and_what_is_read_of_its_text_go_both_ways(string name)
    {
        AssertBothWays(Read(name + ".pdf"), Read(name + ".txt"));

        static PlanReading Read(string file) => PlanReader.Read(DocumentReader.ReadFile(SharedData.At("data", "plans", file)).Document!);
    }

    private static void AssertBothWays(PlanReading old, PlanReading now)
    {
        using var stream = Written(old, now);
        var accepted = Blocks(stream);
        stream.Position = 0;
        using (var package = WordprocessingDocument.Open(stream, true))
        {
            Assert.Empty(Faults(package));
            Reject(package.MainDocumentPart!.Document!);
        }

        stream.Position = 0;
        Assert.Equal(Plain(now), accepted);
        Assert.Equal(Plain(old), Blocks(stream));
    }

    // The version alone, as the same writer writes it; and every paragraph of it is in there.
    private static string[] Plain(PlanReading reading)
    {
        using var stream = Written(reading, reading);
        var blocks = Blocks(stream);
        var text = string.Concat(blocks.Select(Folded));
        Assert.All(reading.Clauses.SelectMany(clause => clause.Paragraphs).Where(paragraph => paragraph.Rows is null), paragraph =>
            Assert.All(paragraph.Text.Split('\n'), line => Assert.Contains(Folded(line), text, StringComparison.Ordinal)));
        return blocks;

        static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF') && !char.IsControl(c)));
    }

    private static string[] Blocks(Stream stream)
    {
        stream.Position = 0;
        return [.. DocumentReader.Read(stream, "plan.docx").Document!.Blocks.Select(block => block switch
        {
            TextBlock text => $"{text.HeadingLevel} {text.Text}",
            TableBlock table => string.Join('\n', table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))),
            _ => throw new InvalidOperationException(),
        })];
    }

    private static void Reject(Document document)
    {
        foreach (var row in document.Descendants<WordRow>().Where(row => row.TableRowProperties?.GetFirstChild<Inserted>() is not null).ToArray())
        {
            row.Remove();
        }

        foreach (var table in document.Descendants<Table>().Where(table => !table.Elements<WordRow>().Any()).ToArray())
        {
            table.Remove();
        }

        foreach (var paragraph in document.Descendants<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Inserted>() is not null && paragraph.Parent is Body).ToArray())
        {
            paragraph.Remove();
        }

        foreach (var inserted in document.Descendants<InsertedRun>().ToArray())
        {
            inserted.Remove();
        }

        foreach (var mark in document.Descendants<Deleted>().ToArray())
        {
            mark.Remove();
        }

        foreach (var deleted in document.Descendants<DeletedRun>().ToArray())
        {
            foreach (var run in deleted.Elements<Run>().ToArray())
            {
                foreach (var text in run.Elements<DeletedText>().ToArray())
                {
                    run.ReplaceChild(new Text(text.Text) { Space = SpaceProcessingModeValues.Preserve }, text);
                }

                run.Remove();
                deleted.InsertBeforeSelf(run);
            }

            deleted.Remove();
        }
    }

    private static IReadOnlyList<VersionedClause> WithTable(IReadOnlyList<VersionedClause> clauses, string table) => [clauses[0] with { Text = clauses[0].Text.Length == 0 ? table : clauses[0].Text + "\n" + table }, .. clauses.Skip(1)];

    private static IReadOnlyList<ClauseDifference> Difference(PlanReading old, PlanReading now) => PlanRevision.Of(old, now, ClauseMatching.Match(old, now));

    private static MemoryStream Written(PlanReading old, PlanReading now)
    {
        var stream = new MemoryStream();
        RevisedWriter.Write(PlanRevision.Document(old, now, ClauseMatching.Match(old, now), "县生态环境局", At), stream);
        stream.Position = 0;
        return stream;
    }

    private static IEnumerable<string> Faults(WordprocessingDocument package) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");

    private static string? Attribute(OpenXmlElement element, string name) => element.GetAttribute(name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main").Value;
}
