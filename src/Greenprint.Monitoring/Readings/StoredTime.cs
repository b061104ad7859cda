using System.Data.Common;
using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>How times and entries lie in the tables of readings.</summary>
internal static class StoredTime
{
    /// <summary>Start of a reading: seconds since 1970 UTC.</summary>
    public static long Start(DateTimeOffset moment) => moment.ToUnixTimeSeconds();

    /// <summary>Start of a reading at UTC+8.</summary>
    public static DateTimeOffset Start(long stored) => DateTimeOffset.FromUnixTimeSeconds(stored).ToOffset(ChinaTime.Offset);

    /// <summary>First stored second that is not before <paramref name="moment"/>.</summary>
    public static long NotBefore(DateTimeOffset moment) => moment.UtcTicks % TimeSpan.TicksPerSecond == 0 ? Start(moment) : Start(moment) + 1;

    /// <summary>Arrival: microseconds since 1970 UTC.</summary>
    public static long Arrival(DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Arrival at UTC+8.</summary>
    public static DateTimeOffset Arrival(long stored) => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond).ToOffset(ChinaTime.Offset);

    /// <summary>The columns value, flags, rank, revision, source from <paramref name="first"/> on.</summary>
    public static ReadingEntry GetEntry(this DbDataReader rows, int first) => new(
        rows.GetInt64(first), (ReadingFlags)rows.GetInt32(first + 1), (ReadingRank)rows.GetInt16(first + 2), rows.GetInt32(first + 3), rows.GetInt32(first + 4));

    /// <summary>Adds a named parameter.</summary>
    public static void AddParameter(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
