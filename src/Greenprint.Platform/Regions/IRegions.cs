using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>Level of an administrative region.</summary>
public enum RegionLevel
{
    /// <summary>省级.</summary>
    Province,

    /// <summary>地级.</summary>
    Prefecture,

    /// <summary>县级.</summary>
    County,

    /// <summary>乡镇街道.</summary>
    Town,
}

/// <summary>An administrative region (行政区). Every plan, unit, station and right belongs to one.</summary>
/// <param name="Code">Division code; the invented ones of the sample county start with 99.</param>
/// <param name="Parent">Code of the region above, or null.</param>
/// <param name="Name">Name.</param>
/// <param name="Level">Level.</param>
/// <param name="IsDemo">True for an invented region: everything that belongs to it is marked 演示数据.</param>
public sealed record Region(string Code, string? Parent, Bilingual Name, RegionLevel Level, bool IsDemo);

/// <summary>Regions and units of this installation (one installation, many governments).</summary>
public interface IRegions
{
    /// <summary>All regions, upper before lower.</summary>
    Task<IReadOnlyList<Region>> All(CancellationToken cancellation);

    /// <summary>One region, or null.</summary>
    Task<Region?> Find(string code, CancellationToken cancellation);

    /// <summary>The region and all below it.</summary>
    Task<IReadOnlySet<string>> WithBelow(string code, CancellationToken cancellation);

    /// <summary>The units of a region, or of all regions, as they are now, closed ones too. As a tree, or on another day: <see cref="IUnits"/>.</summary>
    Task<IReadOnlyList<Organization>> Organizations(string? region, CancellationToken cancellation);

    /// <summary>Adds regions that are not there yet, inside a change; existing ones stay as they are.</summary>
    Task Add(Change change, IEnumerable<Region> regions, CancellationToken cancellation);

    /// <summary>Adds units that are not there yet, inside a change; existing ones stay as they are.</summary>
    /// <exception cref="RefusedException">A unit above is not known, or units stand above each other in a circle.</exception>
    Task Add(Change change, IEnumerable<Organization> organizations, CancellationToken cancellation);
}
