using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;

namespace Greenprint.AirStatistics;

/// <summary>The same hours in a DuckDB table, and <c>statistics.sql</c> over it.</summary>
internal sealed class DuckDbPeer : IContestant, IDisposable
{
    private readonly DuckDBConnection connection;
    private readonly string setup;
    private readonly List<string> statements;
    private readonly Dictionary<string, double> steps = [];
    private readonly int threads;

    private DuckDbPeer(string source, Dataset shape, int threads)
    {
        this.threads = threads;
        connection = new($"Data Source={source}");
        connection.Open();
        Execute($"SET threads = {threads}; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;");
        var parts = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "statistics.sql"))
            .Replace("{days}", $"{shape.Days}", StringComparison.Ordinal).Replace("{years}", $"{shape.Periods().Count / 17}", StringComparison.Ordinal).Split("-- WORK\n");
        (setup, statements) = (parts[0], [.. parts[1].Split(";\n").Where(statement => statement.Split('\n').Any(line => line.Trim() is not "" and not ['-', '-', ..]))]);
    }

    /// <summary>The hours put into a table, in memory or in a new file.</summary>
    internal static DuckDbPeer Filled(Dataset data, int threads, string file = ":memory:")
    {
        var peer = new DuckDbPeer(file, data, threads);
        peer.Execute(peer.setup);
        peer.Load(data);
        return peer;
    }

    /// <summary>The hours in a file that was filled before.</summary>
    internal static DuckDbPeer OfFile(string file, Dataset shape, int threads) => new(file, shape, threads);

    public string About => $"DuckDB {Scalar("SELECT version()")}, DuckDB.NET.Data.Full, {threads} threads";

    /// <summary>Its tables are replaced one by one.</summary>
    public void Forget()
    {
    }

    public void Run()
    {
        steps.Clear();
        foreach (var statement in statements)
        {
            var watch = Stopwatch.StartNew();
            Execute(statement);
            steps[statement.Trim().Split('\n').First(line => !line.StartsWith("--", StringComparison.Ordinal)).Split(" AS", 2)[0]] = watch.Elapsed.TotalSeconds;
        }
    }

    /// <summary>Seconds of each statement.</summary>
    public Dictionary<string, double> Also() => new(steps);

    public void Write(string folder)
    {
        using var tables = new Tables(folder);
        Copy("SELECT station, period, statistic, n, lack, published, micro, meets, multiple FROM figures ORDER BY station, period, statistic", tables.Figures);
        Copy("SELECT * FROM counts ORDER BY station, period", tables.Counts);
        Copy("SELECT station, day, aqi, level, primary_bits, pm25, pm10, so2, no2, co, o3, o3_8h FROM days JOIN values_of_days USING (station, day) ORDER BY station, day", tables.Days);
    }

    public void Dispose() => connection.Dispose();

    /// <summary>A row an hour of a station, in order of station and time.</summary>
    private void Load(Dataset data)
    {
        using var appender = connection.CreateAppender("hours");
        for (var station = 0; station < data.Stations; station++)
        {
            for (var hour = 0; hour < data.Days * 24; hour++)
            {
                var row = appender.CreateRow().AppendValue((short)station).AppendValue((short)(hour / 24)).AppendValue((byte)(hour % 24));
                var at = (station * data.Days * 24) + hour;
                for (var item = 0; item < Dataset.Items.Count; item++)
                {
                    row = data.Values[item][at] == Dataset.Missing ? row.AppendNullValue() : row.AppendValue(data.Values[item][at]);
                }

                for (var item = 0; item < Dataset.Items.Count; item++)
                {
                    row = row.AppendValue(data.Flags[item][at]);
                }

                row.EndRow();
            }
        }
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private void Copy(string sql, StreamWriter file)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                file.Write(column == 0 ? "" : ",");
                file.Write(reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture));
            }

            file.WriteLine();
        }
    }
}
