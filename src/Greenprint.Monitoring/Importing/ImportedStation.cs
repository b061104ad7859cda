namespace Greenprint.Monitoring;

/// <summary>A station as the files of one import call it.</summary>
internal sealed class ImportedStation(int index, StationKind kind, string city, string name, string? code)
{
    public int Index { get; } = index;

    public StationKind Kind { get; } = kind;

    public string City { get; } = city;

    public string Name { get; } = name;

    /// <summary>The code, where the file gives one.</summary>
    public string? Code { get; } = code;

    /// <summary>Its series met so far, by ordinal of the item.</summary>
    public ImportedSeries?[] Series { get; } = new ImportedSeries?[ItemOrdinals.Count];

    /// <summary>Its code in the store, or the one it will have; empty until it was looked for.</summary>
    public string StoredCode { get; set; } = "";

    /// <summary>Its number in the store; null for one that is new.</summary>
    public int? StoredId { get; set; }

    /// <summary>Code of its region in the store, or null.</summary>
    public string? StoredRegion { get; set; }
}

/// <summary>A series as the files of one import call it.</summary>
internal sealed class ImportedSeries(int index, ImportedStation station, Item item)
{
    public int Index { get; } = index;

    public ImportedStation Station { get; } = station;

    public Item Item { get; } = item;

    /// <summary>Length of time that a reading stands for; null until a row or the store says it.</summary>
    public int? StepMinutes { get; set; }

    /// <summary>Its number in the store, once asked for.</summary>
    public int? Number { get; set; }

    /// <summary>True when the work database has it.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Readings waiting to be put.</summary>
    public List<Arrival> Waiting { get; } = [];

    /// <summary>Starts between which something changed in this import.</summary>
    public (long First, long Last)? Changed { get; set; }
}

/// <summary>Stations and series of one import, each once, however their names are spelt.</summary>
internal sealed class ImportedStations
{
    private readonly Dictionary<string, ImportedStation> asWritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImportedStation>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<(StationKind, string, string, bool), ImportedStation> compared = [];
    private readonly List<ImportedStation> all = [];
    private readonly List<ImportedSeries> series = [];
    private char[] key = new char[256];

    public ImportedStations() => lookup = asWritten.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<ImportedStation> All => all;

    public IReadOnlyList<ImportedSeries> Series => series;

    /// <summary>The station that is called so in its city.</summary>
    public ImportedStation Named(StationKind kind, ReadOnlySpan<char> city, ReadOnlySpan<char> name) => Of(kind, city, name, isCode: false);

    /// <summary>The station with this code; where the store knows none, the one of this name in the city.</summary>
    public ImportedStation WithCode(StationKind kind, ReadOnlySpan<char> city, ReadOnlySpan<char> code) => Of(kind, city, code, isCode: true);

    public ImportedSeries SeriesOf(ImportedStation station, Item item, int ordinal)
    {
        if (station.Series[ordinal] is not { } found)
        {
            station.Series[ordinal] = found = new ImportedSeries(series.Count, station, item);
            series.Add(found);
        }

        return found;
    }

    // Looked up by one text made without garbage, because this runs once a row; names are compared only when a spelling is new.
    private ImportedStation Of(StationKind kind, ReadOnlySpan<char> city, ReadOnlySpan<char> name, bool isCode)
    {
        var length = city.Length + name.Length + 3;
        if (key.Length < length)
        {
            key = new char[length * 2];
        }

        key[0] = (char)('0' + kind);
        key[1] = isCode ? 'c' : 'n';
        city.CopyTo(key.AsSpan(2));
        key[2 + city.Length] = '\n';
        name.CopyTo(key.AsSpan(3 + city.Length));
        var whole = key.AsSpan(0, length);
        if (!lookup.TryGetValue(whole, out var found))
        {
            found = Compared(kind, city.ToString(), name.ToString(), isCode);
            asWritten.Add(whole.ToString(), found);
        }

        return found;
    }

    private ImportedStation Compared(StationKind kind, string city, string name, bool isCode)
    {
        var same = (kind, StationNames.City(city), isCode ? name : StationNames.Comparable(name), isCode);
        if (!compared.TryGetValue(same, out var found))
        {
            compared[same] = found = new ImportedStation(all.Count, kind, city, name, isCode ? name : null);
            all.Add(found);
        }

        return found;
    }
}
