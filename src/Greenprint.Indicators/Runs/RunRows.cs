using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Indicators;

/// <summary>A stored computation run (计算批次): what was asked, what came out, and the rows it rests on. Never changed.</summary>
internal sealed class RunRow
{
    public required string Id { get; init; }

    public required string Plan { get; init; }

    public required string Indicator { get; init; }

    public required string Period { get; init; }

    /// <summary><c>auto</c>, or the edition that was forced.</summary>
    public required string Edition { get; init; }

    /// <summary>1 for the first run of plan, indicator, period and edition.</summary>
    public required int Sequence { get; init; }

    public required string Method { get; init; }

    public required string InputDigest { get; init; }

    /// <summary>Digest over method, editions and result: two runs with equal inputs and equal outcome say the same.</summary>
    public required string OutcomeDigest { get; init; }

    /// <summary>The <see cref="Indicators.Provenance"/> as JSON.</summary>
    public required string Provenance { get; init; }

    /// <summary>The <see cref="RunContext"/> as JSON: what is needed to compute it again.</summary>
    public required string Context { get; init; }

    public required DateTimeOffset ComputedAt { get; init; }

    public Provenance ToProvenance() => JsonSerializer.Deserialize<Provenance>(Provenance, RunJson.Options)
        ?? throw new InvalidOperationException($"Run {Id} has no provenance.");

    public RunContext ToContext() => JsonSerializer.Deserialize<RunContext>(Context, RunJson.Options)
        ?? throw new InvalidOperationException($"Run {Id} has no context.");
}

/// <summary>Rows of one series and month, shared by the runs that name them.</summary>
internal sealed class ChunkRow
{
    public required string Digest { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>What a run needs to be computed again, besides its rows.</summary>
/// <param name="Region">Region by whose dates editions are in force, or null.</param>
/// <param name="Decimals">Places of the published figure.</param>
/// <param name="Stations">Stations that count.</param>
/// <param name="Idle">Stations that measured nothing and do not count.</param>
/// <param name="Series">The rows.</param>
internal sealed record RunContext(
    string? Region, int Decimals, IReadOnlyList<InputStation> Stations, IReadOnlyList<Quantities.Bilingual> Idle, IReadOnlyList<RunSeries> Series);

/// <summary>The rows of one series: number in the store, and chunks by digest in order of time.</summary>
internal sealed record RunSeries(int Id, string Station, string Item, string Unit, int Count, string Digest, IReadOnlyList<string> Chunks);

internal sealed class RunMapping : IEntityTypeConfiguration<RunRow>
{
    public void Configure(EntityTypeBuilder<RunRow> builder)
    {
        builder.ToTable("indicators_runs");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(20);
        builder.Property(row => row.Plan).HasMaxLength(100);
        builder.Property(row => row.Indicator).HasMaxLength(100);
        builder.Property(row => row.Period).HasMaxLength(20);
        builder.Property(row => row.Edition).HasMaxLength(40);
        builder.Property(row => row.Method).HasMaxLength(60);
        builder.Property(row => row.InputDigest).HasMaxLength(80);
        builder.Property(row => row.OutcomeDigest).HasMaxLength(80);
        builder.HasIndex(row => new { row.Plan, row.Indicator, row.Period, row.Edition, row.Sequence }).IsUnique();
    }
}

internal sealed class ChunkMapping : IEntityTypeConfiguration<ChunkRow>
{
    public void Configure(EntityTypeBuilder<ChunkRow> builder)
    {
        builder.ToTable("indicators_inputs");
        builder.HasKey(row => row.Digest);
        builder.Property(row => row.Digest).HasMaxLength(80);
    }
}
