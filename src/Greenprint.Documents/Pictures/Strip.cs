using Greenprint.Documents.Pdf.Tables;

namespace Greenprint.Documents.Pictures;

/// <summary>The inked parts of cells, one below the other in one picture, and the way back to where they stood.</summary>
internal sealed class Strip
{
    // Tesseract takes no picture of more than 32,767 points a side.
    private const int Highest = 30_000;

    private readonly List<(int Top, int Bottom, int ShiftX, int ShiftY)> parts = [];
    private readonly int first;

    private Strip(GreyPicture picture, int first) => (Picture, this.first) = (picture, first);

    public GreyPicture Picture { get; }

    /// <summary>The inked parts of cells, in points of the picture.</summary>
    public static List<InkedPart> Inked(GreyPicture picture, IReadOnlyList<Frame> cells, double scale, double inset) =>
        [
            .. cells
                .Select(cell => (Left: (int)((cell.Left + inset) * scale), Top: (int)((cell.Top + inset) * scale), Right: (int)((cell.Right - inset) * scale), Bottom: (int)((cell.Bottom - inset) * scale)))
                .Select(box => (Left: Math.Clamp(box.Left, 0, picture.Width), Top: Math.Clamp(box.Top, 0, picture.Height), Right: Math.Clamp(box.Right, 0, picture.Width), Bottom: Math.Clamp(box.Bottom, 0, picture.Height)))
                .Where(box => box.Right > box.Left && box.Bottom > box.Top)
                .Select(box => picture.Ink(box.Left, box.Top, box.Right, box.Bottom))
                .OfType<(int Left, int Top, int Right, int Bottom)>()
                .Select(box => new InkedPart(box.Left, box.Top, box.Right, box.Bottom)),
        ];

    /// <summary>Strips of all the parts, each no higher than tesseract takes.</summary>
    public static IEnumerable<Strip> Of(GreyPicture picture, IReadOnlyList<InkedPart> inked, int margin)
    {
        for (int from = 0, to = 0; from < inked.Count; from = to)
        {
            for (var height = margin; to < inked.Count && (to == from || height + inked[to].Height + margin <= Highest); to++)
            {
                height += inked[to].Height + margin;
            }

            yield return One(picture, [.. inked.Skip(from).Take(to - from)], from, margin);
        }
    }

    private static Strip One(GreyPicture picture, IReadOnlyList<InkedPart> inked, int first, int margin)
    {
        var strip = new Strip(GreyPicture.Blank(inked.Max(box => box.Width) + 2 * margin, inked.Sum(box => box.Height + margin) + margin), first);
        var y = margin;
        foreach (var box in inked)
        {
            strip.Picture.Paste(picture, box.Left, box.Top, box.Right, box.Bottom, margin, y);
            strip.parts.Add((y, y + box.Bottom - box.Top, box.Left - margin, box.Top - y));
            y += box.Bottom - box.Top + margin;
        }

        return strip;
    }

    /// <summary>The words at the places where they stood in the page; a line of one part is never one of another.</summary>
    public IEnumerable<RecognisedWord> Back(IEnumerable<RecognisedWord> words, bool isSecondLook = false)
    {
        foreach (var word in words)
        {
            var middle = word.Top + word.Height / 2;
            var index = parts.FindIndex(part => middle >= part.Top - 6 && middle <= part.Bottom + 6);
            if (index >= 0)
            {
                var part = parts[index];
                yield return SignMending.Bars(word, Picture) with { Line = word.Line * 1_000_000 + (isSecondLook ? 500_000 : 0) + first + index, Left = word.Left + part.ShiftX, Top = word.Top + part.ShiftY };
            }
        }
    }
}

/// <summary>The smallest rectangle around the dark points of a cell.</summary>
internal readonly record struct InkedPart(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public bool Holds(RecognisedWord word) =>
        word.Left + word.Width / 2 is var x && word.Top + word.Height / 2 is var y && x >= Left - 6 && x <= Right + 6 && y >= Top - 6 && y <= Bottom + 6;
}
