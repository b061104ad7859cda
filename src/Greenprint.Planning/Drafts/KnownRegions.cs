using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Drafts;

/// <summary>The division codes of <c>data/regions</c>, for plans that name their region in words.</summary>
internal static class KnownRegions
{
    private static readonly Lazy<IReadOnlyList<Region>> All = new(Read);

    /// <summary>The region and those above it, upper first, by code or by Chinese name; empty when it is not in the list.</summary>
    public static IReadOnlyList<Region> WithAbove(string codeOrName)
    {
        List<Region> found = [];
        for (var next = All.Value.FirstOrDefault(region => region.Code == codeOrName || region.Name.Zh == codeOrName);
            next is not null;
            next = All.Value.FirstOrDefault(region => region.Code == next.Parent))
        {
            found.Insert(0, next);
        }

        return found;
    }

    private static List<Region> Read()
    {
        using var stream = typeof(KnownRegions).Assembly.GetManifestResourceStream("regions.csv")!;
        using var reader = new StreamReader(stream);
        List<Region> regions = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            regions.Add(new Region(cells[0], cells[1].Length == 0 ? null : cells[1], new Bilingual(cells[3], cells[4]), Enum.Parse<RegionLevel>(cells[2]), IsDemo: false));
        }

        return regions;
    }
}
