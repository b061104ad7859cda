using System.Diagnostics;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>One line on a terminal that is written over: how far a table is read. Silent in the first second, and where nobody watches.</summary>
internal sealed class ProgressLine(TextWriter error, bool watched)
{
    private const int RowsBetween = 1 << 13;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan last = Step;
    private int longest;

    /// <summary>Time since the beginning.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Says where the table is, now and then.</summary>
    public void At(long rows, TableReader table)
    {
        if (!watched || rows % RowsBetween != 0 || clock.Elapsed - last < Step)
        {
            return;
        }

        last = clock.Elapsed;
        var line = Texts.Progress(rows, rows / last.TotalSeconds, table.Length is > 0 and var length ? Math.Min(1, table.BytesRead / (double)length) : null).Here;
        longest = Math.Max(longest, line.Length);
        error.Write("\r" + line.PadRight(longest));
        error.Flush();
    }

    /// <summary>Wipes the line.</summary>
    public void Clear()
    {
        if (longest > 0)
        {
            error.Write("\r" + new string(' ', longest * 2) + "\r");
        }
    }
}
