using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Finds tables by their ruling lines: level and upright lines that meet make a grid; where no line parts two slots they are one cell.</summary>
internal static class RuledTables
{
    // How far a line may stop short of the one it should meet.
    private const double Touch = 4;
    private const double SameEdge = 4.5;
    private const double Covers = 0.55;
    private const double OpenSide = 12;

    // A frame around the whole page is an ornament.
    private const double WholePage = 0.86;

    public static List<PageTable> Find(PageContent page)
    {
        var tables = new List<PageTable>();
        foreach (var net in Joined(page, Nets(page.Rulings)))
        {
            if (Build(page, net) is { } table)
            {
                tables.Add(table);
            }
        }

        return [.. tables.OrderBy(table => table.Frame.Top)];
    }

    /// <summary>The cells of all ruled tables of a page whose text is not known yet.</summary>
    public static List<Frame> Frames(PageContent page) =>
        [.. Nets(page.Rulings).Select(net => Grid(page, net)).OfType<Slots>().SelectMany(slots => Cells(slots, [])).Select(cell => cell.Frame)];

    // Lines that meet, directly or over others.
    private static List<List<Ruling>> Nets(IReadOnlyList<Ruling> rulings)
    {
        var levels = rulings.Where(ruling => ruling.IsLevel).ToArray();
        var uprights = rulings.Where(ruling => !ruling.IsLevel).ToArray();
        var nets = new List<List<Ruling>>();
        var free = new HashSet<Ruling>(uprights);
        var freeLevels = new HashSet<Ruling>(levels);
        foreach (var seed in uprights)
        {
            if (!free.Remove(seed))
            {
                continue;
            }

            var net = new List<Ruling> { seed };
            for (var i = 0; i < net.Count; i++)
            {
                foreach (var other in (net[i].IsLevel ? uprights : levels).Where(other => (other.IsLevel ? freeLevels : free).Contains(other) && Meet(net[i], other)).ToArray())
                {
                    (other.IsLevel ? freeLevels : free).Remove(other);
                    net.Add(other);
                }
            }

            if (OfNotes(net) is { } line)
            {
                net.Remove(line);
            }

            nets.Add(net);
        }

        return nets;
    }

    // The line over the footnotes may all but touch the end of a table: it is the lowest and sticks out of it.
    private static Ruling? OfNotes(List<Ruling> net)
    {
        var levels = net.Where(ruling => ruling.IsLevel).ToArray();
        return levels.Length > 2 && levels.MaxBy(ruling => ruling.At) is { } lowest
            && levels.All(other => other == lowest || other.At < lowest.At && other.From > lowest.From + OpenSide) ? lowest : null;
    }

    // Where no line closes the sides, the row of a group's name parts the lines above it from those below: only its name stands between the two.
    private static List<List<Ruling>> Joined(PageContent page, List<List<Ruling>> nets)
    {
        // Upright lines between two names of groups meet no level line at all: they belong to the frame around them.
        foreach (var upright in nets.Where(net => net.TrueForAll(ruling => !ruling.IsLevel)).SelectMany(net => net).ToArray())
        {
            nets.Find(net => net.Exists(ruling => ruling.IsLevel) && FrameOf(net) is var frame && upright.At > frame.Left && upright.At < frame.Right && upright.From >= frame.Top && upright.To <= frame.Bottom)?.Add(upright);
        }

        var joined = new List<(List<Ruling> Net, Frame Frame)>();
        foreach (var (net, frame) in nets.Where(net => net.Any(ruling => ruling.IsLevel)).Select(net => (net, Frame: FrameOf(net))).OrderBy(net => net.Frame.Top))
        {
            if (joined.Count > 0 && joined[^1] is var above && Math.Abs(above.Frame.Left - frame.Left) <= SameEdge && Math.Abs(above.Frame.Right - frame.Right) <= SameEdge
                && frame.Top > above.Frame.Bottom && LineBuilder.Lines(page.Glyphs.Where(glyph => glyph.MiddleY > above.Frame.Bottom && glyph.MiddleY < frame.Top)) is [var only] && Captions.IsGroup(only.Text))
            {
                joined[^1] = ([.. above.Net, .. net], above.Frame with { Bottom = frame.Bottom });
            }
            else
            {
                joined.Add((net, frame));
            }
        }

        return joined.ConvertAll(net => net.Net);
    }

    private static Frame FrameOf(List<Ruling> net)
    {
        var levels = net.Where(ruling => ruling.IsLevel).ToArray();
        return new Frame(
            levels.Min(ruling => ruling.From), net.Min(ruling => ruling.IsLevel ? ruling.At : ruling.From),
            levels.Max(ruling => ruling.To), net.Max(ruling => ruling.IsLevel ? ruling.At : ruling.To));
    }

    private static bool Meet(Ruling one, Ruling two) =>
        two.At >= one.From - Touch && two.At <= one.To + Touch && one.At >= two.From - Touch && one.At <= two.To + Touch;

    private static PageTable? Build(PageContent page, List<Ruling> net)
    {
        if (Grid(page, net) is not { } slots)
        {
            return null;
        }

        var frame = new Frame(slots.X[0], slots.Y[0], slots.X[^1], slots.Y[^1]);
        var glyphs = page.Glyphs.Where(glyph => frame.Holds(glyph)).ToList();
        if (glyphs.Count == 0)
        {
            return null;
        }

        var table = Trim(new PageTable(page.Number, frame, slots.X, slots.Rows, Cells(slots, glyphs), TableGrid.Ruled)
        {
            IsClosedBelow = net.Any(ruling => ruling.IsLevel && Math.Abs(ruling.At - slots.Y[^1]) <= SameEdge),
        });
        return RowSplitter.Split(table);
    }

    // More slots than any printed table has; a drawing of thousands of lines is none.
    private const int MostSlots = 20_000;

    private static Slots? Grid(PageContent page, List<Ruling> net)
    {
        var levels = net.Where(ruling => ruling.IsLevel).ToArray();
        var uprights = net.Where(ruling => !ruling.IsLevel).ToArray();
        if (levels.Length == 0)
        {
            return null;
        }

        var xs = Edges(uprights.Select(ruling => ruling.At), levels.Min(ruling => ruling.From), levels.Max(ruling => ruling.To));
        var ys = Edges(levels.Select(ruling => ruling.At), uprights.Min(ruling => ruling.From), uprights.Max(ruling => ruling.To));
        if (xs.Count < 2 || ys.Count < 2)
        {
            return null;
        }

        var isWholePage = xs.Count == 2 && ys.Count == 2 && ys[^1] - ys[0] > WholePage * page.Height && xs[^1] - xs[0] > WholePage * page.Width;
        return isWholePage || (long)xs.Count * ys.Count > MostSlots ? null : new Slots(xs, ys, levels, uprights);
    }

    // The places of the lines, and the ends of the lines across where no line closes the table.
    private static List<double> Edges(IEnumerable<double> places, double from, double to)
    {
        var edges = new List<double>();
        foreach (var place in places.Order())
        {
            if (edges.Count == 0 || place - edges[^1] > SameEdge)
            {
                edges.Add(place);
            }
        }

        if (edges.Count > 0 && from < edges[0] - OpenSide)
        {
            edges.Insert(0, from);
        }

        if (edges.Count > 0 && to > edges[^1] + OpenSide)
        {
            edges.Add(to);
        }

        return edges;
    }

    private static List<PageCell> Cells(Slots slots, List<Glyph> glyphs)
    {
        var cells = new List<PageCell>();
        var taken = new bool[slots.Rows, slots.Columns];
        for (var row = 0; row < slots.Rows; row++)
        {
            for (var column = 0; column < slots.Columns; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }

                var right = column;
                while (right + 1 < slots.Columns && !taken[row, right + 1] && !slots.IsPartedRight(row, right))
                {
                    right++;
                }

                var below = row;
                while (below + 1 < slots.Rows && Enumerable.Range(column, right - column + 1).All(c => !slots.IsPartedBelow(below, c) && !taken[below + 1, c])
                    && Enumerable.Range(column, right - column).All(c => !slots.IsPartedRight(below + 1, c))
                    && (right + 1 == slots.Columns || slots.IsPartedRight(below + 1, right)) && (column == 0 || slots.IsPartedRight(below + 1, column - 1)))
                {
                    below++;
                }

                for (var r = row; r <= below; r++)
                {
                    for (var c = column; c <= right; c++)
                    {
                        taken[r, c] = true;
                    }
                }

                var frame = new Frame(slots.X[column], slots.Y[row], slots.X[right + 1], slots.Y[below + 1]);
                cells.Add(new PageCell(row, column, below - row + 1, right - column + 1, frame, LineBuilder.Lines(glyphs.Where(glyph => frame.Holds(glyph)))));
            }
        }

        return cells;
    }

    // Columns and rows that no cell begins in come from a line drawn twice or from an ornament.
    private static PageTable Trim(PageTable table)
    {
        var columns = Enumerable.Range(0, table.Columns).Where(column => table.Cells.Any(cell => cell.Column == column)).ToArray();
        var rows = Enumerable.Range(0, table.Rows).Where(row => table.Cells.Any(cell => cell.Row == row)).ToArray();
        if (columns.Length == table.Columns && rows.Length == table.Rows)
        {
            return table;
        }

        return table with
        {
            Edges = [.. columns.Select(column => table.Edges[column]), table.Edges[^1]],
            Rows = rows.Length,
            Cells =
            [
                .. table.Cells.Select(cell => cell with
                {
                    Row = Array.IndexOf(rows, cell.Row),
                    Column = Array.IndexOf(columns, cell.Column),
                    Rows = rows.Count(row => row >= cell.Row && row < cell.Row + cell.Rows),
                    Columns = columns.Count(column => column >= cell.Column && column < cell.Column + cell.Columns),
                }),
            ],
        };
    }

    /// <summary>The grid of a table and which of its slots a line parts.</summary>
    private sealed class Slots(List<double> x, List<double> y, Ruling[] levels, Ruling[] uprights)
    {
        public List<double> X => x;

        public List<double> Y => y;

        public int Columns => x.Count - 1;

        public int Rows => y.Count - 1;

        public bool IsPartedRight(int row, int column) => IsCovered(uprights, x[column + 1], y[row], y[row + 1]);

        public bool IsPartedBelow(int row, int column) => IsCovered(levels, y[row + 1], x[column], x[column + 1]);

        private static bool IsCovered(Ruling[] lines, double at, double from, double to) =>
            lines.Where(line => Math.Abs(line.At - at) <= SameEdge).Sum(line => Math.Max(0, Math.Min(line.To, to) - Math.Max(line.From, from))) >= Covers * (to - from);
    }
}
