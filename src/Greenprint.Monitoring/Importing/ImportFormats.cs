namespace Greenprint.Monitoring;

/// <summary>The formats that can be imported, and how one is told by its header.</summary>
internal static class ImportFormats
{
    public static IReadOnlyList<ImportFormat> All { get; } = [new BeijingPrsaFormat(), new CnemcHourlyFormat(), new CnemcWaterFormat(), new GreenprintFormat()];

    public static string Names => string.Join(", ", All.Select(format => format.Name));

    /// <summary>The format with this name; <c>auto</c> and null are none.</summary>
    /// <exception cref="ImportRefusal">There is no such format.</exception>
    public static ImportFormat? Named(string? name) => name is null or "auto"
        ? null
        : All.FirstOrDefault(format => format.Name == name) ?? throw new ImportRefusal(MonitoringFindings.NoSuchFormat(name, Names));

    /// <summary>The format of a file: the one that was asked for, else the one whose columns its header has.</summary>
    /// <exception cref="ImportRefusal">It is none, or lacks columns of the one that was asked for.</exception>
    public static ImportFormat Of(string file, IReadOnlyList<string> header, ImportFormat? asked)
    {
        bool Has(string column) => header.Contains(column, StringComparer.OrdinalIgnoreCase);
        if (asked is not null)
        {
            var lacking = asked.Needed.Where(column => !Has(column)).ToList();
            return lacking.Count == 0 ? asked : throw new ImportRefusal(MonitoringFindings.MissingColumns(file, asked.Name, string.Join(", ", lacking)));
        }

        var line = string.Join(',', header);
        return All.FirstOrDefault(format => format.Needed.All(Has))
            ?? throw new ImportRefusal(MonitoringFindings.UnknownHeader(file, (line.Length > 120 ? line[..120] + "…" : line).ReplaceLineEndings(" "), Names));
    }
}
