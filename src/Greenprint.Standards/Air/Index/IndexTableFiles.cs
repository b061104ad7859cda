using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>Reads <c>breakpoints.csv</c> and <c>levels.csv</c> and refuses what contradicts itself.</summary>
internal static partial class IndexTableFiles
{
    internal static IReadOnlyList<Breakpoints> Breakpoints(StandardEdition edition, string file, TextReader text)
    {
        var table = CsvTable.Read(file, text, "item", "averaging", "unit", "beyond", "clause", "mark");
        var indices = table.Columns.Where(column => int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToList();
        if (indices.Count < 2 || indices[0] != "0" || !Rises(indices.Select(index => decimal.Parse(index, CultureInfo.InvariantCulture))))
        {
            throw new StandardTableException(file, 1, "The columns of the index begin with 0 and rise.");
        }

        var columns = new List<Breakpoints>();
        foreach (var row in table.Rows)
        {
            var of = new IndexItem(AirTableCells.Item(row), AirTableCells.Averaging(row));
            var filled = indices.TakeWhile(index => row[index].Length > 0).ToList();
            if (indices.Skip(filled.Count).Any(index => row[index].Length > 0))
            {
                throw row.Fault("A cell between break points is empty.");
            }

            var points = filled.Select(index => (Index: int.Parse(index, CultureInfo.InvariantCulture), Concentration: row.Number(index))).ToList();
            if (points.Count < 2 || points[0].Concentration != 0 || !Rises(points.Select(point => point.Concentration)))
            {
                throw row.Fault("The concentrations begin with 0 and rise.");
            }

            if (columns.Any(other => other.Of == of))
            {
                throw row.Fault($"{of.Label} over {row["averaging"]} stands here a second time.");
            }

            columns.Add(new(of, points, Beyond(row, points[^1].Index), RuleReference.Of(edition, row["clause"], row.Mark())));
        }

        return columns;
    }

    internal static IReadOnlyList<AirLevel> Levels(string file, TextReader text, AdviceTable advice)
    {
        var table = CsvTable.Read(file, text, "level", "from", "to", "zh", "en", "gradeZh", "colourZh", "colourEn", "rgb", "cmyk");
        var levels = new List<AirLevel>();
        foreach (var row in table.Rows)
        {
            var level = new AirLevel(
                row.Whole("level"), row.Whole("from"), row.Whole("to"), (row["zh"], row["en"]), row["gradeZh"], (row["colourZh"], row["colourEn"]), row["rgb"], Print(row),
                advice.Of(row.Whole("level")).Effect, advice.Of(row.Whole("level")).Advice);
            var (number, from) = levels.Count == 0 ? (1, level.From) : (levels[^1].Level + 1, levels[^1].To + 1);
            if (level.Level != number || level.From != from || level.To < level.From)
            {
                throw row.Fault($"The level here is {number} and begins at {from}, so that every index has one level.");
            }

            levels.Add(Colour().IsMatch(level.Rgb) ? level : throw row.Fault($"'{level.Rgb}' is no colour: write #RRGGBB."));
        }

        return levels;
    }

    private static Cmyk Print(CsvRow row)
    {
        var parts = row["cmyk"].Split(' ').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share <= 100 ? share : -1).ToList();
        return parts.Count == 4 && !parts.Contains(-1) ? new(parts[0], parts[1], parts[2], parts[3]) : throw row.Fault($"'{row["cmyk"]}' is no colour in print: write C M Y K, each 0 to 100.");
    }

    private static int? Beyond(CsvRow row, int last)
    {
        var text = row["beyond"];
        if (text == "none")
        {
            return null;
        }

        return text.StartsWith("cap ", StringComparison.Ordinal) && int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var cap) && cap == last
            ? cap : throw row.Fault($"'{text}' beyond the last break point: write 'none' or 'cap {last}'.");
    }

    private static bool Rises(IEnumerable<decimal> numbers)
    {
        var before = decimal.MinValue;
        foreach (var number in numbers)
        {
            if (number <= before)
            {
                return false;
            }

            before = number;
        }

        return true;
    }

    [GeneratedRegex("^#[0-9A-F]{6}$")]
    private static partial Regex Colour();
}
