using Greenprint.Documents.Pdf.Tables;
using UglyToad.PdfPig.Core;

namespace Greenprint.Documents.Pdf.Pages;

/// <summary>Finds the pictures of a page that are large enough for a table and have no text of their own over them.</summary>
internal static class InsetPictures
{
    private const double Narrowest = 0.35;
    private const double Lowest = 60;
    private const double Touch = 3;
    private const int MostPictures = 200;

    // A page number or a mark may lie over a picture.
    private const int FewSigns = 3;

    public static List<Frame> Find(IReadOnlyList<PdfRectangle> pictures, double width, double height, IReadOnlyList<Glyph> glyphs)
    {
        if (glyphs.Count == 0 || pictures.Count is 0 or > MostPictures)
        {
            return [];
        }

        // Some programs cut a picture into strips, one below the other.
        var found = new List<Frame>();
        foreach (var box in pictures.Select(box => new Frame(Math.Max(0, box.Left), Math.Max(0, height - box.Top), Math.Min(width, box.Right), Math.Min(height, height - box.Bottom))).OrderBy(box => box.Top))
        {
            if (found.FindIndex(above => Math.Abs(above.Left - box.Left) < Touch && Math.Abs(above.Right - box.Right) < Touch && box.Top < above.Bottom + Touch) is >= 0 and var at)
            {
                found[at] = found[at] with { Bottom = Math.Max(found[at].Bottom, box.Bottom) };
            }
            else
            {
                found.Add(box);
            }
        }

        return found.FindAll(frame => frame.Width >= Narrowest * width && frame.Height >= Lowest && glyphs.Count(frame.Holds) <= FewSigns);
    }
}
