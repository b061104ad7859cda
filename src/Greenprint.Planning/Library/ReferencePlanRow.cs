using Greenprint.Planning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Library;

/// <summary>
/// A plan of another place, kept to be read and compared (参考规划). It stands in a table of its own, so that nothing that judges, publishes or counts
/// plans can ever meet it.
/// </summary>
internal sealed class ReferencePlanRow
{
    /// <summary>The first digits of the file's digest: the same file is the same plan.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Name of the place; plans of other places need no division code here.</summary>
    public required string Region { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string FileName { get; init; }

    public required string Format { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    public required int IndicatorCount { get; init; }

    /// <summary>The indicators as JSON of a reading: small, so that a comparison over all plans reads no texts.</summary>
    public required string Indicators { get; init; }

    /// <summary>The whole reading as JSON.</summary>
    public required string Reading { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

internal sealed class ReferencePlanMapping : IEntityTypeConfiguration<ReferencePlanRow>
{
    public void Configure(EntityTypeBuilder<ReferencePlanRow> builder)
    {
        builder.ToTable("planning_library_plans");
        builder.Property(plan => plan.Id).HasMaxLength(Lengths.Id);
        builder.Property(plan => plan.Region).HasMaxLength(Lengths.Id);
        builder.Property(plan => plan.Format).HasMaxLength(Lengths.Word);
        builder.Property(plan => plan.Sha256).HasMaxLength(64);
        builder.HasIndex(plan => plan.Sha256).IsUnique();
    }
}
