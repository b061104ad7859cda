namespace Greenprint.Standards.Water;

/// <summary>How the data of a point make its grade; the text was not seen.</summary>
public enum BlackOdorousPoints
{
    /// <summary>
    /// Heavy when at least 60 % of the data of one item, or at least 30 % of the data of two items, are heavy; else light when any is light or heavy. UNVERIFIED, and
    /// the default.
    /// </summary>
    ByShares,

    /// <summary>The worst grade of any value.</summary>
    ByWorst,
}

/// <summary>Choices.</summary>
/// <param name="Shallow">What 40 % of the depth stand for.</param>
/// <param name="Points">How the data of a point make its grade.</param>
public sealed record BlackOdorousOptions(ShallowTransparency Shallow = ShallowTransparency.ForHeavyLimit, BlackOdorousPoints Points = BlackOdorousPoints.ByShares);

/// <summary>One measurement at a point; null where an item was not measured.</summary>
/// <param name="Transparency">cm.</param>
/// <param name="Depth">Depth of the water in cm; null: 25 cm and more.</param>
/// <param name="Oxygen">Dissolved oxygen, mg/L.</param>
/// <param name="Potential">Oxidation-reduction potential, mV.</param>
/// <param name="Ammonia">Ammonia nitrogen, mg/L.</param>
public sealed record BlackOdorousReading(decimal? Transparency = null, decimal? Depth = null, decimal? Oxygen = null, decimal? Potential = null, decimal? Ammonia = null);

/// <summary>Judges urban water that may be black and odorous (城市黑臭水体).</summary>
public static class BlackOdorousWater
{
    /// <summary>The grade of each item of a measurement, by code.</summary>
    /// <param name="table">From <see cref="StandardLibrary.BlackOdorous"/>.</param>
    /// <param name="reading">The measurement.</param>
    /// <param name="options">Choices; null: the defaults.</param>
    /// <exception cref="ArgumentException">A value is negative that cannot be, or the water is more transparent than deep.</exception>
    public static IReadOnlyDictionary<string, BlackOdorousGrade> Grades(BlackOdorousTable table, BlackOdorousReading reading, BlackOdorousOptions? options = null)
    {
        if (reading.Transparency < 0 || reading.Oxygen < 0 || reading.Ammonia < 0 || reading.Depth <= 0 || reading.Transparency > reading.Depth)
        {
            throw new ArgumentException("No transparency, depth or concentration is negative, and no water is more transparent than it is deep.", nameof(reading));
        }

        var grades = new Dictionary<string, BlackOdorousGrade>();
        if (reading.Transparency is { } clear)
        {
            grades["sd"] = Transparency(table, reading.Depth, options ?? new()).Grade(clear);
        }

        Add(table, grades, "do", reading.Oxygen);
        Add(table, grades, "orp", reading.Potential);
        Add(table, grades, "nh3n", reading.Ammonia);
        return grades;
    }

    /// <summary>The grade of a point from its measurements; null when nothing was measured.</summary>
    /// <param name="table">From <see cref="StandardLibrary.BlackOdorous"/>.</param>
    /// <param name="readings">Its measurements.</param>
    /// <param name="options">Choices; null: the defaults.</param>
    public static BlackOdorousGrade? Point(BlackOdorousTable table, IEnumerable<BlackOdorousReading> readings, BlackOdorousOptions? options = null)
    {
        options ??= new();
        var items = readings.SelectMany(reading => Grades(table, reading, options)).GroupBy(grade => grade.Key, grade => grade.Value).Select(item => item.ToList()).ToList();
        if (items.Count == 0)
        {
            return null;
        }

        var worst = items.Max(item => item.Max());
        if (options.Points == BlackOdorousPoints.ByWorst || worst < BlackOdorousGrade.Heavy)
        {
            return worst;
        }

        int Reaching(int percent) => items.Count(item => item.Count(grade => grade == BlackOdorousGrade.Heavy) * 100 >= percent * item.Count);
        return Reaching(table.OneItemPercent) >= 1 || Reaching(table.TwoItemsPercent) >= 2 ? BlackOdorousGrade.Heavy : BlackOdorousGrade.Light;
    }

    /// <summary>The grade of a water from its points: heavy when at least 60 % of them are, else light when any point is light or heavy. Null without a point.</summary>
    public static BlackOdorousGrade? Water(BlackOdorousTable table, IReadOnlyCollection<BlackOdorousGrade> points) =>
        points.Count == 0 ? null
            : points.Count(point => point == BlackOdorousGrade.Heavy) * 100 >= table.PointsPercent * points.Count ? BlackOdorousGrade.Heavy
            : points.Max() == BlackOdorousGrade.None ? BlackOdorousGrade.None
            : BlackOdorousGrade.Light;

    private static BlackOdorousLimit Transparency(BlackOdorousTable table, decimal? depth, BlackOdorousOptions options)
    {
        var limit = table.Limits["sd"];
        if (depth is not { } deep || deep >= table.ShallowDepth)
        {
            return limit;
        }

        var share = deep * table.ShallowPercent / 100m;
        return options.Shallow == ShallowTransparency.ForHeavyLimit
            ? limit with { Light = deep, Heavy = share }
            : limit with { Light = share, Heavy = Math.Min(limit.Heavy, share) };
    }

    private static void Add(BlackOdorousTable table, Dictionary<string, BlackOdorousGrade> grades, string item, decimal? value)
    {
        if (value is { } number)
        {
            grades[item] = table.Limits[item].Grade(number);
        }
    }
}
