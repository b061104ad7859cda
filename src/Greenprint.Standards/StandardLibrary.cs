using System.Text;
using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Standards.Tables;
using Greenprint.Standards.Water;

namespace Greenprint.Standards;

/// <summary>The standards under <c>data/standards</c>, read and checked once. It cannot be changed, and may be shared between threads.</summary>
public sealed class StandardLibrary
{
    private StandardLibrary(IReadOnlyList<StandardEdition> editions, IReadOnlyList<AirEdition> air, SurfaceWaterTable surfaceWater)
    {
        Editions = editions;
        AirEditions = air;
        SurfaceWater = surfaceWater;
    }

    /// <summary>Where the tables lie beside the running program.</summary>
    public static string BundledFolder => Path.Combine(AppContext.BaseDirectory, "data", "standards");

    /// <summary>Every edition, by id.</summary>
    public IReadOnlyList<StandardEdition> Editions { get; }

    /// <summary>The air editions in the order of their dates.</summary>
    public IReadOnlyList<AirEdition> AirEditions { get; }

    /// <summary>GB 3838-2002 with the rules of 环办〔2011〕22号.</summary>
    public SurfaceWaterTable SurfaceWater { get; }

    /// <summary>Reads every edition below the folder and checks each against itself and the calendar.</summary>
    /// <exception cref="StandardTableException">A table contradicts itself or is missing: file, line and reason.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static StandardLibrary Load(string folder)
    {
        var files = new StandardFiles(folder);
        var editions = files.Editions();
        return new(editions, AirCalendar.Read(files, editions), SurfaceWaterFiles.Read(files, editions));
    }

    /// <summary>The air rules of a region.</summary>
    /// <param name="edition">
    /// <c>auto</c>: by the date of the measurement. Otherwise forced: the id of an air edition (<c>2012</c>, <c>2026-transition</c>, <c>2026-full</c>), the year alone
    /// (<c>2026</c>), or the id of one of its standards (<c>HJ633-2012</c>, <c>GB3095-2026</c>); the stage then follows the date.
    /// </param>
    /// <param name="region">Code of the administrative division, where an edition came into force by region; null: the earliest date anywhere.</param>
    /// <exception cref="UnknownEditionException">There is no such edition.</exception>
    public AirRules AirRules(string edition = "auto", string? region = null)
    {
        if (edition == "auto")
        {
            return new(AirEditions, region, forced: false);
        }

        var chosen = AirEditions.Where(known =>
            known.Id == edition
            || known.Id.StartsWith(edition + "-", StringComparison.Ordinal)
            || known.Limits.Edition.Id == edition || known.Index.Edition.Id == edition || known.Assessment.Edition.Id == edition).ToList();
        return chosen.Count > 0 ? new(chosen, region, forced: true) : throw new UnknownEditionException(StandardsFindings.UnknownEdition(edition, AirEditions.Select(known => known.Id)));
    }

    /// <summary>The edition with this id, or null.</summary>
    public StandardEdition? Find(string id) => Editions.FirstOrDefault(edition => edition.Id == id);
}

/// <summary>Someone asked for an edition that the library does not hold.</summary>
public sealed class UnknownEditionException(Finding finding) : ArgumentException(finding.Message.En)
{
    /// <summary>What to tell the person.</summary>
    public Finding Finding { get; } = finding;
}

/// <summary>Every finding this library can raise; each is explained in <c>docs/findings.md</c>.</summary>
public static class StandardsFindings
{
    /// <summary>STD-001: an edition that the library does not hold.</summary>
    public static Finding UnknownEdition(string edition, IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        return new("STD-001", ($"没有名为“{edition}”的标准版本；可用：auto, {list}。", $"There is no edition '{edition}'. Known are: auto, {list}."));
    }
}

/// <summary>The files below the folder of standards.</summary>
internal sealed class StandardFiles
{
    private readonly string folder;

    internal StandardFiles(string folder)
    {
        this.folder = Directory.Exists(folder) ? folder : throw new DirectoryNotFoundException($"There is no folder of standards at '{folder}'.");
    }

    internal IReadOnlyList<StandardEdition> Editions() =>
        [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            .Select(name => EditionFile.Read($"{name}/standard.json", Open($"{name}/standard.json").ReadToEnd(), name))];

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

    internal (string File, TextReader Text) Pair(string file) => (file, Open(file));
}
