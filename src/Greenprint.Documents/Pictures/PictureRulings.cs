using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pictures;

/// <summary>Finds the ruling lines of a picture: long, thin, dark runs of points.</summary>
internal static class PictureRulings
{
    // No stroke of a sign is half an inch long; no ruling is thicker than 3 points.
    private const double Shortest = 24;
    private const double Thickest = 3.4;
    private const int Gap = 3;

    /// <summary>The lines, in points of the page.</summary>
    /// <param name="picture">The page.</param>
    /// <param name="scale">Points of the picture for one point of the page.</param>
    public static List<Ruling> Find(GreyPicture picture, double scale)
    {
        var found = new List<Ruling>();
        found.AddRange(Along(picture.Height, picture.Width, (line, at) => picture.IsDark(at, line), scale).Select(run => new Ruling(true, run.At, run.From, run.To)));
        found.AddRange(Along(picture.Width, picture.Height, (line, at) => picture.IsDark(line, at), scale).Select(run => new Ruling(false, run.At, run.From, run.To)));
        return RulingFinder.Join(found);
    }

    private static IEnumerable<(double At, double From, double To)> Along(int lines, int length, Func<int, int, bool> isDark, double scale)
    {
        var open = new List<Bundle>();
        for (var line = 0; line <= lines; line++)
        {
            var runs = line == lines ? [] : Runs(line, length, isDark, (int)(Shortest * scale));
            foreach (var (from, to) in runs)
            {
                if (open.Find(bundle => bundle.Last == line - 1 && bundle.From < to && bundle.To > from) is { } same)
                {
                    (same.Last, same.From, same.To) = (line, Math.Min(same.From, from), Math.Max(same.To, to));
                }
                else
                {
                    open.Add(new Bundle { First = line, Last = line, From = from, To = to });
                }
            }

            foreach (var done in open.Where(bundle => bundle.Last < line && bundle.Last - bundle.First + 1 <= Thickest * scale))
            {
                yield return ((done.First + done.Last + 1) / 2.0 / scale, done.From / scale, done.To / scale);
            }

            open.RemoveAll(bundle => bundle.Last < line);
        }
    }

    private static List<(int From, int To)> Runs(int line, int length, Func<int, int, bool> isDark, int shortest)
    {
        var runs = new List<(int From, int To)>();
        int from = -1, last = -1;
        for (var at = 0; at <= length; at++)
        {
            if (at < length && isDark(line, at))
            {
                from = from < 0 ? at : from;
                last = at;
            }
            else if (from >= 0 && (at == length || at - last > Gap))
            {
                if (last - from >= shortest)
                {
                    runs.Add((from, last + 1));
                }

                from = -1;
            }
        }

        return runs;
    }

    private sealed class Bundle
    {
        public required int First { get; init; }

        public required int Last { get; set; }

        public required int From { get; set; }

        public required int To { get; set; }
    }
}
