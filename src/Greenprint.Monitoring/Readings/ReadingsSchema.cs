using Greenprint.Platform;

namespace Greenprint.Monitoring;

/// <summary>
/// The tables of readings. Values are whole numbers of 10⁻⁹ of the series' unit, times are seconds since 1970 UTC,
/// arrivals microseconds. The numbers of series are given here, by the unchanging code of station and item, and not in the work
/// database: if the program is killed between the two commits of an import, the next one finds the same numbers again,
/// and no reading can ever be counted to another series.
/// </summary>
internal sealed class ReadingsSchema : IReadingsSchema
{
    // WITHOUT ROWID: the rows lie in the order of the key, so a series and year is one stretch of the file.
    private const string Sqlite = """
        CREATE TABLE monitoring_series_numbers (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);
        CREATE TABLE monitoring_sources (
            id INTEGER PRIMARY KEY, arrived INTEGER NOT NULL, format TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL);
        CREATE TABLE monitoring_readings (
            series INTEGER NOT NULL, start INTEGER NOT NULL, value INTEGER NOT NULL, flags INTEGER NOT NULL, rank INTEGER NOT NULL,
            revision INTEGER NOT NULL, source INTEGER NOT NULL,
            PRIMARY KEY (series, start)) WITHOUT ROWID;
        CREATE TABLE monitoring_revisions (
            series INTEGER NOT NULL, start INTEGER NOT NULL, revision INTEGER NOT NULL, value INTEGER NOT NULL, flags INTEGER NOT NULL,
            rank INTEGER NOT NULL, source INTEGER NOT NULL,
            PRIMARY KEY (series, start, revision)) WITHOUT ROWID;
        """;

    private const string PostgreSql = """
        CREATE TABLE monitoring_series_numbers (id integer PRIMARY KEY, code text NOT NULL UNIQUE);
        CREATE TABLE monitoring_sources (
            id integer PRIMARY KEY, arrived bigint NOT NULL, format text NOT NULL, name text NOT NULL, digest text NOT NULL);
        CREATE TABLE monitoring_readings (
            series integer NOT NULL, start bigint NOT NULL, value bigint NOT NULL, flags integer NOT NULL, rank smallint NOT NULL,
            revision integer NOT NULL, source integer NOT NULL,
            PRIMARY KEY (series, start));
        CREATE TABLE monitoring_revisions (
            series integer NOT NULL, start bigint NOT NULL, revision integer NOT NULL, value bigint NOT NULL, flags integer NOT NULL,
            rank smallint NOT NULL, source integer NOT NULL,
            PRIMARY KEY (series, start, revision));
        """;

    public IReadOnlyList<string> Steps(StoreEngine engine) => [engine == StoreEngine.Sqlite ? Sqlite : PostgreSql];
}
