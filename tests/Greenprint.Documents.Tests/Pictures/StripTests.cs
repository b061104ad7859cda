using Greenprint.Documents.Pictures;

namespace Greenprint.Documents.Tests.Pictures;

public sealed class StripTests
{
    private const int Margin = 24;

    [Fact]
    public void However_many_cells_no_strip_is_higher_than_tesseract_takes_and_every_word_comes_back_to_its_place()
    {
        var page = GreyPicture.Blank(2400, 3400);
        InkedPart[] parts = [.. Enumerable.Range(0, 900).Select(i => new InkedPart(10 + i % 20 * 110, 10 + i / 20 * 70, 90 + i % 20 * 110, 60 + i / 20 * 70))];

        var strips = Strip.Of(page, parts, Margin).ToArray();
        var words = new List<RecognisedWord>();
        foreach (var strip in strips)
        {
            // Every part as a word of its own, read at its place in the strip, each in line 1.
            var count = (strip.Picture.Height - Margin) / (50 + Margin);
            words.AddRange(strip.Back(Enumerable.Range(0, count).Select(i => new RecognisedWord(1, Margin, Margin + i * (50 + Margin), 80, 50, 90, "字"))));
        }

        Assert.True(strips.Length > 1);
        Assert.All(strips, strip => Assert.InRange(strip.Picture.Height, 1, 32_767));
        Assert.Equal(parts.Select(part => (part.Left, part.Top)), words.Select(word => (word.Left, word.Top)));
        Assert.Equal(words.Count, words.Select(word => word.Line).Distinct().Count());
    }

    [Fact]
    public void A_second_look_at_a_part_is_another_line_than_the_first()
    {
        InkedPart[] parts = [new(0, 0, 80, 50), new(0, 60, 80, 110)];
        var strip = Assert.Single(Strip.Of(GreyPicture.Blank(100, 200), parts, Margin));
        RecognisedWord[] seen = [new(1, Margin, Margin, 80, 50, 90, "1"), new(1, Margin, 50 + 2 * Margin, 80, 50, 90, "2")];

        Assert.Equal(4, strip.Back(seen).Concat(strip.Back(seen, isSecondLook: true)).Select(word => word.Line).Distinct().Count());
    }

    [Fact]
    public void No_parts_make_no_strip() => Assert.Empty(Strip.Of(GreyPicture.Blank(10, 10), [], Margin));
}
