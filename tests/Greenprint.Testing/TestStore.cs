using Greenprint.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Greenprint.Testing;

/// <summary>
/// A store of one test, made and prepared: SQLite in a temporary folder, or a fresh database of the private PostgreSQL.
/// Disposing deletes it.
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string? database;
    private readonly IHost host;

    private TestStore(StoreLocation location, string? database, TestClock clock, IHost host) =>
        (Location, this.database, Clock, this.host) = (location, database, clock, host);

    /// <summary>Where it lies.</summary>
    public StoreLocation Location { get; }

    /// <summary>Its clock.</summary>
    public TestClock Clock { get; }

    /// <summary>The root of its services; take scoped ones from <see cref="Scope"/>.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Makes a store with the platform and <paramref name="modules"/> registered.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="modules">Registers the modules under test, for example <c>builder => builder.AddPlanning()</c>.</param>
    /// <param name="kind">What the store is made for.</param>
    /// <param name="today">The day on its clock.</param>
    public static async Task<TestStore> Create(
        StoreEngine engine, Action<IHostApplicationBuilder>? modules = null, StoreKind kind = StoreKind.Work, DateOnly? today = null)
    {
        var clock = new TestClock();
        if (today is { } day)
        {
            clock.Set(day);
        }

        var (location, database) = await NewLocation(engine);
        var host = Build(location, clock, modules);
        var store = new TestStore(location, database, clock, host);
        try
        {
            await host.Services.PrepareStore(kind);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>A place for a store that nothing was made in yet; the name of its database, if it has one, is to be dropped by <see cref="Drop"/>.</summary>
    public static async Task<(StoreLocation Location, string? Database)> NewLocation(StoreEngine engine)
    {
        var folder = Directory.CreateTempSubdirectory("greenprint-test-").FullName;
        if (engine == StoreEngine.Sqlite)
        {
            return (StoreLocation.OnSqlite(folder), null);
        }

        var name = "t" + Guid.NewGuid().ToString("N");
        var cluster = await PostgreSqlCluster.ConnectionString();
        await Administer(cluster, $"CREATE DATABASE {name}");
        return (StoreLocation.OnPostgreSql(folder, $"{cluster};Database={name}"), name);
    }

    /// <summary>Deletes what <see cref="NewLocation"/> made.</summary>
    public static async Task Drop(StoreLocation location, string? database)
    {
        if (database is not null)
        {
            await using var work = new NpgsqlConnection(location.Work);
            await using var readings = new NpgsqlConnection(location.Readings);
            NpgsqlConnection.ClearPool(work);
            NpgsqlConnection.ClearPool(readings);
            await Administer(await PostgreSqlCluster.ConnectionString(), $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }
        else
        {
            using var work = new SqliteConnection(location.Work);
            using var readings = new SqliteConnection(location.Readings);
            SqliteConnection.ClearPool(work);
            SqliteConnection.ClearPool(readings);
        }

        Directory.Delete(location.Folder, recursive: true);
    }

    /// <summary>A host on <paramref name="location"/> as the program would compose it.</summary>
    public static IHost Build(StoreLocation location, TestClock clock, Action<IHostApplicationBuilder>? modules = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddTestPlatform(location);
        modules?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>A scope, as a request or a verb has one.</summary>
    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    /// <summary>Runs <paramref name="work"/> in a scope of its own.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = Scope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs <paramref name="work"/> in a scope of its own.</summary>
    public Task In(Func<IServiceProvider, Task> work) => In(async services =>
    {
        await work(services);
        return 0;
    });

    /// <summary>Changes the work database in a scope of its own.</summary>
    public Task<T> Change<T>(Func<Change, Task<T>> work) =>
        In(services => services.GetRequiredService<IChanges>().Apply(Actor.System("test"), work, CancellationToken.None));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }

        await Drop(Location, database);
    }

    private static async Task Administer(string cluster, string sql)
    {
        await using var connection = new NpgsqlConnection($"{cluster};Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the only variable part is a name made here
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
