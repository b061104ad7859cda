using Greenprint.Platform;

namespace Greenprint.Indicators.Tests.Web;

/// <summary>What a person does on the page of values, told over HTTP; and what others may not.</summary>
public sealed class ValuesPageTests
{
    private const string Page = "/office/plans/p/values";

    [Fact]
    public async Task A_value_is_entered_corrected_with_a_reason_and_on_record_under_the_persons_name()
    {
        await using var site = await IndicatorSite.Open();
        var editor = await site.SignedIn("王编辑", Role.Editor, County.Region);
        Assert.Contains("填报与核定值", (await editor.Get(Page)).Text, StringComparison.Ordinal);

        var saved = await editor.Follow(await editor.Post("enter", ("Entry.Indicator", "a"), ("Entry.Origin", "reported"), ("Entry.Period", "2025"), ("Entry.Value", "-1.5")));
        Assert.Contains("已保存并记入履历", saved.Text, StringComparison.Ordinal);

        var refused = await editor.Post("enter", ("Entry.Indicator", "a"), ("Entry.Origin", "reported"), ("Entry.Period", "2025"), ("Entry.Value", "0.035"));
        Assert.Contains("更正须在备注中写明理由", refused.Text, StringComparison.Ordinal);
        await editor.Follow(await editor.Post(
            "enter", ("Entry.Indicator", "a"), ("Entry.Origin", "reported"), ("Entry.Period", "2025"), ("Entry.Value", "0.035"), ("Entry.Note", "单位看错")));

        Assert.Equal(
            [(1, -1.5m, "王编辑", null), (2, 0.035m, "王编辑", "单位看错")],
            (await site.Revisions("a")).Select(value => (value.Revision, value.Value!.Value, value.Person, value.Note)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_shown_again_as_it_was_typed()
    {
        await using var site = await IndicatorSite.Open();
        var editor = await site.SignedIn("editor", Role.Editor, County.Region);
        await editor.Get("/en" + Page);

        var answer = await editor.Post("enter", ("Entry.Indicator", "b"), ("Entry.Origin", "issued"), ("Entry.Period", "last year"), ("Entry.Value", "1,5"));

        Assert.Contains("Write the period as 2025", answer.Text, StringComparison.Ordinal);
        Assert.Contains("without unit or thousands separators", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"last year\"", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Revisions("b"));
    }

    [Fact]
    public async Task A_sheet_is_tried_first_and_written_after_it_was_seen()
    {
        await using var site = await IndicatorSite.Open();
        var editor = await site.SignedIn("editor", Role.Editor, County.Region);
        const string Sheet = "plan,indicator,period,origin,value,document,person,date,note\np,a,2025,reported,0,,,,\np,b,2025,issued,3.25,省函〔2026〕3号,,2026-02-01,\n";
        await editor.Get("/en" + Page);

        var tried = await editor.Upload("try-sheet", "values.csv", Sheet);

        Assert.Contains("Tried 2 rows: 2 new, 0 corrected, 0 unchanged. Nothing is written yet.", tried.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Revisions("a"));
        var written = await editor.Post("store-sheet", ("SheetText", Sheet));
        Assert.Contains("Written: 2 new", written.Text, StringComparison.Ordinal);
        Assert.Equal(0m, (await site.Revisions("a")).Single().Value);
        Assert.Equal((3.25m, "省函〔2026〕3号"), ((await site.Revisions("b")).Single().Value, (await site.Revisions("b")).Single().Document));
    }

    [Fact]
    public async Task A_sheet_with_a_bad_row_names_it_and_offers_no_writing()
    {
        await using var site = await IndicatorSite.Open();
        var editor = await site.SignedIn("editor", Role.Editor, County.Region);
        await editor.Get(Page);

        var tried = await editor.Upload("try-sheet", "values.csv", "plan,indicator,period,origin,value\np,a,2025,reported,abc\n");

        Assert.Contains("values.csv: 第 2 行, value", tried.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("写入这张表", tried.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_enter_values_here_is_kept_out_of_reading_and_posting_alike()
    {
        await using var site = await IndicatorSite.Open();
        var editor = await site.SignedIn("wang", Role.Editor, County.Region);
        var neighbour = await site.SignedIn("li", Role.Editor, IndicatorSite.Neighbour);
        var administrator = await site.SignedIn("admin", Role.Administrator, County.Region);

        Assert.Equal(302, (await site.Browser().Get(Page)).Status);
        Assert.Equal(403, (await administrator.Get(Page)).Status);
        Assert.Equal(403, (await neighbour.Get(Page)).Status);
        Assert.Equal(404, (await editor.Get("/office/plans/nowhere/values")).Status);
        await neighbour.Get("/account");
        var posted = await neighbour.PostTo(
            Page, "password", ("_handler", "enter"), ("Entry.Indicator", "a"), ("Entry.Origin", "reported"), ("Entry.Period", "2025"), ("Entry.Value", "1"));
        Assert.Equal(400, posted.Status);   // the refused page has no form to post to
        Assert.Empty(await site.Revisions("a"));
    }
}
