using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.Tests.Evidences;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Reports;

public sealed class ReportTests
{
    private static readonly TypedReport Typed = new("", "已完成排查", "缺少经费", "下月整改", false);

    private static Task<DraftSaving> Save(County county, string who, string item, TypedReport typed, int seen) =>
        county.In(services => services.GetRequiredService<ReportDesk>().Save(county[who], item, typed, seen, County.Stop));

    private static async Task<IReadOnlyList<Finding>> Submit(County county, string who, string item, TypedReport typed)
    {
        var seen = (await county.Stored(item)).Item.Version;
        return await county.In(services => services.GetRequiredService<ReportDesk>().Submit(county[who], item, seen, typed, County.Stop));
    }

    private static async Task<ReportView> View(County county, string item)
    {
        var stored = await county.Stored(item);
        return await county.In(services => services.GetRequiredService<ReportDesk>().Of(stored, County.Stop));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_report_is_returned_once_and_approved_the_second_time_and_both_stay_readable(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.InHand();
        Assert.Empty(await Submit(county, "chen", id, Typed));
        Assert.Null(await county.Do("zhao", id, DispatchAct.Return, "请补充数据"));
        Assert.Empty(await Submit(county, "chen", id, Typed with { Text = "已完成排查，附数据" }));
        Assert.Null(await county.Do("zhao", id, DispatchAct.Check));
        Assert.Null(await county.Do("wang", id, DispatchAct.Close));

        var view = await View(county, id);
        Assert.Equal([ReportState.Returned, ReportState.Approved], view.States);
        Assert.Equal(["已完成排查", "已完成排查，附数据"], view.Handed.Select(report => report.Text));
        Assert.Empty(view.Drafts);
        Assert.Equal(DispatchStage.Closed, (await county.Stored(id)).Item.Stage);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_people_who_write_one_report_keep_both_texts(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.InHand();
        Assert.Equal(1, (await Save(county, "chen", id, Typed, 0)).Version);
        Assert.Equal(1, (await Save(county, "sun", id, Typed with { Text = "孙的文字" }, 0)).Version);

        Assert.Equal(["孙的文字", "已完成排查"], (await View(county, id)).Drafts.Select(draft => draft.Text).Order(StringComparer.Ordinal));
        Assert.Empty(await Submit(county, "chen", id, Typed));
        Assert.Equal("孙的文字", Assert.Single((await View(county, id)).Drafts).Text);
        Assert.Equal("DLV-003", Assert.Single(await Submit(county, "sun", id, Typed with { Text = "孙的文字" })).Code);
    }

    [Fact]
    public async Task One_person_in_two_windows_is_shown_the_other_text_and_loses_none()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var id = await county.InHand();
        await Save(county, "chen", id, Typed, 0);

        var second = await Save(county, "chen", id, Typed with { Text = "另一窗口" }, 0);

        Assert.Equal("DLV-010", second.Refusal!.Code);
        Assert.Equal(Typed, second.Other);
        Assert.Equal(2, (await Save(county, "chen", id, Typed with { Text = "合并后" }, second.Version)).Version);
    }

    [Fact]
    public async Task Saving_the_same_draft_again_writes_nothing()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var id = await county.InHand();
        await Save(county, "chen", id, Typed, 0);
        await Save(county, "chen", id, Typed, 1);

        Assert.Single(await county.In(services => services.GetRequiredService<IHistory>().Of($"report/{id}/draft", County.Stop)));
    }

    [Fact]
    public async Task Line_ends_of_a_form_and_of_a_script_are_the_same_text()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var id = await county.InHand();
        await Save(county, "chen", id, Typed with { Text = "甲\r\n乙" }, 0);

        var again = await Save(county, "chen", id, Typed with { Text = "甲\n乙" }, 0);
        Assert.Equal((1, null), (again.Version, again.Refusal));
    }

    [Fact]
    public void An_earlier_report_fills_only_what_is_empty_and_says_nothing_of_done() =>
        Assert.Equal(
            new TypedReport("3", "本期", "缺少经费", "下月整改", false),
            new TypedReport("", "本期", "", "", false).On(Typed with { Quantity = "3", IsDone = true }));

    [Fact]
    public async Task Who_may_not_report_for_the_unit_saves_no_draft_and_hands_nothing_in()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var id = await county.InHand();

        Assert.Equal("DLV-001", (await Save(county, "he", id, Typed, 0)).Refusal!.Code);
        Assert.Equal("DLV-003", Assert.Single(await Submit(county, "zhao", id, Typed)).Code);
        Assert.Empty((await View(county, id)).Handed);
    }

    [Fact]
    public async Task Handing_in_signs_for_an_item_that_nobody_signed_for()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var id = await county.Order();
        await county.Do("wang", id, DispatchAct.Review);
        await county.Do("wang", id, DispatchAct.Issue);

        Assert.Empty(await Submit(county, "chen", id, Typed));
        Assert.Equal([DispatchAct.Sign, DispatchAct.Report], (await county.Stored(id)).Events.TakeLast(2).Select(e => e.Act));
    }

    [Theory]
    [InlineData("", "", "text"), InlineData("十二", "文字", "quantity"), InlineData("-1", "文字", "quantity")]
    public void What_is_wrong_is_said_at_its_field(string quantity, string text, string field) =>
        Assert.Equal(field, Assert.Single(ReportForm.Read(new(quantity, text, "", "", false), Asks(null, null), []).Findings).Place!.Column);

    [Fact]
    public void Full_width_digits_are_digits_and_zero_is_a_value()
    {
        Assert.Equal(12.5m, ReportForm.Read(new("１２．５", "文字", "", "", false), Asks(null, null), []).Content!.Quantity);
        Assert.Equal(0m, ReportForm.Read(new("0", "文字", "", "", false), Asks(null, null), []).Content!.Quantity);
        Assert.Null(ReportForm.Read(new(" ", "文字", "", "", false), Asks(null, null), []).Content!.Quantity);
    }

    [Theory]
    [InlineData(EvidenceClass.Record, new EvidenceClass[0], false)]
    [InlineData(EvidenceClass.Record, new[] { EvidenceClass.Statement }, false)]
    [InlineData(EvidenceClass.Record, new[] { EvidenceClass.Record }, true)]
    [InlineData(EvidenceClass.Record, new[] { EvidenceClass.Measured }, true)]
    [InlineData(EvidenceClass.Official, new[] { EvidenceClass.Record, EvidenceClass.Statement }, false)]
    public void Done_needs_the_proof_that_its_task_names_or_a_stronger_one(EvidenceClass asked, EvidenceClass[] attached, bool accepted)
    {
        var read = ReportForm.Read(new("", "文字", "", "", true), Asks(null, asked), attached);
        Assert.Equal(accepted, read.Content is not null);
        string[] expected = accepted ? [] : ["DLV-008"];
        Assert.Equal(expected, read.Findings.Select(finding => finding.Code));
        Assert.NotNull(ReportForm.Read(new("", "文字", "", "", false), Asks(null, asked), attached).Content);
    }

    [Fact]
    public void Done_with_less_than_the_task_asks_for_is_not_done()
    {
        Assert.Null(ReportForm.Read(new("11.9", "文字", "", "", true), Asks(12, null), []).Content);
        Assert.NotNull(ReportForm.Read(new("12", "文字", "", "", true), Asks(12, null), []).Content);
        Assert.Null(ReportForm.Read(new("", "文字", "", "", true), Asks(12, null), []).Content);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_photo_keeps_its_place_inside_and_has_none_in_what_is_shown(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var id = await county.InHand();
        var photo = Photos.Jpeg(orientation: 6);

        Assert.Null(await Attach(county, "chen", id, "现场.jpg", photo));
        Assert.Equal("DLV-009", (await Attach(county, "chen", id, "又一次.jpg", photo))!.Code);
        Assert.Equal("DLV-001", (await Attach(county, "he", id, "x.jpg", photo))!.Code);
        Assert.Equal("DLV-009", (await Attach(county, "chen", id, "run.pdf", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0]))!.Code);

        var proof = Assert.Single((await View(county, id)).Evidence);
        Assert.Equal(("2026-03-01 09:30:00", 21.95m, 112.79m), (proof.TakenAt, ReportForm.Trimmed(proof.Latitude), ReportForm.Trimmed(proof.Longitude)));
        Assert.Equal(photo, await Bytes(county, "zhao", proof.Id, clean: false));
        var clean = await Bytes(county, "zhao", proof.Id, clean: true);
        Assert.Equal(PhotoFacts.None with { Orientation = 6 }, PhotoFacts.OfJpeg(clean));
        Assert.Null(await Bytes(county, "he", proof.Id, clean: true));

        Assert.Empty(await Submit(county, "chen", id, Typed));
        Assert.Equal("DLV-003", (await county.In(services => services.GetRequiredService<EvidenceDesk>().Remove(county["chen"], id, proof.Id, County.Stop)))!.Code);
        Assert.Equal([proof.Id], (await View(county, id)).Named[1]);
        Assert.Equal(2, (await county.In(services => services.GetRequiredService<EvidenceDesk>().Needed(County.Stop))).Count);
    }

    private static Task<Finding?> Attach(County county, string who, string item, string name, byte[] bytes) => county.In(async services =>
    {
        using var content = new MemoryStream(bytes);
        return await services.GetRequiredService<EvidenceDesk>().Add(county[who], item, new(name, content, EvidenceClass.Record, "现场照片"), County.Stop);
    });

    private static Task<byte[]?> Bytes(County county, string who, string id, bool clean) => county.In(async services =>
    {
        if (await services.GetRequiredService<EvidenceDesk>().Open(county[who], id, clean, County.Stop) is not { } found)
        {
            return null;
        }

        await using var content = found.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, County.Stop);
        return copy.ToArray();
    });

    private static ItemRow Asks(decimal? quantity, EvidenceClass? evidence) => new()
    {
        Id = "i",
        Key = "k",
        Region = County.Region,
        Subject = "s",
        TitleZh = "题",
        Unit = County.Water,
        Due = new DateOnly(2026, 4, 9),
        Stage = DispatchStage.InHand,
        Ending = DispatchEnding.None,
        Version = 1,
        Quantity = quantity,
        QuantityUnit = quantity is null ? null : "公里",
        Evidence = evidence,
    };
}
