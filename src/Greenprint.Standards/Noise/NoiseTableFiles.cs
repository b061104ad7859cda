using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Noise;

/// <summary>Reads GB 3096 and HJ 640 and refuses tables that contradict themselves.</summary>
internal static class NoiseTableFiles
{
    private const string OlderRailway = "4b-older";

    internal static NoiseTable Read(StandardFiles files, IReadOnlyList<StandardEdition> editions)
    {
        var (edition, method) = (editions.OfKind("noise-limits"), editions.OfKind("noise-assessment"));
        var limits = Limits(edition, $"{edition.Id}/limits.csv", files.Open($"{edition.Id}/limits.csv"));
        var own = RuleTable.Read(edition, $"{edition.Id}/rules.csv", files.Open($"{edition.Id}/rules.csv"));
        var assessed = RuleTable.Read(method, $"{method.Id}/rules.csv", files.Open($"{method.Id}/rules.csv"));
        var rules = new NoiseRules(
            own.Whole("day-from"), own.Whole("night-from"), own.Whole("night-burst-allowance"), own.Whole("level-decimals"), assessed.Whole("ratio-decimals"),
            own.Whole("railways-from-year"), assessed.Rule("ratio-decimals"));
        if (rules.DayFrom >= rules.NightFrom || rules.NightFrom > 24)
        {
            throw new StandardTableException($"{edition.Id}/rules.csv", 0, "A day begins before the night does, and both within 24 hours.");
        }

        var older = limits.Find(limit => limit.Zone == OlderRailway) ?? throw new StandardTableException($"{edition.Id}/limits.csv", 0, $"The row '{OlderRailway}' is missing.");
        return new(edition, method, [.. limits.Where(limit => limit.Zone != OlderRailway)], older, rules, Levels(method, $"{method.Id}/levels.csv", files.Open($"{method.Id}/levels.csv")));
    }

    private static List<NoiseLimit> Limits(StandardEdition edition, string file, TextReader text)
    {
        var limits = new List<NoiseLimit>();
        foreach (var row in CsvTable.Read(file, text, "zone", "zh", "en", "unit", "day", "night", "clause", "mark").Rows)
        {
            var limit = new NoiseLimit(row["zone"], (row["zh"], row["en"]), row.Number("day"), row.Number("night"), RuleReference.Of(edition, row["clause"], row.Mark()));
            if (row["unit"] != "dB(A)" || limit.Night >= limit.Day || limits.Exists(other => other.Zone == limit.Zone))
            {
                throw row.Fault("A class of area stands here once, in dB(A), and its nights are quieter than its days.");
            }

            limits.Add(limit);
        }

        return limits;
    }

    private static Dictionary<(NoiseScope Scope, NoisePeriod Period), IReadOnlyList<NoiseLevel>> Levels(StandardEdition method, string file, TextReader text)
    {
        var levels = new Dictionary<(NoiseScope Scope, NoisePeriod Period), List<NoiseLevel>>();
        foreach (var row in CsvTable.Read(file, text, "scope", "period", "level", "upTo", "zh", "en", "clause", "mark").Rows)
        {
            var key = (row.OneOf("scope", ("area", NoiseScope.Area), ("road", NoiseScope.Road)), row.OneOf("period", ("day", NoisePeriod.Day), ("night", NoisePeriod.Night)));
            var list = levels.TryGetValue(key, out var known) ? known : levels[key] = [];
            var level = new NoiseLevel(row.Whole("level"), row.TryNumber("upTo"), (row["zh"], row["en"]), RuleReference.Of(method, row["clause"], row.Mark()));
            if (level.Level != list.Count + 1 || (list.Count > 0 && (list[^1].UpTo is null || level.UpTo <= list[^1].UpTo)))
            {
                throw row.Fault("Levels run from 1 to 5 and rise; only the last has no end.");
            }

            list.Add(level);
        }

        return levels.Count == 4 && levels.Values.All(list => list is [_, _, _, _, { UpTo: null }])
            ? levels.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<NoiseLevel>)entry.Value)
            : throw new StandardTableException(file, 0, "Areas and roads have five levels by day and five by night.");
    }
}
