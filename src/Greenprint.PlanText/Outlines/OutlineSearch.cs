using Greenprint.PlanText.Numbering;

namespace Greenprint.PlanText.Outlines;

/// <summary>A heading as the search decided it.</summary>
/// <param name="Candidate">The paragraph.</param>
/// <param name="Rank">The width of its style: the smaller, the wider.</param>
/// <param name="Value">Its number, or 0 where it has none.</param>
/// <param name="Repaired">True where it is read as another style than printed.</param>
/// <param name="Expected">The number that was due, or null where any number would have done.</param>
internal sealed record DecidedHeading(HeadingCandidate Candidate, double Rank, int Value, bool Repaired, int? Expected);

/// <summary>
/// Decides which candidates are headings and how their numbers are meant, all together: the reading of the whole document that needs the
/// fewest faults. A wrong automatic number (<c>4、</c> for 四、), a lost heading and a list in running text cannot be told apart one by one,
/// but only one reading of them makes the rest of the numbers go on.
/// </summary>
internal static class OutlineSearch
{
    private const int Beam = 32;
    private const int FarBack = 200;

    // Where one number of a list was changed, the next ones mostly were as well.
    private const double CostOfNextRepair = 0.2;
    private const double CostOfWiderBeside = 3;
    private const double ForewordRank = (double)NumberStyle.Chapter;

    public static List<DecidedHeading> Decide(IReadOnlyList<HeadingCandidate> candidates)
    {
        var ranks = StyledRanks(candidates);
        var printed = candidates.Where(candidate => candidate.Mark is not null).Select(candidate => candidate.Mark!.Value.Style).ToHashSet();
        List<Path> paths = [Path.Start];
        foreach (var candidate in candidates)
        {
            var best = new Dictionary<ulong, Path>();
            foreach (var path in paths.SelectMany(path => Extend(path, candidate, ranks, printed)))
            {
                if (!best.TryGetValue(path.Key, out var known) || path.Cost < known.Cost)
                {
                    best[path.Key] = path;
                }
            }

            paths = [.. best.Values.OrderBy(path => path.Cost).Take(Beam)];
        }

        return paths.Count == 0 ? [] : paths[0].Headings();
    }

    private static IEnumerable<Path> Extend(Path path, HeadingCandidate candidate, Dictionary<int, double> ranks, HashSet<NumberStyle> printed)
    {
        yield return path with { Cost = path.Cost + candidate.CostOfRefusal };
        if (candidate.IsForeword)
        {
            yield return path.With(candidate, ForewordRank, 0, false, null, candidate.CostOfAcceptance) with { Stack = new Open(ForewordRank, 0, null) };
        }
        else if (candidate.IsBare)
        {
            // It can only be the next of an open list, or the first of one below.
            foreach (var (rank, due) in printed.Select(style => ((double)style, path.Due((double)style))).Where(next => next.Item2 is not null))
            {
                yield return path.With(candidate, rank, due!.Value, false, null, candidate.CostOfAcceptance);
            }
        }
        else if (candidate.Mark is not { } mark)
        {
            yield return path.With(candidate, ranks[candidate.Paragraph.HeadingLevel!.Value], 0, false, null, candidate.CostOfAcceptance);
        }
        else
        {
            foreach (var (style, cost) in Meanings(mark).Where(meaning => MayMean(mark.Style, meaning.Style, printed)))
            {
                var rank = (double)style;
                var (transition, expected) = path.Transition(rank, mark.Value);
                var repair = style != mark.Style && path.WasPrintedAs(rank, mark) ? Math.Min(cost, CostOfNextRepair) : cost;
                yield return path.With(candidate, rank, mark.Value, style != mark.Style, expected, candidate.CostOfAcceptance + repair + transition);
            }
        }
    }

    // A style that is printed nowhere is not meant anywhere, unless all of its numbers were lost.
    private static bool MayMean(NumberStyle read, NumberStyle meant, HashSet<NumberStyle> printed) =>
        meant == read || printed.Contains(meant)
        || read == NumberStyle.Digit && meant == NumberStyle.Ideograph && printed.Min() > NumberStyle.BracketIdeograph
        || read == NumberStyle.BracketDigit && meant == NumberStyle.BracketIdeograph;

    // What automatic numbering makes of a number: the value stays, Arabic takes the place of Chinese. The other way round hardly happens.
    private static IEnumerable<(NumberStyle Style, double Cost)> Meanings(NumberMark mark)
    {
        yield return (mark.Style, 0);
        switch (mark.Style)
        {
            case NumberStyle.Digit:
                yield return (NumberStyle.Ideograph, mark.Printed.EndsWith('、') ? 1.0 : 3.0);
                yield return (NumberStyle.BracketDigit, 9);
                break;
            case NumberStyle.BracketDigit:
                yield return (NumberStyle.BracketIdeograph, 1.5);
                yield return (NumberStyle.Digit, 9);
                break;
            case NumberStyle.BracketIdeograph:
                yield return (NumberStyle.BracketDigit, 9);
                yield return (NumberStyle.Ideograph, 9);
                break;
            case NumberStyle.Ideograph:
                yield return (NumberStyle.BracketIdeograph, 9);
                yield return (NumberStyle.Digit, 9);
                break;
            case NumberStyle.HalfBracketDigit:
                yield return (NumberStyle.BracketDigit, 1.5);
                break;
        }
    }

    // A heading known only by its style stands where the numbered headings of the same style level stand.
    private static Dictionary<int, double> StyledRanks(IReadOnlyList<HeadingCandidate> candidates)
    {
        var known = candidates.Where(candidate => candidate is { Mark: not null, Paragraph.HeadingLevel: not null })
            .GroupBy(candidate => candidate.Paragraph.HeadingLevel!.Value)
            .ToDictionary(level => level.Key, level => (double)level.GroupBy(candidate => candidate.Mark!.Value.Style).MaxBy(style => style.Count())!.Key);
        var ranks = new Dictionary<int, double>();
        for (var level = 1; level <= 9; level++)
        {
            var wider = known.Where(pair => pair.Key < level).Select(pair => pair.Value).DefaultIfEmpty(0).Max();
            var narrower = known.Where(pair => pair.Key > level).Select(pair => pair.Value).DefaultIfEmpty(1000).Min();
            ranks[level] = known.TryGetValue(level, out var rank) ? rank
                : wider > 0 ? wider + 0.1 * level
                : narrower < 1000 ? narrower - 1 + 0.1 * level
                : level;
        }

        return ranks;
    }

    /// <summary>An open heading and those that enclose it.</summary>
    private sealed record Open(double Rank, int Value, Open? Outer)
    {
        /// <summary>The same for the same open headings: two paths that have them go on alike, and only the cheaper one is followed.</summary>
        public ulong Key { get; } = unchecked(((Outer?.Key ?? 14695981039346656037UL) * 1099511628211UL ^ (ulong)(Rank * 100)) * 1099511628211UL ^ (uint)Value);
    }

    /// <summary>One way of reading the candidates so far.</summary>
    private sealed record Path(double Cost, Open? Stack, DecidedHeading? Last, Path? Before)
    {
        public static readonly Path Start = new(0, null, null, null);

        public ulong Key => Stack?.Key ?? 0;

        public Path With(HeadingCandidate candidate, double rank, int value, bool repaired, int? expected, double cost) =>
            new(Cost + cost, new Open(rank, value, Outer(rank)), new DecidedHeading(candidate, rank, value, repaired, expected), Last is null ? null : this);

        /// <summary>How badly a number follows the open ones, and which was due.</summary>
        public (double Cost, int? Expected) Transition(double rank, int value)
        {
            var open = At(rank);
            if (open is null || open.Rank < rank)
            {
                // A list that begins beside a narrower one has most likely lost the heading above it, or is meant narrower itself.
                // Some plans count their tasks through all sections.
                return value == 1 ? (Stack != open && Stack!.Rank > rank && Stack.Outer == open ? CostOfWiderBeside : 0, null) : rank >= (double)NumberStyle.Digit && LastOf(rank)?.Value == value - 1 ? (1.5, null) : (4 + Math.Min(value - 1, 3), 1);
            }

            var due = open.Value + 1;
            return value == due || open.Value == 0 ? (0, null)
                : value > due ? (2 + Math.Min(value - due, 3), due)
                : value == 1 ? (5, due)
                : value == open.Value ? (4, due)
                : (7, due);
        }

        /// <summary>The number that is due at a rank: the next of an open list, or 1 below an open heading; null where nothing is open around it.</summary>
        public int? Due(double rank)
        {
            var open = At(rank);
            return open is null ? (Stack is null ? 1 : null) : open.Rank < rank ? 1 : open.Value == 0 ? null : open.Value + 1;
        }

        /// <summary>True where the last heading of the rank was itself printed in the style and with the dot of the mark.</summary>
        public bool WasPrintedAs(double rank, NumberMark mark) =>
            LastOf(rank)?.Candidate.Mark is { } last && last.Style == mark.Style && last.Printed[^1] == mark.Printed[^1];

        public List<DecidedHeading> Headings()
        {
            var headings = new List<DecidedHeading>();
            for (var path = this; path?.Last is not null; path = path.Before)
            {
                headings.Add(path.Last);
            }

            headings.Reverse();
            return headings;
        }

        // The open heading of the rank, or else the narrowest one around it.
        private Open? At(double rank)
        {
            var open = Stack;
            while (open is not null && open.Rank > rank)
            {
                open = open.Outer;
            }

            return open;
        }

        private DecidedHeading? LastOf(double rank)
        {
            var path = this;
            for (var back = 0; back < FarBack && path?.Last is not null; back++, path = path.Before)
            {
                if (path.Last.Rank == rank)
                {
                    return path.Last;
                }
            }

            return null;
        }

        private Open? Outer(double rank)
        {
            var open = Stack;
            while (open is not null && open.Rank >= rank)
            {
                open = open.Outer;
            }

            return open;
        }
    }
}
