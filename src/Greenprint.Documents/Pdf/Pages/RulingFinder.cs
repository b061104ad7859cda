using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace Greenprint.Documents.Pdf.Pages;

/// <summary>Finds the straight lines of a page: stroked lines and rectangles, and the thin filled rectangles that word processors draw instead.</summary>
internal static class RulingFinder
{
    private const double Thickest = 3.2;
    private const double Shortest = 3;
    private const double Slant = 1;

    // How far apart two pieces may lie and still be one line: dashes, and the corners that cells leave open.
    private const double Gap = 4;
    private const double Beside = 1.6;

    // A page of text needs a few hundred at most; a drawing with more is no table.
    private const int Most = 20_000;

    public static List<Ruling> Find(IEnumerable<PdfPath> paths, double height)
    {
        var found = new List<Ruling>();
        foreach (var path in paths.Where(path => !path.IsClipping && (path.IsStroked && !IsWhite(path.StrokeColor) || path.IsFilled && !IsWhite(path.FillColor))))
        {
            foreach (var part in path)
            {
                Add(part, path.IsStroked, height, found);
            }

            if (found.Count > Most)
            {
                return [];
            }
        }

        return Join(found);
    }

    /// <summary>Pieces that lie on one line and touch become one.</summary>
    public static List<Ruling> Join(List<Ruling> pieces)
    {
        var joined = new List<Ruling>();
        foreach (var level in new[] { true, false })
        {
            var rest = pieces.Where(piece => piece.IsLevel == level).OrderBy(piece => piece.At).ToList();
            for (var i = 0; i < rest.Count;)
            {
                var end = i + 1;
                while (end < rest.Count && rest[end].At - rest[i].At <= Beside)
                {
                    end++;
                }

                joined.AddRange(Along(rest[i..end]));
                i = end;
            }
        }

        return joined;
    }

    private static IEnumerable<Ruling> Along(List<Ruling> beside)
    {
        Ruling? open = null;
        foreach (var piece in beside.OrderBy(piece => piece.From))
        {
            if (open is { } line && piece.From <= line.To + Gap)
            {
                open = line with { To = Math.Max(line.To, piece.To) };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = piece;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static void Add(PdfSubpath part, bool isStroked, double height, List<Ruling> found)
    {
        if (part.GetBoundingRectangle() is not { } box)
        {
            return;
        }

        if (Math.Min(box.Width, box.Height) <= Thickest)
        {
            AddThin(box, height, found);
        }
        else if (isStroked)
        {
            var start = default(PdfPoint);
            var at = default(PdfPoint);
            foreach (var command in part.Commands)
            {
                switch (command)
                {
                    case PdfSubpath.Move move:
                        start = at = move.Location;
                        break;
                    case PdfSubpath.Line line:
                        AddLine(line.From, line.To, height, found);
                        at = line.To;
                        break;
                    case PdfSubpath.Close:
                        AddLine(at, start, height, found);
                        break;
                }
            }
        }
    }

    private static void AddThin(PdfRectangle box, double height, List<Ruling> found)
    {
        if (box.Width >= box.Height && box.Width >= Shortest)
        {
            found.Add(new Ruling(true, height - (box.Bottom + box.Top) / 2, box.Left, box.Right));
        }
        else if (box.Height > box.Width && box.Height >= Shortest)
        {
            found.Add(new Ruling(false, (box.Left + box.Right) / 2, height - box.Top, height - box.Bottom));
        }
    }

    private static void AddLine(PdfPoint from, PdfPoint to, double height, List<Ruling> found)
    {
        if (Math.Abs(from.Y - to.Y) <= Slant && Math.Abs(from.X - to.X) >= Shortest)
        {
            found.Add(new Ruling(true, height - (from.Y + to.Y) / 2, Math.Min(from.X, to.X), Math.Max(from.X, to.X)));
        }
        else if (Math.Abs(from.X - to.X) <= Slant && Math.Abs(from.Y - to.Y) >= Shortest)
        {
            found.Add(new Ruling(false, (from.X + to.X) / 2, height - Math.Max(from.Y, to.Y), height - Math.Min(from.Y, to.Y)));
        }
    }

    private static bool IsWhite(IColor? color)
    {
        if (color is null or PatternColor)
        {
            return false;
        }

        var (r, g, b) = color.ToRGBValues();
        return r > 0.97 && g > 0.97 && b > 0.97;
    }
}
