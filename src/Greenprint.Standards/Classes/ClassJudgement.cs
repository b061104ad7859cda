using Greenprint.Quantities;

namespace Greenprint.Standards.Classes;

/// <summary>One item of a sample, judged.</summary>
/// <param name="Item">Item.</param>
/// <param name="Value">The value, in the unit of the limit.</param>
/// <param name="Class">Its class alone.</param>
/// <param name="Multiple">Exceedance multiple over the target class, before rounding; null where it does not exceed or has none.</param>
/// <param name="Rule">The row it was judged by.</param>
public sealed record ItemJudgement(StandardItem Item, MeasuredValue Value, int Class, decimal? Multiple, RuleReference Rule);

/// <summary>An item with a value that takes no part, and why.</summary>
/// <param name="Item">Item.</param>
/// <param name="Reason">The kind of reason.</param>
/// <param name="Words">The reason for a reader.</param>
public sealed record ItemNotJudged(StandardItem Item, NotJudgedReason Reason, Bilingual Words);

/// <summary>The class of a sample by its worst item (单因子评价).</summary>
/// <param name="Class">The class; null where no item could be judged.</param>
/// <param name="Limiting">The items that decide it, the largest multiple first.</param>
/// <param name="Items">Every item that took part.</param>
/// <param name="NotJudged">Items with a value that took no part.</param>
public sealed record ClassJudgement(int? Class, IReadOnlyList<StandardItem> Limiting, IReadOnlyList<ItemJudgement> Items, IReadOnlyList<ItemNotJudged> NotJudged);

/// <summary>Judges one sample, readably. For many rows see <see cref="ClassColumns"/>; the results are the same.</summary>
public static class ClassJudge
{
    /// <summary>Each item's class, and the class of the worst.</summary>
    /// <param name="table">The standard.</param>
    /// <param name="values">Values by item, in the units of the limits; items without limits are passed over.</param>
    /// <param name="options">Choices; null: the defaults.</param>
    public static ClassJudgement Judge(this ClassTable table, IEnumerable<KeyValuePair<StandardItem, MeasuredValue>> values, ClassOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options = table.Checked(options);
        var comparison = options.Comparison ?? table.Edition.Comparison;
        var given = values.ToDictionary();
        var notJudged = new List<ItemNotJudged>();
        foreach (var sum in table.Sums.Where(sum => given.GetValueOrDefault(sum.Item).IsMissing))
        {
            MeasuredValue[] parts = [.. sum.Parts.Select(part => given.GetValueOrDefault(part))];
            given[sum.Item] = Sums.Of(parts, options.InSums);
            if (given[sum.Item].IsMissing && parts.Any(part => !part.IsMissing))
            {
                notJudged.Add(new(sum.Item, NotJudgedReason.SumIncomplete, Words(NotJudgedReason.SumIncomplete)));
            }
        }

        var judged = new List<ItemJudgement>();
        foreach (var (item, value) in given)
        {
            if (value.IsMissing || table.For(item.Code, options.Use) is not { } limit)
            {
                continue;
            }

            NotJudgedReason? reason = limit.OfIncrease && !options.ValuesAreIncreases ? NotJudgedReason.Increase : null;
            var of = reason is null ? limit.ClassOf(value, comparison, options.BelowDetection, out reason) : 0;
            if (reason is { } why)
            {
                notJudged.Add(new(item, why, Words(why)));
            }
            else
            {
                judged.Add(new(item, value, of, (options.Target ?? table.Target) is { } target ? limit.MultipleOver(target, value, comparison) : null, limit.Rule));
            }
        }

        int? worst = judged.Count == 0 ? null : judged.Max(item => item.Class);
        return new(worst, [.. judged.Where(item => item.Class == worst).OrderByDescending(item => item.Multiple ?? -1m).Select(item => item.Item)], judged, notJudged);
    }

    /// <summary>A reason for a reader.</summary>
    public static Bilingual Words(NotJudgedReason reason) => reason switch
    {
        NotJudgedReason.Increase => ("标准限制的是人为造成的增加量，单个测值不能判定", "the standard limits the increase caused by people, which one value cannot tell"),
        NotJudgedReason.DetectionLimitTooHigh => ("未检出，但检出限高于限值，无法判定", "not detected, but the detection limit is above the limit: cannot be judged"),
        NotJudgedReason.SumIncomplete => ("组成该项目的分量缺测或无效，不能求和", "a part of the sum was not measured or is not valid"),
        _ => ("测值为负，不参加评价", "the value is negative and takes no part"),
    };
}
