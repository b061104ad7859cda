using Greenprint.Platform;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Reads which stations make which city.</summary>
internal static class CityOf
{
    /// <summary>The stations of each city, both in the order of the file.</summary>
    /// <exception cref="RefusedException">The file cannot be read, or a station has two cities.</exception>
    internal static IReadOnlyList<(string City, IReadOnlyList<string> Stations)> Read(string file)
    {
        using var table = TableReader.Open(file);
        var columns = TableColumns.Find(table.Name, table.Header, new Dictionary<string, string>(), [new("station"), new("city")]);
        var (station, city) = (columns.Needed("station", table.Header), columns.Needed("city", table.Header));
        var cities = new List<(string City, List<string> Stations)>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        while (table.Next())
        {
            if (!table.IsWhole)
            {
                throw new RefusedException(TableFindings.WrongWidth(table.Name, table.Line, table.Row.ColCount, table.Header.Count));
            }

            var (name, of) = (table.Row[station.Index].ToString().Trim(), table.Row[city.Index].ToString().Trim());
            if (name.Length == 0 || of.Length == 0)
            {
                continue;   // a station of no city is assessed by itself
            }

            if (!known.TryAdd(name, of))
            {
                throw new RefusedException(TableFindings.StationTwice(table.Name, table.Line, name, known[name], of));
            }

            var at = cities.FindIndex(entry => entry.City == of);
            if (at < 0)
            {
                cities.Add((of, []));
                at = cities.Count - 1;
            }

            cities[at].Stations.Add(name);
        }

        return [.. cities.Select(entry => (entry.City, (IReadOnlyList<string>)entry.Stations))];
    }
}
