using System.Globalization;
using Greenprint.Documents.Pdf;
using Greenprint.Documents.Pdf.Pages;
using Greenprint.Documents.Pdf.Tables;

namespace Greenprint.Documents.Pictures;

/// <summary>
/// Reads the picture of a page into signs and ruling lines with their places, as if the page had a text. The cells of a ruled table are cut out
/// and read one below the other: no line disturbs them, and no text of a neighbour is drawn in.
/// </summary>
internal sealed class PictureReader(string pdf, string folder, int font)
{
    // 300 dots an inch is what tesseract was taught on; a huge page is drawn coarser.
    private const double Dots = 300;
    private const double MostPoints = 4400;
    private const int Margin = 24;
    private const double Inset = 1.1;
    private static readonly TimeSpan Drawing = TimeSpan.FromSeconds(30);

    // Lines show well enough in a coarse drawing, which tells maps and photographs from tables.
    private const double CoarseDots = 110;
    private const int FewestCells = 6;

    /// <summary>The page with what was read of it; null where it could not be drawn or read.</summary>
    public PageContent? Read(PageContent page, CancellationToken cancel)
    {
        var frame = new Frame(0, 0, page.Width, page.Height);
        return Draw(page, frame, Dots, cancel) is { } picture ? Recognise(picture, page, cancel) : null;
    }

    /// <summary>Pages on which a table stands as a picture that could not be read.</summary>
    public List<int> TablesNotRead { get; } = [];

    /// <summary>The page with the ruled tables that stand on it as pictures; null where there are none, or none could be read.</summary>
    public PageContent? ReadInsets(PageContent page, CancellationToken cancel)
    {
        var read = page;
        foreach (var frame in page.Pictures)
        {
            var part = new PageContent(page.Number, frame.Width, frame.Height, PageOrigin.None);
            if (Draw(page, frame, CoarseDots, cancel) is not { } coarse
                || RuledTables.Frames(part with { Rulings = PictureRulings.Find(coarse, coarse.Width / part.Width) }).Count < FewestCells)
            {
                continue;
            }

            if (Draw(page, frame, Dots, cancel) is not { } picture || Recognise(picture, part, cancel) is not { } found)
            {
                TablesNotRead.Add(page.Number);
            }
            else if (found.Origin == PageOrigin.Picture)
            {
                read = read with
                {
                    Glyphs = [.. read.Glyphs, .. found.Glyphs.Select(glyph => glyph with { Left = glyph.Left + frame.Left, Right = glyph.Right + frame.Left, Baseline = glyph.Baseline + frame.Top })],
                    Rulings = [.. read.Rulings, .. found.Rulings.Select(ruling => Moved(ruling, frame.Left, frame.Top))],
                };
            }
        }

        return ReferenceEquals(read, page) ? null : read;
    }

    private static Ruling Moved(Ruling ruling, double right, double down) => ruling.IsLevel
        ? new Ruling(true, ruling.At + down, ruling.From + right, ruling.To + right)
        : new Ruling(false, ruling.At + right, ruling.From + down, ruling.To + down);

    private PageContent? Recognise(GreyPicture picture, PageContent page, CancellationToken cancel)
    {
        var scale = picture.Width / page.Width;
        var drawn = page with { Rulings = PictureRulings.Find(picture, scale), Glyphs = [] };
        var cells = RuledTables.Frames(drawn);
        var glyphs = new List<Glyph>();
        if (cells.Count > 0)
        {
            if (Cells(picture, cells, scale, cancel) is not { } words)
            {
                return null;
            }

            glyphs.AddRange(RecognisedGlyphs.Of(words, scale, font));
        }

        foreach (var cell in cells)
        {
            picture.Erase((int)((cell.Left - 2) * scale), (int)((cell.Top - 2) * scale), (int)((cell.Right + 2) * scale), (int)((cell.Bottom + 2) * scale));
        }

        foreach (var line in drawn.Rulings)
        {
            var (x1, x2, y1, y2) = line.IsLevel ? (line.From, line.To, line.At - 2, line.At + 2) : (line.At - 2, line.At + 2, line.From, line.To);
            picture.Erase((int)(x1 * scale), (int)(y1 * scale), (int)(x2 * scale), (int)(y2 * scale));
        }

        if (picture.Ink(0, 0, picture.Width, picture.Height) is not null)
        {
            if (RecognisedText.Read(picture, folder, layout: cells.Count > 0 ? 6 : 4, RecognisedText.Chinese, cancel) is not { } words)
            {
                return null;
            }

            glyphs.AddRange(RecognisedGlyphs.Of(words, scale, font));
        }

        return drawn with { Glyphs = glyphs, Origin = glyphs.Count > 0 ? PageOrigin.Picture : PageOrigin.None };
    }

    // Tesseract passes over a lone dash and over many a lone number: dashes are told by their shape, numbers in a second look.
    private List<RecognisedWord>? Cells(GreyPicture picture, List<Frame> cells, double scale, CancellationToken cancel)
    {
        var inked = Strip.Inked(picture, cells, scale, Inset);
        var dashes = inked.Where(part => part.Width > 4 * scale && part.Height < 0.25 * part.Width && part.Height < 3 * scale).ToArray();
        var words = new List<RecognisedWord>(dashes.Select((part, i) => new RecognisedWord(-1 - i, part.Left, part.Top - part.Width / 3, part.Width, part.Width * 3 / 4, 100, "—")));
        var texts = inked.Except(dashes).ToArray();
        if (texts.Length == 0)
        {
            return words;
        }

        foreach (var strip in Strip.Of(picture, texts, Margin))
        {
            if (RecognisedText.Read(strip.Picture, folder, layout: 6, RecognisedText.Chinese, cancel) is not { } seen)
            {
                return null;
            }

            words.AddRange(strip.Back(seen));
        }

        var unseen = texts.Where(part => !words.Any(part.Holds)).ToArray();
        foreach (var second in Strip.Of(picture, unseen, 2 * Margin))
        {
            words.AddRange(second.Back(RecognisedText.Read(second.Picture, folder, layout: 6, RecognisedText.Numbers, cancel) ?? [], isSecondLook: true));
        }

        return words;
    }

    private GreyPicture? Draw(PageContent page, Frame frame, double most, CancellationToken cancel)
    {
        var dots = Math.Min(most, MostPoints * 72 / Math.Max(frame.Width, frame.Height));
        var file = Path.Combine(folder, "page");
        string Number(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);
        string At(double points) => Number(Points.Whole(points * dots / 72));
        // The page itself is drawn whole; a picture at its corner is a part like any other.
        string[] part = frame.Width >= page.Width && frame.Height >= page.Height ? [] : ["-x", At(frame.Left), "-y", At(frame.Top), "-W", At(frame.Width), "-H", At(frame.Height)];
        string[] arguments = ["-gray", "-r", Number(dots, "0.#"), "-f", Number(page.Number), "-l", Number(page.Number), .. part, "-singlefile", pdf, file];
        if (ReadingTools.Run("pdftoppm", arguments, Drawing, cancel) is null || !File.Exists(file + ".pgm"))
        {
            return null;
        }

        using var stream = File.OpenRead(file + ".pgm");
        return GreyPicture.Read(stream);
    }
}
