using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>The door of the platform: store, history, regions, people and rights, verbs of the ground.</summary>
public static class PlatformModule
{
    /// <summary>Registers the platform on the store at <paramref name="store"/>.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="store">Where the store lies.</param>
    /// <param name="today">The day to take as today, or null for the real one.</param>
    public static void AddPlatform(this IHostApplicationBuilder builder, StoreLocation store, DateOnly? today)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(store);
        services.AddSingleton<IChinaClock>(provider => new ChinaClock(provider.GetRequiredService<TimeProvider>(), today));
        services.AddSingleton(new MappingSource(typeof(PlatformModule).Assembly));
        AddDatabase(services, store);
        services.AddScoped<IChanges, Changes>();
        services.AddScoped<IRehearsal, Rehearsal>();
        services.AddScoped<IHistory, HistoryReader>();
        services.AddScoped<IRegions, RegionDirectory>();
        services.AddScoped<IUnits, UnitDirectory>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<IFiles>(provider => provider.GetRequiredService<FileStore>());
        services.AddScoped<StoreSchema>();
        services.AddSingleton<IReadingsStore, ReadingsStore>();
        services.AddScoped<HistoryDesk>();
        services.AddPlatformHistoryKinds();
        services.AddOptions<TrustOptions>().Bind(builder.Configuration.GetSection("Platform:Trust")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TrustOptions>, TrustOptionsValidator>();
        services.AddSingleton<OwnAuthorities>();
        services.AddPeople(builder.Configuration, store);
        services.AddNotices(builder.Configuration);
        services.AddScoped<ViewDesk>();
        services.AddScoped<ISavedViews>(provider => provider.GetRequiredService<ViewDesk>());
        services.AddHealth();
        services.AddScoped<BackupWriter>();
        services.AddScoped<Restorer>();
        services.AddScoped<PostgreSqlRestore>();
        services.AddDoctor();
    }

    /// <summary>Lets the running server take verbs of other terminals, through a socket that only its owner can reach.</summary>
    /// <param name="builder">The server under construction.</param>
    /// <param name="root">The program's command line on a given host of verbs.</param>
    public static void AddVerbSocket(this IHostApplicationBuilder builder, Func<IVerbHost, RootCommand> root) =>
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<VerbSocket>(services, root));

    /// <summary>Lets the running server do what its modules do from time to time (<see cref="IRoutine"/>).</summary>
    public static void AddRoutines(this IHostApplicationBuilder builder) => builder.Services.AddHostedService<Routines>();

    /// <summary>Where the socket of <see cref="AddVerbSocket"/> lies, for <see cref="StoreHold.Announce"/>.</summary>
    public static string VerbSocketOf(StoreLocation store) => VerbSocket.PathOf(store);

    /// <summary>Maps the platform's endpoints: health, the single sign-on and the end of a session. Its pages are found in this assembly.</summary>
    public static void MapPlatform(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapHealth();
        endpoints.MapSignOut();
        endpoints.MapOpenId();
        endpoints.MapViews();
    }

    /// <summary>The platform's verbs.</summary>
    public static IEnumerable<Command> Verbs(IVerbHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return [PeopleVerb.Command(host), DoctorVerb.Command(host), BackupVerbs.Backup(host), BackupVerbs.Restore(host)];
    }

    private static void AddDatabase(IServiceCollection services, StoreLocation store)
    {
        if (store.Engine == StoreEngine.Sqlite)
        {
            services.AddDbContext<GreenprintDb, SqliteGreenprintDb>((provider, options) => Common(options, store.Engine).UseSqlite(store.Work, sqlite =>
            {
                if (provider.GetService<MigrationsSource>() is { } migrations)
                {
                    sqlite.MigrationsAssembly(migrations.Assembly);
                }
            }));
        }
        else
        {
            services.AddDbContext<GreenprintDb, PostgreSqlGreenprintDb>((provider, options) => Common(options, store.Engine).UseNpgsql(store.Work, npgsql =>
            {
                npgsql.MigrationsHistoryTable("platform_migrations", "work");
                npgsql.SetPostgresVersion(12, 0);
                if (provider.GetService<MigrationsSource>() is { } migrations)
                {
                    npgsql.MigrationsAssembly(migrations.Assembly);
                }
            }));
        }
    }

    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder options, StoreEngine engine)
    {
        options.UseSnakeCaseNamingConvention().AddInterceptors(new DurabilityInterceptor(engine), new OnlyThroughChanges());
        return engine == StoreEngine.PostgreSql ? options.AddInterceptors(new AnsweredAtOnce()) : options;
    }
}
