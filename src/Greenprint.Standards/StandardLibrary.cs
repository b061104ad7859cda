using System.Collections.Frozen;
using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Standards.Classes;
using Greenprint.Standards.Noise;
using Greenprint.Standards.Sea;
using Greenprint.Standards.Soil;
using Greenprint.Standards.Statistics;
using Greenprint.Standards.Tables;
using Greenprint.Standards.Water;

namespace Greenprint.Standards;

/// <summary>The standards under <c>data/standards</c>, read and checked once. It cannot be changed, and may be shared between threads.</summary>
public sealed class StandardLibrary
{
    private readonly FrozenDictionary<string, EditionDescription> descriptions;

    private StandardLibrary(StandardFiles files)
    {
        Editions = files.Editions();
        Items = ItemCatalogue.Parse(ItemCatalogue.File, files.Open(ItemCatalogue.File));
        AirEditions = AirCalendar.Read(files, Editions, Items);
        ReferenceStates = ReferenceStates.Read(files, AirEditions.Select(edition => edition.Limits.Edition).DistinctBy(edition => edition.Id));
        Spearman = SpearmanTable.Read(files);
        SurfaceWater = SurfaceWaterFiles.Read(files, Editions);
        Drinking = DrinkingWaterTable.Read(files, Editions, Items, SurfaceWater);
        Trophic = TrophicTable.Read(files, Editions);
        CityIndex = CityIndexTable.Read(files, Editions);
        BlackOdorous = BlackOdorousTable.Read(files, Editions);
        SeaWater = ClassTableFiles.Read(files, Editions, Items, "sea-water");
        MarineSediment = ClassTableFiles.Read(files, Editions, Items, "marine-sediment", Dimension.MassPerMass);
        MarineBiota = ClassTableFiles.Read(files, Editions, Items, "marine-biota", Dimension.MassPerMass);
        Groundwater = ClassTableFiles.Read(files, Editions, Items, "groundwater");
        Coastal = CoastalRules.Read(files, Editions);
        Farmland = SoilTableFiles.Farmland(files, Editions, Items);
        BuildingLand = SoilTableFiles.BuildingLand(files, Editions, Items);
        Noise = NoiseTableFiles.Read(files, Editions);
        descriptions = files.Descriptions(Editions, code => Items.Find(code)?.Name ?? new(code)).ToFrozenDictionary(described => described.Edition.Id, WithParts);
    }

    /// <summary>Where the tables lie beside the running program.</summary>
    public static string BundledFolder => Path.Combine(AppContext.BaseDirectory, "data", "standards");

    /// <summary>Every edition, by id.</summary>
    public IReadOnlyList<StandardEdition> Editions { get; }

    /// <summary>Every item that an edition limits, with its names.</summary>
    public ItemCatalogue Items { get; }

    /// <summary>The air editions in the order of their dates.</summary>
    public IReadOnlyList<AirEdition> AirEditions { get; }

    /// <summary>At which temperature and pressure concentrations in air are stated, by date.</summary>
    public ReferenceStates ReferenceStates { get; }

    /// <summary>Trends of a series of periods.</summary>
    public SpearmanTable Spearman { get; }

    /// <summary>GB 3838-2002 with the rules of 环办〔2011〕22号.</summary>
    public SurfaceWaterTable SurfaceWater { get; }

    /// <summary>Sources of drinking water: GB 3838-2002 tables 1 to 3.</summary>
    public DrinkingWaterTable Drinking { get; }

    /// <summary>The trophic level index of lakes.</summary>
    public TrophicTable Trophic { get; }

    /// <summary>The ranking of cities by surface water.</summary>
    public CityIndexTable CityIndex { get; }

    /// <summary>Black and odorous water in cities.</summary>
    public BlackOdorousTable BlackOdorous { get; }

    /// <summary>GB 3097-1997: classes of sea water.</summary>
    public ClassTable SeaWater { get; }

    /// <summary>GB 18668-2002: classes of marine sediment.</summary>
    public ClassTable MarineSediment { get; }

    /// <summary>GB 18421-2001: classes of shellfish.</summary>
    public ClassTable MarineBiota { get; }

    /// <summary>GB/T 14848-2017: classes of groundwater.</summary>
    public ClassTable Groundwater { get; }

    /// <summary>The standards that give items limits for classes, where the worst item decides: sea water, sediment, biota, groundwater.</summary>
    public IReadOnlyList<ClassTable> ClassTables => [SeaWater, MarineSediment, MarineBiota, Groundwater];

    /// <summary>HJ 442.10-2020: shares of sea area, states of sea areas, eutrophication.</summary>
    public CoastalRules Coastal { get; }

    /// <summary>GB 15618-2018: soil of farmland.</summary>
    public SoilTable Farmland { get; }

    /// <summary>GB 36600-2018: soil of building land.</summary>
    public SoilTable BuildingLand { get; }

    /// <summary>Both standards of soil.</summary>
    public IReadOnlyList<SoilTable> SoilTables => [Farmland, BuildingLand];

    /// <summary>GB 3096-2008 with HJ 640-2012: noise.</summary>
    public NoiseTable Noise { get; }

    /// <summary>Reads every edition below the folder and checks each against itself and the calendar.</summary>
    /// <exception cref="StandardTableException">A table contradicts itself or is missing: file, line and reason.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static StandardLibrary Load(string folder) => new(new StandardFiles(folder));

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
        return chosen.Count > 0 ? new(chosen, region, forced: true) : throw new UnknownEditionException(StandardsFindings.UnknownEdition(edition, ["auto", .. AirEditions.Select(known => known.Id)]));
    }

    private EditionDescription WithParts(EditionDescription described) => ClassTables.FirstOrDefault(table => table.Edition == described.Edition) is not { } table ? described : described with
    {
        Parts = [.. table.Sums.SelectMany(sum => sum.Parts.Select(part => new EditionItem(part.Code, part.Name, table.For(sum.Item.Code)!.Unit.Symbol)))],
    };

    /// <summary>The edition with this id, or null.</summary>
    public StandardEdition? Find(string id) => Editions.FirstOrDefault(edition => edition.Id == id);

    /// <summary>The edition with this id and all its tables, for whoever prints it.</summary>
    /// <exception cref="UnknownEditionException">There is no such edition.</exception>
    public EditionDescription Describe(string id) =>
        descriptions.GetValueOrDefault(id) ?? throw new UnknownEditionException(StandardsFindings.UnknownEdition(id, Editions.Select(known => known.Id)));
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
        return new("STD-001", ($"没有名为“{edition}”的标准版本；可用：{list}。", $"There is no edition '{edition}'. Known are: {list}."));
    }
}
