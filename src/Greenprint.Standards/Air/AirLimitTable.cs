using System.Collections.Frozen;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>Class of a functional area (环境空气功能区): 1 for nature reserves and parks, 2 for where people live and work.</summary>
public enum AirZone
{
    /// <summary>一类区, 一级浓度限值.</summary>
    Class1 = 1,

    /// <summary>二类区, 二级浓度限值.</summary>
    Class2 = 2,
}

/// <summary>One limit of GB 3095 table 1, in the item's unit.</summary>
/// <param name="Item">What is limited.</param>
/// <param name="Averaging">Over what time.</param>
/// <param name="Class1">一级 limit.</param>
/// <param name="Class2">二级 limit.</param>
/// <param name="Rule">Clause.</param>
public sealed record AirLimit(MeasuredItem Item, Averaging Averaging, decimal Class1, decimal Class2, RuleReference Rule)
{
    /// <summary>The limit of the zone.</summary>
    public decimal In(AirZone zone) => zone == AirZone.Class1 ? Class1 : Class2;

    /// <summary>True when the value, rounded as the assessment says, is no more than the limit of the zone.</summary>
    public bool IsMetBy(decimal judged, AirZone zone) => judged <= In(zone);
}

/// <summary>The limits of GB 3095 in one stage. A value at the limit meets it.</summary>
public sealed class AirLimitTable
{
    private readonly FrozenDictionary<(string Item, Averaging Averaging), AirLimit> limits;

    private AirLimitTable(StandardEdition edition, EditionStage? stage, IEnumerable<AirLimit> limits)
    {
        Edition = edition;
        Stage = stage;
        this.limits = limits.ToFrozenDictionary(limit => (limit.Item.Code, limit.Averaging));
    }

    /// <summary>GB 3095 in this edition.</summary>
    public StandardEdition Edition { get; }

    /// <summary>The stage these limits belong to, or null.</summary>
    public EditionStage? Stage { get; }

    /// <summary>All limits.</summary>
    public IReadOnlyCollection<AirLimit> Limits => limits.Values;

    /// <summary>The limit of an item over a time, or null where the standard sets none (CO has no yearly one).</summary>
    public AirLimit? For(MeasuredItem item, Averaging averaging) => limits.GetValueOrDefault((item.Code, averaging));

    /// <summary>Reads <c>limits.csv</c>: one table a stage, or one in all.</summary>
    internal static IReadOnlyList<AirLimitTable> Parse(StandardEdition edition, string file, TextReader text)
    {
        var table = CsvTable.Read(file, text, "stage", "item", "averaging", "unit", "class1", "class2", "clause", "mark");
        var stages = edition.Stages.Count == 0 ? [""] : edition.Stages.Select(stage => stage.Id).ToArray();
        var read = new Dictionary<(string Stage, string Item, Averaging Averaging), (AirLimit Limit, CsvRow Row)>();
        foreach (var row in table.Rows)
        {
            if (!stages.Contains(row["stage"]))
            {
                throw row.Fault($"standard.json names no stage '{row["stage"]}'.");
            }

            var limit = Limit(edition, row);
            if (!read.TryAdd((row["stage"], limit.Item.Code, limit.Averaging), (limit, row)))
            {
                throw row.Fault($"{limit.Item.Code} over {row["averaging"]} has two limits.");
            }
        }

        CheckAgainstEachOther(stages, read);
        return [.. stages.Select(stage => new AirLimitTable(
            edition, edition.Stages.FirstOrDefault(known => known.Id == stage), read.Where(entry => entry.Key.Stage == stage).Select(entry => entry.Value.Limit)))];
    }

    private static AirLimit Limit(StandardEdition edition, CsvRow row)
    {
        var item = AirTableCells.Item(row);
        var (class1, class2) = (row.Number("class1"), row.Number("class2"));
        if (class1 <= 0)
        {
            throw row.Fault("A limit is more than zero.");
        }

        return class1 <= class2
            ? new(item, AirTableCells.Averaging(row), class1, class2, RuleReference.Of(edition, row["clause"], row.Mark()))
            : throw row.Fault(FormattableString.Invariant($"Class 1 ({class1}) is laxer than class 2 ({class2})."));
    }

    private static void CheckAgainstEachOther(
        IReadOnlyList<string> stages, Dictionary<(string Stage, string Item, Averaging Averaging), (AirLimit Limit, CsvRow Row)> read)
    {
        foreach (var ((stage, item, averaging), (limit, row)) in read)
        {
            foreach (var longer in Enum.GetValues<Averaging>().Where(other => other > averaging))
            {
                if (read.TryGetValue((stage, item, longer), out var other) && (other.Limit.Class1 > limit.Class1 || other.Limit.Class2 > limit.Class2))
                {
                    throw row.Fault($"{item}: the limit over the shorter time is stricter than line {other.Row.Line} over the longer time.");
                }
            }

            var next = stages.SkipWhile(id => id != stage).Skip(1).FirstOrDefault();
            if (next is not null)
            {
                var later = read.TryGetValue((next, item, averaging), out var found) ? found : throw row.Fault($"The stage '{next}' has no limit for {item} over {row["averaging"]}.");
                if (later.Limit.Class1 > limit.Class1 || later.Limit.Class2 > limit.Class2)
                {
                    throw later.Row.Fault($"{item}: the later stage is laxer than line {row.Line}.");
                }
            }
        }
    }
}

/// <summary>Cells that the air tables share.</summary>
internal static class AirTableCells
{
    internal static Averaging Averaging(CsvRow row, string column = "averaging") => row.OneOf(
        column, ("hour", Air.Averaging.Hour), ("8h", Air.Averaging.EightHours), ("day", Air.Averaging.Day), ("year", Air.Averaging.Year));

    internal static MeasuredItem Item(CsvRow row)
    {
        var item = MeasuredItems.Find(row["item"]);
        if (item is not { Medium: Medium.Air })
        {
            throw row.Fault($"'{row["item"]}' is no item of ambient air.");
        }

        return row["unit"] == item.Unit ? item : throw row.Fault($"{item.Code} is given in {item.Unit}, not in '{row["unit"]}'.");
    }
}
