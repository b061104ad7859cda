namespace Greenprint.Planning.Targets;

/// <summary>
/// The way from the baseline to the target as the plan lays it out (序时进度): its given yearly steps, and a straight line where it gives none.
/// Kept as a fraction, so that a value exactly on the line is on the line.
/// </summary>
internal sealed class Schedule
{
    private readonly decimal start;
    private readonly List<(int Month, decimal Value)> points;

    /// <param name="startYear">The year at whose end the way begins.</param>
    /// <param name="start">The value at that moment: the baseline, or zero for a sum.</param>
    /// <param name="steps">Steps as given; the target speaks for the last year, whatever step stands there.</param>
    /// <param name="target">The target.</param>
    /// <param name="end">The value it asks for.</param>
    public Schedule(int startYear, decimal start, IEnumerable<AnnualTarget> steps, Target target, decimal end)
    {
        if (startYear >= target.Year)
        {
            throw new ArgumentException($"A target of {target.Year} has no way to go from a baseline of {startYear}.", nameof(target));
        }

        this.start = start;
        points =
        [
            (12 * startYear, start),
            .. steps.Where(step => step.Year > startYear && step.Year < target.Year).OrderBy(step => step.Year).Select(step => (12 * step.Year, step.Value)),
            (12 * target.Year, end),
        ];
    }

    /// <summary>What is asked by the end of a year.</summary>
    public Point At(int year) => AtMonth(12 * year);

    /// <summary>What is asked by the end of a month of a year: for sums, which grow through the year.</summary>
    public Point At(int year, int month) => AtMonth((12 * (year - 1)) + month);

    private Point AtMonth(int month)
    {
        var after = points.FindIndex(point => point.Month >= month);
        if (after <= 0 || points[after].Month == month)
        {
            return new(start, after < 0 ? points[^1].Value : points[after].Value, 1);
        }

        var (from, to) = (points[after - 1], points[after]);
        var length = to.Month - from.Month;
        return new(start, (from.Value * length) + ((to.Value - from.Value) * (month - from.Month)), length);
    }

    /// <summary>A point of the way: the value <c>Numerator / Denominator</c>.</summary>
    internal readonly record struct Point(decimal Start, decimal Numerator, decimal Denominator)
    {
        public decimal Value => Numerator / Denominator;

        /// <summary>Share of the way from the start to <paramref name="end"/>.</summary>
        public decimal ShareOf(decimal end) => (Numerator - (Start * Denominator)) / ((end - Start) * Denominator);

        /// <summary>True when <paramref name="value"/> has gone at least <paramref name="part"/> of what this point asks for, on a way that rises (1) or falls (-1).</summary>
        public bool IsReached(decimal value, int sign, decimal part) =>
            sign * (value - Start) * Denominator >= sign * part * (Numerator - (Start * Denominator));
    }
}
