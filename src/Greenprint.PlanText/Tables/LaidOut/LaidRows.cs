using Greenprint.Documents;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>A row of a laid-out table: what stands in it, by role of the column; columns of values by order.</summary>
internal sealed class LaidRow(BlockPlace place)
{
    public BlockPlace Place { get; } = place;

    public Dictionary<LaidColumn, GridCell> Cells { get; } = [];

    public GridCell? Name { get; set; }

    public GridCell? Sub { get; set; }
}

/// <summary>The rows of one page of a laid-out table.</summary>
internal sealed class LaidRows(IReadOnlyList<LaidLine> lines, IReadOnlyList<LaidColumn> columns)
{
    private const double NameIsMissing = 3;

    private readonly int fullName = columns.Where(column => column.Role == ColumnRole.Name).SelectMany(column => column.Lines).Select(line => Width(line.Piece.Text)).DefaultIfEmpty(0).Max();
    private readonly LaidColumn? names = columns.FirstOrDefault(column => column.Role == ColumnRole.Name);

    public List<LaidRow> Read()
    {
        if (names is null)
        {
            return [];
        }

        var (mains, leaves) = Anchors();
        if (leaves.Count == 0)
        {
            return [];
        }

        var rows = leaves.Select(leaf => new LaidRow(lines[Nearest(leaf.Y)].Place)).ToList();
        FillNames(rows, mains, leaves);
        foreach (var column in columns.Where(column => column != names && column.Role != ColumnRole.Unknown))
        {
            Fill(rows, column, leaves);
        }

        return rows;
    }

    /// <summary>A row: where its middle is, and which numbered row it belongs to.</summary>
    private readonly record struct Leaf(double Y, int Main);

    private double Y(int line) => lines[line].Y;

    private int Nearest(double y) => Enumerable.Range(0, lines.Count).MinBy(line => Math.Abs(Y(line) - y));

    private (List<double> Mains, List<Leaf> Leaves) Anchors()
    {
        var leaves = columns.Where(column => column.Role is ColumnRole.Value or ColumnRole.Nature or ColumnRole.Unit)
            .Select(Whole)
            .OrderByDescending(found => found.Count).FirstOrDefault() ?? [];
        var numbers = columns.FirstOrDefault(column => column.Role == ColumnRole.Number)?.Lines
            .Where(line => CellText.IsNumber(line.Piece.Key)).Select(line => Y(line.Line)).ToList() ?? [];
        var embedded = names!.Lines.Where(line => NameStart.IsNumbered(line.Piece.Text)).ToArray();
        if (numbers.Count == 0 && embedded.Length * 2 > leaves.Count && embedded.Length > 1)
        {
            numbers = Numbered(embedded.Select(line => line.Line).ToArray());
        }

        if (numbers.Count > 0)
        {
            return Parted(numbers, leaves, isNumber: true);
        }

        // Without numbers a nature that is printed once for several rows shows that they are the sub-rows of one.
        var natures = columns.FirstOrDefault(column => column.Role == ColumnRole.Nature) is { } nature ? Whole(nature) : [];
        return natures.Count > 0 && natures.Count < leaves.Count ? Parted(natures, leaves, isNumber: false) : ([.. leaves], [.. leaves.Select((y, i) => new Leaf(y, i))]);
    }

    // Several rows of values beside one number are its sub-rows where names and sub-cells stand beside each other; else they are one row, or rows of their own.
    private (List<double> Mains, List<Leaf> Leaves) Parted(List<double> anchors, List<double> leaves, bool isNumber)
    {
        if (leaves.Count <= anchors.Count)
        {
            return (anchors, [.. anchors.Select((y, i) => new Leaf(y, i))]);
        }

        var cells = SpanAligner.Align(leaves, anchors, new AlignmentCosts
        {
            Blank = _ => 4,
            Span = (from, to) => to > from ? 4 : 0,
            Lines = (from, to) => to > from && SubStart(leaves[from], leaves[to]) is null ? 3 : 0,
            MostRows = 1,
        });
        var (mains, parted) = (new List<double>(), new List<Leaf>());
        for (var i = 0; i < anchors.Count; i++)
        {
            var own = cells.Where(cell => cell.FirstRow == i).SelectMany(cell => Enumerable.Range(cell.FirstLine, cell.Lines)).ToArray();
            if (own.Length > 1 && SubStart(leaves[own[0]], leaves[own[^1]]) is not null)
            {
                parted.AddRange(own.Select(leaf => new Leaf(leaves[leaf], mains.Count)));
                mains.Add(anchors[i]);
            }
            else
            {
                foreach (var y in isNumber || own.Length < 2 ? [anchors[i]] : own.Select(leaf => leaves[leaf]).ToArray())
                {
                    parted.Add(new Leaf(y, mains.Count));
                    mains.Add(y);
                }
            }
        }

        return (mains, parted);
    }

    /// <summary>
    /// Where the sub-cells begin among the names between two heights: all pieces stand wholly left or wholly right of it. Null where they do not, as
    /// the lines of one name lie over each other.
    /// </summary>
    private int? SubStart(double from, double to)
    {
        var pieces = names!.Lines.Where(line => Y(line.Line) >= from && Y(line.Line) <= to).Select(line => line.Piece).OrderBy(piece => piece.Start).ToArray();
        var end = 0;
        for (var i = 1; i < pieces.Length; i++)
        {
            end = Math.Max(end, pieces[i - 1].End);
            if (pieces[i].Start > end && pieces.Length - i >= 2)
            {
                return pieces[i].Start;
            }
        }

        return null;
    }

    // A number in front of a name says where its lines begin: the middle of the row is the middle of its lines.
    private List<double> Numbered(int[] starts) =>
        [.. starts.Select((start, i) =>
        {
            var own = names!.Lines.Select(line => line.Line).Where(line => line >= start && (i + 1 == starts.Length || line < starts[i + 1])).ToArray();
            return (Y(own[0]) + Y(own[^1])) / 2;
        })];

    private List<double> Whole(LaidColumn column) =>
        [.. column.Lines.Where(line => column.Role switch
        {
            ColumnRole.Nature => CellText.IsNature(line.Piece.Key),
            ColumnRole.Unit => CellText.IsUnit(line.Piece.Key) || CellText.IsValue(line.Piece.Key),
            _ => CellText.IsValue(line.Piece.Key) && !CellText.IsMark(line.Piece.Key),
        }).Select(line => Y(line.Line)).Distinct()];

    private void FillNames(List<LaidRow> rows, List<double> mains, List<Leaf> leaves)
    {
        var own = names!.Lines.Select(line => line.Line).Distinct().ToArray();
        var starts = names.Lines.Where(line => NameStart.IsNumbered(line.Piece.Text)).Select(line => line.Line).ToHashSet();
        var isNumbered = starts.Count * 2 > mains.Count && columns.All(column => column.Role != ColumnRole.Number);
        var step = own.Zip(own.Skip(1), (a, b) => Y(b) - Y(a)).DefaultIfEmpty(1).Min();
        var cells = SpanAligner.Align([.. own.Select(Y)], mains, new AlignmentCosts
        {
            Blank = _ => NameIsMissing,
            Span = (from, to) => to > from ? 4 : 0,
            Lines = (from, to) => CostOfName(own, step, from, to) + (isNumbered ? CostOfStarts(own, starts, from, to) : 0),
            Fit = (from, to, row) => CostOfLeaves(own, leaves, from, to, row),
            MostRows = 1,
            MostLines = 14,
        });
        foreach (var cell in cells)
        {
            var pieces = names.Lines.Where(line => line.Line >= own[cell.FirstLine] && line.Line <= own[cell.FirstLine + cell.Lines - 1]).ToArray();
            var of = Enumerable.Range(0, leaves.Count).Where(leaf => leaves[leaf].Main == cell.FirstRow).ToArray();
            var sub = of.Length > 1 ? SubStart(Y(pieces[0].Line), Y(pieces[^1].Line)) : null;
            var subs = sub is { } start ? pieces.Where(line => line.Piece.Start >= start).ToArray() : [];
            var name = new GridCell(Join(pieces.Except(subs).Select(line => line.Piece.Text)));
            foreach (var leaf in of)
            {
                rows[leaf].Name = name;
            }

            if (subs.Length > 0)
            {
                FillSubs(rows, leaves, of, subs);
            }
        }
    }

    private void FillSubs(List<LaidRow> rows, List<Leaf> leaves, int[] of, (int Line, LaidPiece Piece)[] subs)
    {
        var aligned = SpanAligner.Align([.. subs.Select(line => Y(line.Line))], [.. of.Select(leaf => leaves[leaf].Y)], new AlignmentCosts
        {
            Blank = _ => 1.5,
            Span = (from, to) => to > from ? 4 : 0,
            Lines = (_, _) => 0,
            MostRows = 1,
        });
        foreach (var cell in aligned)
        {
            rows[of[cell.FirstRow]].Sub = new GridCell(Join(subs.Skip(cell.FirstLine).Take(cell.Lines).Select(line => line.Piece.Text)));
        }
    }

    private void Fill(List<LaidRow> rows, LaidColumn column, List<Leaf> leaves)
    {
        var lines = FootMarks.Join(column.Lines, Y);
        var isCategory = column.Role == ColumnRole.Category;
        var aligned = SpanAligner.Align([.. lines.Select(line => Y(line.Line))], [.. leaves.Select(leaf => leaf.Y)], new AlignmentCosts
        {
            Blank = leaf => isCategory ? 0.15 : leaf > 0 && leaves[leaf - 1].Main == leaves[leaf].Main ? 0.9 : 0.6,
            Span = (from, to) => to == from ? 0 : isCategory ? 0.02 * (to - from) : leaves[from].Main == leaves[to].Main ? 0.1 * (to - from) : 0.35 * (to - from),
            Lines = (from, to) => isCategory ? CostOfGaps(lines, from, to) + 0.5 : CostOfValue(column, lines, from, to),
            MostRows = isCategory ? 40 : 8,
            MostLines = isCategory ? 16 : 8,
        });
        foreach (var cell in aligned)
        {
            var text = new GridCell(Join(lines.Skip(cell.FirstLine).Take(cell.Lines).Select(line => line.Piece.Text)));
            for (var row = cell.FirstRow; row < cell.FirstRow + cell.Rows; row++)
            {
                rows[row].Cells[column] = text;
            }
        }
    }

    private double CostOfName(int[] own, double step, int from, int to)
    {
        var pieces = names!.Lines.Where(line => line.Line >= own[from] && line.Line <= own[to]).ToArray();
        if (to > from && SubStart(Y(own[from]), Y(own[to])) is { } sub)
        {
            pieces = [.. pieces.Where(line => line.Piece.Start < sub)];   // beside sub-cells only the name itself is judged
        }

        var isBeside = pieces.Length < to - from + 1;
        var text = string.Concat(pieces.Select(line => line.Piece.Key));
        var cost = text.Count(c => c is '(') != text.Count(c => c is ')') ? 1.5 : 0;
        cost += text.StartsWith('(') ? 1 : 0;
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            cost += Math.Max(0, Y(pieces[i + 1].Line) - Y(pieces[i].Line) - step) * 0.15;

            // A line wraps where it is full: a short one ends its name.
            cost += !isBeside && Width(pieces[i].Piece.Text) < fullName - 5 ? 0.6 : 0;

            // A name that ends with its unit ends there.
            cost += Targets.UnitText.Split(string.Concat(pieces.Take(i + 1).Select(line => line.Piece.Text))).Unit is not null ? 0.8 : 0;
        }

        return cost;
    }

    // The lines of a name with sub-rows reach at least from its first sub-row to its last.
    private double CostOfLeaves(int[] own, List<Leaf> leaves, int from, int to, int row)
    {
        var of = leaves.Where(leaf => leaf.Main == row).ToArray();
        return of.Length < 2 ? 0 : (Y(own[from]) > of[0].Y ? 2 : 0) + (Y(own[to]) < of[^1].Y ? 2 : 0);
    }

    private static double CostOfStarts(int[] own, HashSet<int> starts, int from, int to) =>
        (starts.Contains(own[from]) ? 0 : 3) + 5 * Enumerable.Range(from + 1, to - from).Count(line => starts.Contains(own[line]));

    private double CostOfGaps(List<(int Line, LaidPiece Piece)> lines, int from, int to)
    {
        var cost = 0.0;
        for (var i = from; i < to; i++)
        {
            cost += Math.Max(0, Y(lines[i + 1].Line) - Y(lines[i].Line) - 2) * 0.5;
        }

        return cost;
    }

    private double CostOfValue(LaidColumn column, List<(int Line, LaidPiece Piece)> lines, int from, int to)
    {
        var text = string.Concat(lines.Skip(from).Take(to - from + 1).Select(line => line.Piece.Key));
        var cost = CostOfGaps(lines, from, to);
        var head = "";
        for (var i = from; i <= to && to > from; i++)
        {
            // A number goes on with a cell only behind a colon; and what is whole before the last line ends there.
            var key = lines[i].Piece.Key;
            cost += (CellText.IsValue(key) || CellText.IsNature(key)) && !head.EndsWith(':') ? 3 : 0;
            cost += i < to && CellText.IsWhole(head += key) ? 1.5 : 0;
        }

        var isWhole = column.Role switch
        {
            ColumnRole.Nature => CellText.IsNature(text),
            ColumnRole.Value => CellText.IsWhole(text),
            _ => true,
        };
        return cost + (isWhole ? 0 : 1);
    }

    private static int Width(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);

    private static string Join(IEnumerable<string> pieces) =>
        NameStart.CloseSpaces(pieces.Select(piece => TextFold.Unjustify(TextFold.OneSpace(piece))).Aggregate("", TextFold.Join));
}
