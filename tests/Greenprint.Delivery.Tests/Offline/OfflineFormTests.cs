using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Offline;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Documents;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Offline;

public sealed class OfflineFormTests
{
    private static async Task<(County County, string First, string Second)> Opened(StoreEngine engine = StoreEngine.Sqlite)
    {
        var county = await County.Open(engine);
        var (first, second) = (await county.InHand(), await county.InHand("warning/2"));
        var order = await county.In(async services => (await services.GetRequiredService<Greenprint.Delivery.Inbox.WorkLists>().ToReport(county["chen"], County.Stop)).Select(line => line.Row.Id).ToList());
        return order[0] == first ? (county, first, second) : (county, second, first);
    }

    private static Task<byte[]> Download(County county, string who = "chen") => county.In(async services =>
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(await services.GetRequiredService<OfflineDesk>().Form(county[who], null, County.Stop), stream);
        return stream.ToArray();
    });

    private static SourceWorkbook Read(byte[] form)
    {
        var path = Path.Combine(Path.GetTempPath(), $"greenprint-{Guid.NewGuid():N}.xlsx");
        File.WriteAllBytes(path, form);
        try
        {
            return WorkbookReader.ReadFile(path, "form.xlsx").Workbook!;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task<(IReadOnlyList<FormLine> Lines, Quantities.Finding? Refusal)> Check(County county, byte[] form, string who = "chen") =>
        county.In(services => services.GetRequiredService<OfflineDesk>().Check(county[who], Read(form), County.Stop));

    private static Task<FormResult> Store(County county, IReadOnlyList<FormLine> lines, params int[] chosen) =>
        county.In(services => services.GetRequiredService<OfflineDesk>().Store(county["chen"], OfflineDesk.Pack(lines), chosen, County.Stop));

    private static Task<List<DraftRow>> Drafts(County county) => county.In(services => services.GetRequiredService<GreenprintDb>().Set<DraftRow>().AsNoTracking().OrderBy(draft => draft.Text).ToListAsync(County.Stop));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_is_typed_offline_is_previewed_without_a_trace_and_then_kept_or_handed_in(StoreEngine engine)
    {
        var (county, first, second) = await Opened(engine);
        await using var disposing = county;
        var form = await Download(county);
        Assert.All((await Check(county, form)).Lines, line => Assert.Equal(FormOutcome.Same, line.Outcome));

        form = FilledForms.Type(form, 1, ("进展情况", "已完成排查\n第二行"), ("下一步措施", "=整改"), ("是否报送", "是"));
        form = FilledForms.Sort(FilledForms.Type(form, 2, ("进展情况", "正在排查"), ("存在困难", "缺少经费")));
        var (lines, refusal) = await Check(county, form);

        Assert.Null(refusal);
        Assert.Equal([FormOutcome.Draft, FormOutcome.HandIn], lines.Select(line => line.Outcome).Order());
        Assert.Empty(await Drafts(county));
        var result = await Store(county, lines);
        Assert.Equal((1, 1, 0), (result.Kept, result.HandedIn, result.Refused.Count));
        Assert.Equal(("正在排查", "缺少经费", second), (await Drafts(county)).Select(draft => (draft.Text, draft.Difficulties, draft.Item)).Single());
        Assert.Equal(DispatchStage.Reported, (await county.Stored(first)).Item.Stage);
        var report = await county.In(services => services.GetRequiredService<GreenprintDb>().Set<ReportRow>().AsNoTracking().SingleAsync(County.Stop));
        Assert.Equal(("已完成排查\n第二行", "=整改"), (report.Text, report.Next));

        // The same file again: nothing is done twice, and what was handed in is refused by its row with its text.
        (lines, _) = await Check(county, form);
        Assert.Equal([FormOutcome.Refused, FormOutcome.Same], lines.OrderBy(line => line.Item == second).Select(line => line.Outcome));
        Assert.Equal("DLV-033", lines.Single(line => line.Item == first).Findings[^1].Code);
        result = await Store(county, lines);
        Assert.Equal((0, 0), (result.Kept, result.HandedIn));
    }

    [Fact]
    public async Task Each_wrong_cell_is_named_by_its_address_and_hinders_no_other_row()
    {
        var (county, first, second) = await Opened();
        await using var disposing = county;
        var form = FilledForms.Type(await Download(county), 1, ("累计完成", "十二"), ("进展情况", new string('字', 4001)), ("已完成", "也许"));
        form = FilledForms.Type(form, 2, ("累计完成", "１２"), ("进展情况", "好"));

        var (lines, refusal) = await Check(county, form);

        Assert.Null(refusal);
        var wrong = lines.Single(line => line.Item == first);
        Assert.Equal(["H2", "I2", "L2"], wrong.Findings.Select(finding => finding.Place!.Source).Order(StringComparer.Ordinal));
        Assert.Equal(FormOutcome.Draft, lines.Single(line => line.Item == second).Outcome);
        await Store(county, lines);
        Assert.Equal("１２", Assert.Single(await Drafts(county)).Quantity);
    }

    [Fact]
    public async Task A_row_written_in_both_places_keeps_both_texts_and_is_stored_only_where_the_person_chooses_it()
    {
        var (county, first, _) = await Opened();
        await using var disposing = county;
        var form = FilledForms.Type(await Download(county), 1, ("进展情况", "离线写的"));
        Task<DraftSaving> Write(string text, int seen) => county.In(services => services.GetRequiredService<ReportDesk>().Save(county["chen"], first, new("", text, "", "", false), seen, County.Stop));
        await Write("网页上写的", 0);

        var (lines, _) = await Check(county, form);
        var conflict = lines.Single(line => line.Item == first);
        Assert.Equal((FormOutcome.Conflict, "离线写的", "网页上写的"), (conflict.Outcome, conflict.Typed.Text, conflict.Here!.Text));
        Assert.Equal(0, (await Store(county, lines)).Kept);
        Assert.Equal("网页上写的", (await Drafts(county))[0].Text);

        // Written again after the preview: even the choice writes over nothing that was not seen.
        await Write("网页上又写", 1);
        Assert.Equal("DLV-010", Assert.Single((await Store(county, lines, conflict.Row)).Refused).Code);
        (lines, _) = await Check(county, form);
        Assert.Equal(1, (await Store(county, lines, conflict.Row)).Kept);
        Assert.Equal("离线写的", (await Drafts(county))[0].Text);
    }

    [Fact]
    public async Task A_colleagues_draft_is_not_touched_and_their_form_not_taken()
    {
        var (county, first, _) = await Opened();
        await using var disposing = county;
        await county.In(services => services.GetRequiredService<ReportDesk>().Save(county["sun"], first, new("", "孙的文字", "", "", false), 0, County.Stop));
        var form = FilledForms.Type(await Download(county), 1, ("进展情况", "陈的文字"));

        Assert.Equal("DLV-031", (await Check(county, form, "sun")).Refusal!.Code);
        await Store(county, (await Check(county, form)).Lines);
        Assert.Equal(["孙的文字", "陈的文字"], (await Drafts(county)).Select(draft => draft.Text).Order(StringComparer.Ordinal));
        Assert.Empty((await county.In(services => services.GetRequiredService<OfflineDesk>().Cycles(county["he"], County.Stop))));
    }

    [Fact]
    public async Task An_item_handed_over_meanwhile_is_refused_by_its_row_and_says_nothing_that_is_not_theirs()
    {
        var (county, first, second) = await Opened();
        await using var disposing = county;
        var form = FilledForms.Type(FilledForms.Type(await Download(county), 1, ("进展情况", "甲")), 2, ("进展情况", "乙"));
        Assert.Null(await county.Do("wang", first, DispatchAct.HandOver, "职责调整", unit: County.Farming));
        Assert.Null(await county.Do("wang", second, DispatchAct.Suspend, "等待批复"));

        var (lines, _) = await Check(county, form);

        var moved = lines.Single(line => line.Item == first);
        Assert.Equal((FormOutcome.Refused, null, null, "甲"), (moved.Outcome, moved.Title, moved.Here, moved.Typed.Text));
        Assert.Equal(0, (await Store(county, lines)).HandedIn);

        // Whoever makes up the confirmation reports nothing of another unit either.
        var forged = System.Text.Json.JsonSerializer.Serialize(new[] { new FormEdit(2, first, new("", "甲", "", "", false), 0, true, false) });
        var result = await county.In(services => services.GetRequiredService<OfflineDesk>().Store(county["chen"], forged, [], County.Stop));
        Assert.Equal((0, 0), (result.Kept, result.HandedIn));
        Assert.DoesNotContain(await Drafts(county), draft => draft.Item == first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{\"row\":1}]")]
    [InlineData("{}")]
    public async Task A_confirmation_that_is_none_stores_nothing(string packed)
    {
        var (county, _, _) = await Opened();
        await using var disposing = county;

        var result = await county.In(services => services.GetRequiredService<OfflineDesk>().Store(county["chen"], packed, [], County.Stop));

        Assert.Equal("DLV-030", Assert.Single(result.Refused).Code);
    }

    [Fact]
    public async Task Done_without_its_proof_is_kept_as_a_draft_and_says_why()
    {
        var (county, first, _) = await Opened();
        await using var disposing = county;
        var form = FilledForms.Type(await Download(county), 1, ("已完成", "是"), ("是否报送", "是"));

        var line = (await Check(county, form)).Lines.Single(one => one.Item == first);

        Assert.Equal(FormOutcome.Draft, line.Outcome);
        Assert.Contains(line.Findings, finding => finding.Code == "DLV-007");   // no text
    }

    [Fact]
    public async Task T20_the_form_is_valid_and_the_same_after_another_spreadsheet_has_opened_and_saved_it()
    {
        var (county, _, _) = await Opened();
        await using var disposing = county;
        var form = FilledForms.Type(await Download(county), 1, ("进展情况", "已完成排查\n第二行"), ("累计完成", "3.5"));
        using (var package = SpreadsheetDocument.Open(new MemoryStream(form), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(package).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        }

        Assert.SkipUnless(File.Exists("/usr/bin/soffice") && File.Exists("/usr/lib/libreoffice/program/libsclo.so"), "LibreOffice Calc is not installed (apt-get install libreoffice-calc-nogui).");
        var folder = Directory.CreateTempSubdirectory("greenprint-form-");
        try
        {
            var file = Path.Combine(folder.FullName, "form.xlsx");
            await File.WriteAllBytesAsync(file, form, County.Stop);
            using var office = Process.Start(new ProcessStartInfo("/usr/bin/soffice", [
                $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder.FullName, "saved"), file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Assert.True(office.WaitForExit(TimeSpan.FromMinutes(4)), "LibreOffice did not end.");
            var saved = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "saved", "form.xlsx"), County.Stop);

            var (before, after) = ((await Check(county, form)).Lines, (await Check(county, saved)).Lines);

            Assert.Equal(before.Select(line => (line.Row, line.Item, line.Outcome, line.Typed)), after.Select(line => (line.Row, line.Item, line.Outcome, line.Typed)));
            Assert.Equal("3.5", after[0].Typed.Quantity);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_workbook_of_somebody_else_is_no_form() => Assert.Null(FormSheet.Read(new SourceWorkbook([new SourceSheet("填报", [new SourceRow(1, [new SourceCell(1, "事项", SourceCellKind.Text)])])])));
}
