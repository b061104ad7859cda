using System.Text.Json;
using Greenprint.Planning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Allocations;

/// <summary>One revision of an allocation with all its shares. Rows are only ever added.</summary>
internal sealed class AllocationRow
{
    public required string Plan { get; init; }

    public required string Indicator { get; init; }

    public required int Year { get; init; }

    public required AllocationTo To { get; init; }

    public required int Revision { get; init; }

    public required CombinationRule Rule { get; init; }

    /// <summary>The shares as JSON: they are read, shown and judged together.</summary>
    public required string Parts { get; init; }

    public string? Document { get; init; }

    public required string Why { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public TargetAllocation ToAllocation() => new(
        Plan, Indicator, Year, To, Revision, new(Rule, JsonSerializer.Deserialize<List<AllocationPart>>(Parts, PlanPackJson.Compact)!, Document, Why), RecordedAt, RecordedBy);

    public static AllocationRow Of(TargetAllocation allocation) => new()
    {
        Plan = allocation.Plan,
        Indicator = allocation.Indicator,
        Year = allocation.Year,
        To = allocation.To,
        Revision = allocation.Revision,
        Rule = allocation.Content.Rule,
        Parts = JsonSerializer.Serialize(allocation.Content.Parts, PlanPackJson.Compact),
        Document = allocation.Content.Document,
        Why = allocation.Content.Why,
        RecordedAt = allocation.RecordedAt,
        RecordedBy = allocation.RecordedBy,
    };
}

internal sealed class AllocationMapping : IEntityTypeConfiguration<AllocationRow>
{
    public void Configure(EntityTypeBuilder<AllocationRow> builder)
    {
        builder.ToTable("planning_allocations");
        builder.HasKey(row => new { row.Plan, row.Indicator, row.Year, row.To, row.Revision });
        builder.BelongsToPlan();
        builder.Property(row => row.Indicator).HasMaxLength(Lengths.Id);
        builder.Property(row => row.To).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.Rule).HasConversion<string>().HasMaxLength(Lengths.Word);
    }
}
