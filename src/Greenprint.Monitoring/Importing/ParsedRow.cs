using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>One value of a row.</summary>
internal readonly record struct ParsedValue(ValueColumn Column, long Start, long Scaled, ReadingFlags Flags);

/// <summary>One row of a file, as its format reads it. The same object for every row.</summary>
internal sealed class ParsedRow
{
    public int Line { get; private set; }

    /// <summary>The station; null when the row was rejected as a whole.</summary>
    public ImportedStation? Station { get; set; }

    public ReadingRank Rank { get; set; }

    public List<ParsedValue> Values { get; } = [];

    /// <summary>Cells without a value.</summary>
    public int Missing { get; set; }

    /// <summary>The row or some of its values were left out, each with the reason.</summary>
    public List<Finding> Rejected { get; } = [];

    public void Begin(int line)
    {
        Line = line;
        Station = null;
        Rank = ReadingRank.Raw;
        Values.Clear();
        Missing = 0;
        Rejected.Clear();
    }

    /// <summary>Leaves out the whole row: it counts as one reading, whatever it held.</summary>
    public void RejectWhole(Finding why)
    {
        Station = null;
        Values.Clear();
        Missing = 0;
        Rejected.Clear();
        Rejected.Add(why);
    }
}
