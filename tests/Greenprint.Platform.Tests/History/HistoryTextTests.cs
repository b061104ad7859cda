namespace Greenprint.Platform.Tests;

public sealed class HistoryTextTests
{
    [Theory]
    [InlineData("""{"id":"5f","role":"Editor","region":"990101"}""", "role: Editor · region: 990101")]
    [InlineData("""{"name":{"zh":"岚湾县","en":"Lanwan"},"items":[1,2],"none":null}""", "name: 岚湾县 · items: [2]")]
    [InlineData("\"noted\"", "noted")]
    [InlineData("{}", "")]
    public void An_entry_reads_as_one_line(string body, string line) => Assert.Equal(line, HistoryText.Line(body));

    [Fact]
    public void A_long_entry_is_cut() => Assert.Equal(161, HistoryText.Line($"\"{new string('x', 500)}\"").Length);
}
