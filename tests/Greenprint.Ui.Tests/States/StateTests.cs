using Bunit;
using Greenprint.Ui.Gallery;
using Greenprint.Ui.States;

namespace Greenprint.Ui.Tests.States;

public sealed class StateTests : BunitContext
{
    public StateTests() => Reader.Of(Cultures.Chinese);

    [Fact]
    public void Every_tone_has_a_shape_of_its_own()
    {
        var shapes = Enum.GetValues<StateTone>().Select(tone => Render<StateIcon>(parameters => parameters.Add(icon => icon.Tone, tone)).Markup);

        Assert.Equal(Enum.GetValues<StateTone>().Length, shapes.Distinct().Count());
    }

    [Fact]
    public void A_badge_writes_its_word_out()
    {
        foreach (var state in GallerySamples.States.Select(entry => entry.State))
        {
            var badge = Render<StateBadge>(parameters => parameters.Add(component => component.State, state));

            Assert.Equal(state.Label.Zh, badge.Find(".state").TextContent.Trim());
            Assert.Equal(state.Key, badge.Find(".state").GetAttribute("data-state"));
        }
    }

    [Fact]
    public void The_glance_shows_only_states_that_somebody_has_with_their_definitions()
    {
        var counts = GallerySamples.States.Select((entry, i) => entry with { Count = i == 0 ? 0 : entry.Count }).ToList();
        var tally = Render<StateTally>(parameters => parameters.Add(component => component.Counts, counts));

        Assert.Equal(counts.Count - 1, tally.FindAll(".tally-item").Count);
        Assert.Equal("11", tally.Find("[data-state=OnTrack] .tally-count").TextContent);
        Assert.Contains("进展不慢于年度目标或直线进度。", tally.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_count_draws_nothing() =>
        Assert.DoesNotContain("svg", Render<StateTally>(parameters => parameters.Add(component => component.Counts, [])).Markup, StringComparison.Ordinal);
}
