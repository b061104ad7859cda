using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Docx;

/// <summary>Counts automatic list numbers as Word does (ISO/IEC 29500-1, 17.9).</summary>
internal sealed class ListNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, NumberingInstance> lists = [];
    private readonly Dictionary<int, AbstractNum> definitions = [];

    // Lists of one definition count together; a list that overrides a start begins anew when it is first met.
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int List, int Level)> begun = [];

    public ListNumbering(Numbering? numbering)
    {
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (definition.AbstractNumberId?.Value is { } id)
            {
                definitions.TryAdd(id, definition);
            }
        }

        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list.NumberID?.Value is { } id)
            {
                lists.TryAdd(id, list);
            }
        }
    }

    /// <summary>The number of the next paragraph of a list, or null for a bullet, an empty number or an unknown list.</summary>
    public ListNumber? Next((int List, int Level)? member)
    {
        if (member is not (var listId, var level) || level is < 0 or >= Levels || Definition(listId) is not { } definition)
        {
            return null;
        }

        var counts = Counters(definition);
        if (StartOverride(listId, level) is { } start && begun.Add((listId, level)))
        {
            counts[level] = start;
        }
        else
        {
            counts[level] = counts[level] is { } last ? last + 1 : Start(definition, listId, level);
        }

        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            var restart = LevelOf(definition, listId, deeper)?.LevelRestart?.Val?.Value;
            if (restart is null || restart != 0 && level < restart)
            {
                counts[deeper] = null;
            }
        }

        return LevelOf(definition, listId, level) is { } shown ? Text(definition, listId, shown, counts, level) : null;
    }

    private ListNumber? Text(AbstractNum definition, int listId, Level shown, int?[] counts, int level)
    {
        if (shown.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet)
        {
            return null;
        }

        var pattern = shown.LevelText?.Val?.Value ?? "";
        var legal = shown.IsLegalNumberingStyle is { } isLegal && (isLegal.Val is null || isLegal.Val.Value);
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var part = pattern[++i] - '1';
                var format = LevelOf(definition, listId, part)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
                text.Append(ListNumberFormat.Write(counts[part] ?? Start(definition, listId, part), legal ? NumberFormatValues.Decimal : format));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return string.IsNullOrWhiteSpace(text.ToString()) ? null : new ListNumber(text.ToString().Trim(), level);
    }

    private AbstractNum? Definition(int listId)
    {
        // A definition may point to a style whose list carries the levels.
        if (!lists.TryGetValue(listId, out var list) || list.AbstractNumId?.Val?.Value is not { } id || !definitions.TryGetValue(id, out var definition))
        {
            return null;
        }

        return definition.NumberingStyleLink?.Val?.Value is { } style
            ? definitions.Values.FirstOrDefault(other => other.StyleLink?.Val?.Value == style) ?? definition
            : definition;
    }

    private int?[] Counters(AbstractNum definition)
    {
        var id = definition.AbstractNumberId!.Value;
        if (!counters.TryGetValue(id, out var counts))
        {
            counters[id] = counts = new int?[Levels];
        }

        return counts;
    }

    private int Start(AbstractNum definition, int listId, int level) =>
        StartOverride(listId, level) ?? LevelOf(definition, listId, level)?.StartNumberingValue?.Val?.Value ?? 0;

    private int? StartOverride(int listId, int level) => Override(listId, level)?.StartOverrideNumberingValue?.Val?.Value;

    private Level? LevelOf(AbstractNum definition, int listId, int level) =>
        Override(listId, level)?.Level ?? definition.Elements<Level>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);

    private LevelOverride? Override(int listId, int level) =>
        lists[listId].Elements<LevelOverride>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);
}
