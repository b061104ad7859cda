using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>An assembly that brings entity mappings. Each module registers its own.</summary>
public sealed record MappingSource(Assembly Assembly);

/// <summary>
/// The one database of the plan's work. It knows no entity by name: every module brings its own mappings
/// (<see cref="IEntityTypeConfiguration{TEntity}"/>) and keeps its entities internal.
/// </summary>
/// <remarks>Table names are prefixed by module (<c>planning_plans</c>); names are snake_case. Derived once per engine, because migrations are.</remarks>
public abstract class GreenprintDb(DbContextOptions options, IEnumerable<MappingSource> sources) : DbContext(options)
{
    private bool isChanging;

    /// <summary>True while <see cref="IChanges"/> runs a change on this context.</summary>
    internal bool IsChanging
    {
        get => isChanging;
        set => (isChanging, RowsSaved) = (value, false);
    }

    /// <summary>True when the change under way saved rows.</summary>
    internal bool RowsSaved { get; set; }

    /// <summary>Applies what the modules brought.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var source in sources.DistinctBy(source => source.Assembly))
        {
            modelBuilder.ApplyConfigurationsFromAssembly(source.Assembly);
        }
    }

    /// <summary>Conversions that hold in every table.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // A figure survives the store digit for digit: SQLite has no decimal, so it is text there; PostgreSQL's numeric is exact.
        configurationBuilder.Properties<decimal>().HavePrecision(28, 10);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}

/// <summary>The work database on SQLite.</summary>
public sealed class SqliteGreenprintDb(DbContextOptions<SqliteGreenprintDb> options, IEnumerable<MappingSource> sources) : GreenprintDb(options, sources);

/// <summary>The work database on PostgreSQL.</summary>
public sealed class PostgreSqlGreenprintDb(DbContextOptions<PostgreSqlGreenprintDb> options, IEnumerable<MappingSource> sources) : GreenprintDb(options, sources);
