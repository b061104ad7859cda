namespace Greenprint.Standards.Checks;

/// <summary>How large the values of a column are, kept in a fixed room however many there are: enough to tell a wrong unit or a swapped column.</summary>
public sealed class ColumnProfile
{
    // Eight steps between a number and its double: a median within 10 percent.
    private const int StepBits = 3;
    private const int Lowest = 1023 - 40;    // 10⁻¹²
    private const int Highest = 1023 + 40;   // 10¹²

    private readonly long[] steps = new long[(Highest - Lowest) << StepBits];

    /// <summary>Values above zero.</summary>
    public long Count { get; private set; }

    /// <summary>Values of zero.</summary>
    public long Zeros { get; private set; }

    /// <summary>Cells that held no number where one was expected.</summary>
    public long Texts { get; private set; }

    /// <summary>Counts a value of zero or more.</summary>
    public void Add(double value)
    {
        if (value <= 0)
        {
            Zeros++;
            return;
        }

        var step = (BitConverter.DoubleToInt64Bits(value) >> (52 - StepBits)) - (Lowest << StepBits);
        steps[Math.Clamp(step, 0, steps.Length - 1)]++;
        Count++;
    }

    /// <summary>The first text that stood where a number was expected.</summary>
    public string ExampleOfText { get; private set; } = "";

    /// <summary>Counts a cell that held text.</summary>
    public void AddText(string text)
    {
        ExampleOfText = Texts == 0 ? text : ExampleOfText;
        Texts++;
    }

    /// <summary>About the median of the values above zero; null where there is none.</summary>
    public double? Median
    {
        get
        {
            var (left, step) = ((Count + 1) / 2, 0);
            if (Count == 0)
            {
                return null;
            }

            while (steps[step] < left)
            {
                left -= steps[step++];
            }

            return BitConverter.Int64BitsToDouble((((long)step + (Lowest << StepBits)) << (52 - StepBits)) + (1L << (51 - StepBits)));
        }
    }

    /// <summary>In how many different orders of size the values lie: 1 for a column that stands still.</summary>
    public int Spread => steps.Count(step => step > 0);
}
