using System.Data.Common;

namespace Greenprint.Monitoring;

/// <summary>Where readings came from: a file of an import, or a program.</summary>
internal sealed record ReadingSource(string Name, DateTimeOffset Arrived);

/// <summary>Looks up sources by number.</summary>
internal static class ReadingSources
{
    public static async Task<IReadOnlyDictionary<int, ReadingSource>> Of(DbConnection connection, IEnumerable<int> numbers, CancellationToken cancellation)
    {
        var found = new Dictionary<int, ReadingSource>();
        foreach (var number in numbers.Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT name, arrived FROM monitoring_sources WHERE id = @id";
            command.AddParameter("id", number);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            if (await rows.ReadAsync(cancellation))
            {
                found[number] = new ReadingSource(rows.GetString(0), StoredTime.Arrival(rows.GetInt64(1)));
            }
        }

        return found;
    }
}
