namespace Greenprint.Documents.Pdf.Pages;

/// <summary>Puts signs on lines: those that share a baseline, and the small raised or lowered ones beside them.</summary>
internal static class LineBuilder
{
    private const double SameBaseline = 0.34;
    private const double Small = 0.8;
    private const double Adjacent = 0.45;

    /// <summary>The lines of some signs, from top to bottom.</summary>
    public static List<TextLine> Lines(IEnumerable<Glyph> glyphs)
    {
        var rows = new List<List<Glyph>>();
        foreach (var glyph in glyphs.OrderBy(glyph => glyph.Baseline))
        {
            if (rows.Count > 0 && rows[^1] is var row && glyph.Baseline - row[0].Baseline <= SameBaseline * Math.Min(glyph.Size, row[0].Size))
            {
                row.Add(glyph);
            }
            else
            {
                rows.Add([glyph]);
            }
        }

        foreach (var row in rows)
        {
            row.Sort((a, b) => a.Left.CompareTo(b.Left));
        }

        Attach(rows);
        return [.. rows.Where(row => row.Count > 0).Select(row => new TextLine(row)).OrderBy(line => line.Baseline)];
    }

    // PM2.5, m³, a footnote's number: smaller signs between the lines, close to a sign of the line they belong to.
    private static void Attach(List<List<Glyph>> rows)
    {
        var largest = rows.ConvertAll(row => row.Max(glyph => glyph.Size));
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var glyph in rows[i].Where(glyph => HostOf(glyph, rows, largest, i) is not null).ToArray())
            {
                // A sign already moved has taken its next ones along: a subscript of three signs hangs on its first.
                if (rows[i].Contains(glyph) && HostOf(glyph, rows, largest, i) is { } host)
                {
                    rows[i].Remove(glyph);
                    Insert(host, glyph);
                    var next = rows[i].Where(other => other.Size <= glyph.Size * 1.05 && other.Left >= glyph.Right - glyph.Size * 0.2).OrderBy(other => other.Left).ToArray();
                    var right = glyph.Right;
                    foreach (var other in next)
                    {
                        if (other.Left - right > Adjacent * other.Size)
                        {
                            break;
                        }

                        rows[i].Remove(other);
                        Insert(host, other);
                        right = other.Right;
                    }
                }
            }
        }
    }

    private static List<Glyph>? HostOf(Glyph glyph, List<List<Glyph>> rows, List<double> largest, int of)
    {
        for (var i = Math.Max(0, of - 2); i <= Math.Min(rows.Count - 1, of + 2); i++)
        {
            if (i != of && glyph.Size <= Small * largest[i] && rows[i].Any(host => glyph.Size <= Small * host.Size && glyph.MiddleY > host.Top - 0.1 * host.Size && glyph.MiddleY < host.Bottom + 0.15 * host.Size
                && (Math.Abs(glyph.Left - host.Right) <= Adjacent * host.Size || Math.Abs(host.Left - glyph.Right) <= Adjacent * host.Size)))
            {
                return rows[i];
            }
        }

        return null;
    }

    private static void Insert(List<Glyph> row, Glyph glyph)
    {
        var at = row.FindIndex(other => other.Left > glyph.Left);
        row.Insert(at < 0 ? row.Count : at, glyph);
    }
}
