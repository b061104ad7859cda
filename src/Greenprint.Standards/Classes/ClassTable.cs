using System.Collections.Frozen;
using Greenprint.Quantities;

namespace Greenprint.Standards.Classes;

/// <summary>A class for a reader.</summary>
/// <param name="Class">1 is the best; the last is beyond the last class with limits.</param>
/// <param name="Name">第一类, Ⅳ类, 劣四类 …</param>
public sealed record ClassInfo(int Class, Bilingual Name);

/// <summary>An item that the standard limits as the sum of others: inorganic nitrogen of nitrate, nitrite and ammonia.</summary>
/// <param name="Item">The sum.</param>
/// <param name="Parts">What it is the sum of, in one unit.</param>
public sealed record SumItem(StandardItem Item, IReadOnlyList<StandardItem> Parts);

/// <summary>How a part below detection enters a sum, where another part was found.</summary>
public enum BelowDetectionInSums
{
    /// <summary>As half the detection limit (UNVERIFIED; the practice of monitoring reports).</summary>
    Half,

    /// <summary>As the detection limit.</summary>
    Full,

    /// <summary>As zero.</summary>
    Zero,
}

/// <summary>Choices of a judgement.</summary>
/// <param name="Use">A use with limits of its own, one of <see cref="ClassTable.Uses"/>; null: none.</param>
/// <param name="Target">The class that exceedance multiples are over; null: the table's own, where it has one.</param>
/// <param name="BelowDetection">How a value below detection is judged.</param>
/// <param name="InSums">How a part below detection enters a sum.</param>
/// <param name="ValuesAreIncreases">True where the given values of items limited by their increase are that increase.</param>
/// <param name="Comparison">Another rule of comparison than the edition's; null: the edition's.</param>
public sealed record ClassOptions(
    string? Use = null, int? Target = null, BelowDetection BelowDetection = BelowDetection.BestClass, BelowDetectionInSums InSums = BelowDetectionInSums.Half,
    bool ValuesAreIncreases = false, Comparison? Comparison = null);

/// <summary>A standard that gives each item limits for classes; the worst item decides.</summary>
public sealed class ClassTable
{
    private readonly FrozenDictionary<(string Item, string Use), ClassLimit> limits;
    private readonly FrozenSet<string> present;

    internal ClassTable(StandardEdition edition, IReadOnlyList<ClassLimit> limits, IReadOnlyList<ClassInfo> classes, IReadOnlyList<SumItem> sums, IEnumerable<string> present, int? target, int multipleDecimals)
    {
        (Edition, Limits, Classes, Sums, Target, MultipleDecimals) = (edition, limits, classes, sums, target, multipleDecimals);
        this.limits = limits.ToFrozenDictionary(limit => (limit.Item.Code, limit.Option));
        this.present = present.ToFrozenSet(StringComparer.Ordinal);
        Uses = [.. limits.Select(limit => limit.Option).Where(option => option.Length > 0).Distinct()];
    }

    /// <summary>The edition.</summary>
    public StandardEdition Edition { get; }

    /// <summary>Every row, those of a special use too.</summary>
    public IReadOnlyList<ClassLimit> Limits { get; }

    /// <summary>The classes, best first; the last is beyond all limits.</summary>
    public IReadOnlyList<ClassInfo> Classes { get; }

    /// <summary>Items that are sums of others.</summary>
    public IReadOnlyList<SumItem> Sums { get; }

    /// <summary>Uses with limits of their own, as <see cref="ClassOptions.Use"/> names them.</summary>
    public IReadOnlyList<string> Uses { get; }

    /// <summary>The class that exceedance multiples are over where nobody names one; null: there is none by itself.</summary>
    public int? Target { get; }

    /// <summary>Places of a published exceedance multiple.</summary>
    public int MultipleDecimals { get; }

    /// <summary>The row of an item, or null where the standard does not limit it.</summary>
    /// <param name="item">Code.</param>
    /// <param name="use">A special use, or null.</param>
    public ClassLimit? For(string item, string? use = null) => (use is not null ? limits.GetValueOrDefault((item, use)) : null) ?? limits.GetValueOrDefault((item, ""));

    /// <summary>Name of a class.</summary>
    public ClassInfo Info(int ofClass) => Classes[ofClass - 1];

    /// <summary>
    /// Reads a value as laboratories write it. Of items that are only seen or smelt (肉眼可见物, 嗅和味), 无 is not detected and 有 is found; a strength of 0 is not
    /// detected.
    /// </summary>
    public bool TryRead(string item, string? text, out MeasuredValue value)
    {
        var plain = text?.Trim();
        if (present.Contains(item) && plain is "无" or "有")
        {
            value = plain == "无" ? MeasuredValue.NotDetected : MeasuredValue.Of(1m);
            return true;
        }

        if (!MeasuredValue.TryParse(plain, out value))
        {
            return false;
        }

        if (value.Value == 0 && present.Contains(item))
        {
            value = MeasuredValue.NotDetected;
        }

        return true;
    }

    /// <summary>The limits of some columns, for judging many rows; see <see cref="ClassColumns"/>.</summary>
    /// <param name="items">Items of the columns, in their order; items without limits may be among them.</param>
    /// <param name="options">Choices; null: the defaults.</param>
    public ClassColumns Columns(IReadOnlyList<StandardItem> items, ClassOptions? options = null) => new(this, items, Checked(options));

    internal ClassOptions Checked(ClassOptions? options)
    {
        options ??= new();
        if (options.Use is { } use && !Uses.Contains(use))
        {
            throw new ArgumentException($"{Edition.Number} has no limits for the use '{use}'.", nameof(options));
        }

        return options.Target is null or >= 1 && (options.Target is null || options.Target < Classes.Count) ? options
            : throw new ArgumentOutOfRangeException(nameof(options), options.Target, $"{Edition.Number} has limits for class 1 to {Classes.Count - 1}.");
    }
}
