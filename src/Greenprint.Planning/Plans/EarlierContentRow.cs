using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Plans;

/// <summary>What an entry of a plan in force held until it was changed. An entry that never was has none: the plan's own rows are what held on every day.</summary>
internal sealed class EarlierContentRow
{
    public required string Plan { get; init; }

    /// <summary>Counts the rows of the plan, from 1 and in the order of the changes.</summary>
    public required int Number { get; init; }

    /// <summary>One of <see cref="Subjects"/>.</summary>
    public required string Subject { get; init; }

    public required string Code { get; init; }

    /// <summary>The first day, in China, at whose end it held no more.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The content as JSON: read and shown together.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public OpenContent ToContent() => JsonSerializer.Deserialize<OpenContent>(Content, PlanPackJson.Compact)!;
}

internal sealed class EarlierContentMapping : IEntityTypeConfiguration<EarlierContentRow>
{
    public void Configure(EntityTypeBuilder<EarlierContentRow> builder)
    {
        builder.ToTable("planning_earlier_contents");
        builder.HasKey(row => new { row.Plan, row.Number });
        builder.BelongsToPlan();
        builder.Property(row => row.Subject).HasMaxLength(Lengths.Word);
        builder.Property(row => row.Code).HasMaxLength(Lengths.Id);
        builder.Property(row => row.RecordedBy).HasMaxLength(Lengths.Id);
    }
}
