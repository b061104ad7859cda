using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>The stations that a binding means.</summary>
/// <param name="Stations">The stations, by code.</param>
/// <param name="ByName">True when the plan names them: each then counts, also one that measured nothing.</param>
internal sealed record SelectedStations(IReadOnlyList<StationInfo> Stations, bool ByName);

/// <summary>Reads a binding's arguments: <c>stations</c>, <c>sections</c> (names, or <c>city/name</c>, separated by commas), <c>city</c>, <c>region</c>.</summary>
/// <remarks>A station of an area counts whether an editor has confirmed it or not: the readings are there, and a figure without them would be another one.</remarks>
internal sealed class StationSelection(IStations stations)
{
    private static readonly char[] Separators = [',', '，', '、', ';', '；'];

    public async Task<(SelectedStations? Selected, Finding? Finding)> Of(IComputationMethod method, MethodBinding binding, CancellationToken cancellation)
    {
        if (binding.Arguments.Keys.FirstOrDefault(key => key is not ("stations" or "sections" or "city" or "region")) is { } unknown)
        {
            return (null, IndicatorsFindings.UnknownArgument(binding.Method, unknown));
        }

        var named = binding.Arguments.GetValueOrDefault("stations") ?? binding.Arguments.GetValueOrDefault("sections");
        if (named is not null)
        {
            return await Named(method.Kind, named, cancellation);
        }

        var city = binding.Arguments.GetValueOrDefault("city") is { } given ? Plain(given) : null;
        var all = await stations.All(method.Kind, binding.Arguments.GetValueOrDefault("region"), cancellation);
        var found = all.Where(station => city is null || Plain(station.City) == city).OrderBy(station => station.Code, StringComparer.Ordinal).ToList();
        var area = string.Join(", ", binding.Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        return found.Count == 0 ? (null, IndicatorsFindings.NoStations(area)) : (new(found, ByName: false), null);
    }

    private async Task<(SelectedStations? Selected, Finding? Finding)> Named(StationKind kind, string names, CancellationToken cancellation)
    {
        var found = new List<StationInfo>();
        IReadOnlyList<StationInfo>? all = null;
        foreach (var name in names.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            var station = await stations.FindByCode(name, cancellation);
            if (station is null && name.Split('/', 2) is [var city, var local])
            {
                station = await stations.FindByName(kind, city, local, cancellation);
            }

            if (station is null)
            {
                all ??= await stations.All(kind, null, cancellation);
                station = all.Where(one => one.Name.Zh == name).ToList() is [var only] ? only : null;
            }

            if (station is null || station.Kind != kind)
            {
                return (null, IndicatorsFindings.NoSuchStation(name));
            }

            found.Add(station);
        }

        return found.Count == 0 ? (null, IndicatorsFindings.NoStations(names)) : (new([.. found.OrderBy(station => station.Code, StringComparer.Ordinal)], ByName: true), null);
    }

    private static string Plain(string city) => city.Length > 1 && city[^1] is ('市' or '省') ? city[..^1] : city;
}
