using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Monitoring;

/// <summary>What a station watches. Part of a station's code, so a name may occur once per kind and city.</summary>
public enum StationKind
{
    /// <summary>Ambient air (环境空气).</summary>
    Air,

    /// <summary>Surface water: a section of a river or a point of a lake (地表水断面、点位).</summary>
    SurfaceWater,
}

/// <summary>A monitoring station or a section (监测点位、断面).</summary>
/// <param name="Id">Number in this store.</param>
/// <param name="Code">Unique and for ever: <c>air/北京/Dongsi</c> for one that an import met first, any code for one that was added.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it watches.</param>
/// <param name="City">City by which sources know it, without a final 市; for sections of the national platform the province.</param>
/// <param name="Region">Code of its region, or null while nobody has said.</param>
/// <param name="IsProvisional">True while it is known from an import only and no editor has confirmed it (临时点位).</param>
/// <param name="WaterBody">River or lake; null for air, and where nobody has said.</param>
/// <param name="Longitude">Degrees, WGS-84, or null.</param>
/// <param name="Latitude">Degrees, WGS-84, or null.</param>
public sealed record StationInfo(
    int Id, string Code, Bilingual Name, StationKind Kind, string City, string? Region, bool IsProvisional, WaterBody? WaterBody,
    decimal? Longitude, decimal? Latitude);

/// <summary>A station to be added by a person or by the sample county.</summary>
/// <param name="Code">Unique code, at most 128 characters; never changed afterwards.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it watches.</param>
/// <param name="City">City by which sources know it.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="WaterBody">River or lake; null for air.</param>
/// <param name="Longitude">Degrees, WGS-84, or null.</param>
/// <param name="Latitude">Degrees, WGS-84, or null.</param>
public sealed record NewStation(
    string Code, Bilingual Name, StationKind Kind, string City, string Region, WaterBody? WaterBody = null, decimal? Longitude = null, decimal? Latitude = null);

/// <summary>One item measured at one station.</summary>
/// <param name="Id">Number in this store; the same in both databases of it, and in addresses of the API.</param>
/// <param name="StationId">The station.</param>
/// <param name="Item">Code of the item, as in <see cref="ItemCatalogue"/>: <c>pm25</c>, <c>codmn</c>.</param>
/// <param name="Unit">Unit of its values: the canonical one of the item, whatever the source wrote.</param>
/// <param name="Step">Length of time that one reading stands for: 1 h, 4 h; zero for a sample taken by hand.</param>
public sealed record SeriesInfo(int Id, int StationId, string Item, string Unit, TimeSpan Step);

/// <summary>The stations and series of this store.</summary>
public interface IStations
{
    /// <summary>All stations, optionally of one kind or one region and those below it; by city and name.</summary>
    Task<IReadOnlyList<StationInfo>> All(StationKind? kind, string? region, CancellationToken cancellation);

    /// <summary>One station, or null.</summary>
    Task<StationInfo?> Find(int id, CancellationToken cancellation);

    /// <summary>The station with this code, or null.</summary>
    Task<StationInfo?> FindByCode(string code, CancellationToken cancellation);

    /// <summary>
    /// The station that sources call so, or null. <c>北京市</c> and <c>北京</c> are the same city; full- and half-width brackets are the same name.
    /// </summary>
    Task<StationInfo?> FindByName(StationKind kind, string city, string name, CancellationToken cancellation);

    /// <summary>The series of a station, by item.</summary>
    Task<IReadOnlyList<SeriesInfo>> SeriesOf(int stationId, CancellationToken cancellation);

    /// <summary>The series of several stations, by station and item.</summary>
    Task<IReadOnlyList<SeriesInfo>> SeriesOf(IReadOnlyCollection<int> stationIds, CancellationToken cancellation);

    /// <summary>One series, or null.</summary>
    Task<SeriesInfo?> FindSeries(int id, CancellationToken cancellation);

    /// <summary>Adds stations that are not there yet (by code), inside a change, and puts them on the record; existing ones stay as they are.</summary>
    Task Add(Change change, IEnumerable<NewStation> stations, CancellationToken cancellation);

    /// <summary>An editor confirms a provisional station: says which region it belongs to and which water it lies in.</summary>
    /// <returns>The confirmed station; null when there is no such station.</returns>
    Task<StationInfo?> Confirm(Actor actor, int id, string region, WaterBody? waterBody, CancellationToken cancellation);
}
