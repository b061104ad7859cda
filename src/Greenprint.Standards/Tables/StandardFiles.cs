using System.Text;
using Greenprint.Quantities;

namespace Greenprint.Standards.Tables;

/// <summary>The files below the folder of standards.</summary>
internal sealed class StandardFiles
{
    private readonly string folder;

    internal StandardFiles(string folder)
    {
        this.folder = Directory.Exists(folder) ? folder : throw new DirectoryNotFoundException($"There is no folder of standards at '{folder}'.");
    }

    /// <summary>Every edition; of one kind no two are in force on one day in one region.</summary>
    internal IReadOnlyList<StandardEdition> Editions()
    {
        IReadOnlyList<StandardEdition> editions =
            [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
                .Select(name => EditionFile.Read($"{name}/standard.json", Open($"{name}/standard.json").ReadToEnd(), name))];
        foreach (var (at, edition) in editions.Index())
        {
            var other = editions.Take(at).FirstOrDefault(earlier =>
                earlier.Kind == edition.Kind && earlier.InForce.Any(mine => edition.InForce.Any(mine.Overlaps)));
            if (other is not null)
            {
                var file = $"{edition.Id}/standard.json";
                throw new StandardTableException(file, EditionFile.LineOf(Open(file).ReadToEnd(), "\"inForce\""), $"It is in force together with {other.Id}, which is of the same kind '{edition.Kind}': a day would have two editions.");
            }
        }

        return editions;
    }

    /// <summary>Every table of every edition as it lies there.</summary>
    internal IEnumerable<EditionDescription> Descriptions(IReadOnlyList<StandardEdition> editions, Func<string, Bilingual> nameOf) =>
        editions.Select(edition => new EditionDescription(edition,
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, edition.Id), "*.csv").Select(path => Path.GetFileName(path)).Where(name => name != "cases.csv").Order(StringComparer.Ordinal)
                .Select(name => EditionTable.Of(edition, CsvTable.Read($"{edition.Id}/{name}", Open($"{edition.Id}/{name}")), nameOf)),
        ]));

    internal TextReader Open(string file)
    {
        try
        {
            return new StringReader(File.ReadAllText(Path.Combine(folder, file), Encoding.UTF8));
        }
        catch (IOException fault)
        {
            throw new StandardTableException(file, 0, "The file is missing or cannot be read.", fault);
        }
    }

    /// <summary>True when the table is there: some editions have tables that others have not.</summary>
    internal bool Has(string file) => File.Exists(Path.Combine(folder, file));

    internal (string File, TextReader Text) Pair(string file) => (file, Open(file));
}
