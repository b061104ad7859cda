using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>Reads <c>air-editions.csv</c>: which limits, index and assessment belong together, and from when to when.</summary>
internal static class AirCalendar
{
    internal const string File = "air-editions.csv";

    internal static IReadOnlyList<AirEdition> Read(StandardFiles files, IReadOnlyList<StandardEdition> editions, ItemCatalogue items)
    {
        var air = new List<AirEdition>();
        foreach (var row in CsvTable.Read(File, files.Open(File), "id", "limits", "stage", "index", "assessment", "zh", "en").Rows)
        {
            var limits = Of(row, editions, "limits", "air-limits");
            var index = Of(row, editions, "index", "air-index");
            var assessment = Of(row, editions, "assessment", "air-assessment");
            var table = AirLimitTable.Parse(limits, $"{limits.Id}/limits.csv", files.Open($"{limits.Id}/limits.csv")).FirstOrDefault(found => (found.Stage?.Id ?? "") == row["stage"])
                ?? throw row.Fault($"{limits.Id} has no stage '{row["stage"]}'.");
            var from = table.Stage?.From ?? limits.InForce.Min(validity => validity.From);
            var to = table.Stage is { } stage ? stage.To
                : limits.InForce.Any(validity => validity.To is null) ? null : limits.InForce.Max(validity => validity.To);
            if (air.Count > 0 && air[^1].To?.AddDays(1) != from)
            {
                throw row.Fault($"It begins {from:yyyy-MM-dd}, but the edition before it ends {air[^1].To:yyyy-MM-dd}: a day would have two editions or none.");
            }

            var indexTable = IndexTable.Parse(index, files);
            var rules = AssessmentRules.Parse(assessment, $"{assessment.Id}/rules.csv", files.Open($"{assessment.Id}/rules.csv"));
            air.Add(new(row["id"], (row["zh"], row["en"]), table, indexTable, rules, from, to) { Other = OtherAirTable.Read(files, items, table) });
        }

        return air[^1].To is null ? air : throw new StandardTableException(File, 0, "The last edition has no successor and so no last day.");
    }

    private static StandardEdition Of(CsvRow row, IReadOnlyList<StandardEdition> editions, string column, string kind)
    {
        var edition = editions.FirstOrDefault(known => known.Id == row[column]) ?? throw row.Fault($"There is no edition '{row[column]}'.");
        return edition.Kind == kind ? edition : throw row.Fault($"{edition.Id} is of the kind '{edition.Kind}', not '{kind}'.");
    }
}
