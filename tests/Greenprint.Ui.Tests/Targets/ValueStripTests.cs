using Bunit;
using Greenprint.Ui.Gallery;
using Greenprint.Ui.Targets;

namespace Greenprint.Ui.Tests.Targets;

public sealed class ValueStripTests : BunitContext
{
    public ValueStripTests() => Reader.Of(Cultures.English);

    [Fact]
    public void Rising_is_better_only_where_more_is_wanted()
    {
        Assert.Contains("change-better", Markup(GallerySamples.Strips[0]), StringComparison.Ordinal);   // a rising share of good days
        Assert.Contains("change-worse", Markup(GallerySamples.Strips[1]), StringComparison.Ordinal);    // a rising concentration
        Assert.Contains("change-better", Markup(GallerySamples.Strips[2]), StringComparison.Ordinal);   // bad water falling to zero
    }

    [Fact]
    public void A_change_below_the_rounding_step_is_no_change()
    {
        var strip = GallerySamples.Strips[0] with { Latest = new(88.24m, Figures.Year(2026)) };

        Assert.Contains("as the baseline", Markup(strip), StringComparison.Ordinal);
    }

    [Fact]
    public void The_full_value_is_one_hover_away()
    {
        var latest = Render<ValueStrip>(parameters => parameters.Add(component => component.Model, GallerySamples.Strips[0])).Find(".strip-latest data");

        Assert.Equal("89.6%", latest.TextContent);
        Assert.Equal("89.64", latest.GetAttribute("value"));
        Assert.Contains("89.64", latest.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_says_so_and_why()
    {
        var markup = Markup(GallerySamples.Strips[3]);

        Assert.Contains(">none<", markup, StringComparison.Ordinal);
        Assert.Contains("Not reported yet", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"change", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zero_that_was_aimed_at_is_met_and_not_missing()
    {
        var markup = Markup(GallerySamples.Strips[2]);

        Assert.Contains(">0.0%<", markup, StringComparison.Ordinal);
        Assert.Contains("Met", markup, StringComparison.Ordinal);
    }

    private string Markup(ValueStripModel model) => Render<ValueStrip>(parameters => parameters.Add(component => component.Model, model)).Markup;
}
