using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Writing;

/// <summary>
/// Real numbering for headings: one list of many levels for the shapes that the document mostly uses, a list of one level for each other shape.
/// Where a printed number is not the next one, the list starts again there, so that Word shows what was printed.
/// </summary>
internal sealed class OfficialNumbering
{
    private const int Levels = 9;

    private readonly NumberShape?[] usual = new NumberShape?[Levels];
    private readonly List<(int Level, NumberShape Shape)> others = [];
    private readonly List<(int Abstract, int Level, int? Start)> instances = [];
    private readonly Dictionary<int, int> current = [];
    private readonly Dictionary<int, int[]> counters = [];

    internal OfficialNumbering(IEnumerable<OfficialHeading> headings)
    {
        var shapes = new Dictionary<(int Level, NumberShape Shape), int>();
        foreach (var heading in headings)
        {
            if (NumberShape.TryRead(heading.Number, out var shape, out _))
            {
                var key = (Level(heading), shape);
                shapes[key] = shapes.GetValueOrDefault(key) + 1;
            }
        }

        foreach (var level in shapes.GroupBy(entry => entry.Key.Level))
        {
            usual[level.Key] = level.MaxBy(entry => entry.Value).Key.Shape;
        }

        others.AddRange(shapes.Keys.Where(key => usual[key.Level] != key.Shape));
    }

    /// <summary>The numbering of the next heading in order, or null where it has none that Word counts.</summary>
    internal NumberingProperties? Next(OfficialHeading heading)
    {
        var level = Level(heading);
        if (!NumberShape.TryRead(heading.Number, out var shape, out var value))
        {
            // A heading without a number still closes the lists below it.
            Forget(level);
            return null;
        }

        var list = usual[level] == shape ? 0 : 1 + others.IndexOf((level, shape));
        var at = list == 0 ? level : 0;
        var counter = counters.TryGetValue(list, out var known) ? known : counters[list] = new int[Levels];
        if (!current.TryGetValue(list, out var instance) || value != (counter[at] > 0 ? counter[at] + 1 : First(instance, at)))
        {
            // Instances of one list count on from each other unless they say where they start.
            instances.Add((list, at, value != 1 || instances.Exists(used => used.Abstract == list) ? value : null));
            current[list] = instance = instances.Count;
        }

        counter[at] = value;
        Array.Clear(counter, at + 1, Levels - at - 1);
        Forget(level);
        return new(new NumberingLevelReference { Val = at }, new NumberingId { Val = instance });
    }

    internal Numbering Write()
    {
        var numbering = new Numbering();
        numbering.Append(Abstract(0, usual.Select((shape, level) => (level, shape))));
        foreach (var (other, index) in others.Select((other, index) => (other, index)))
        {
            numbering.Append(Abstract(index + 1, [(0, other.Shape)]));
        }

        foreach (var (instance, index) in instances.Select((of, index) => (of, index)))
        {
            var number = new NumberingInstance(new AbstractNumId { Val = instance.Abstract }) { NumberID = index + 1 };
            if (instance.Start is { } start)
            {
                number.Append(new LevelOverride(new StartOverrideNumberingValue { Val = start }) { LevelIndex = instance.Level });
            }

            numbering.Append(number);
        }

        return numbering;
    }

    /// <summary>With what a level of an instance begins again: where the instance says where it starts, it does so each time.</summary>
    private int First(int instance, int level) => instances[instance - 1] is { Start: { } start } of && of.Level == level ? start : 1;

    /// <summary>Lists of one level that belong below this level start again when their next number is 1; nothing tells Word so but a new instance.</summary>
    private void Forget(int level)
    {
        foreach (var (other, index) in others.Select((other, index) => (other, index)))
        {
            if (other.Level > level)
            {
                counters.Remove(index + 1);
                current.Remove(index + 1);
            }
        }
    }

    private static AbstractNum Abstract(int id, IEnumerable<(int Level, NumberShape? Shape)> levels)
    {
        var definition = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.Multilevel }) { AbstractNumberId = id };
        foreach (var (level, shape) in levels)
        {
            definition.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = shape is null ? NumberFormatValues.None : shape.Value.Chinese ? NumberFormatValues.ChineseCountingThousand : NumberFormatValues.Decimal },
                new LevelSuffix { Val = shape is { IsCentred: true } ? LevelSuffixValues.Space : LevelSuffixValues.Nothing },
                new LevelText { Val = shape?.Pattern(level) ?? "" },
                new LevelJustification { Val = LevelJustificationValues.Left })
            { LevelIndex = level });
        }

        return definition;
    }

    private static int Level(OfficialHeading heading) => Math.Clamp(heading.Level, 1, Levels) - 1;
}
