using Greenprint.Delivery.Dispatch;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Delivery.Cycles;

/// <summary>One call for progress of a plan (调度周期): a month, a quarter or a year.</summary>
internal sealed class CycleRow
{
    public required string Id { get; init; }

    public required string Region { get; init; }

    public required string Plan { get; init; }

    public required CycleKind Kind { get; init; }

    /// <summary>The period as <see cref="Period"/> writes it.</summary>
    public required string Period { get; init; }

    public required DateOnly Opens { get; init; }

    public required DateOnly Due { get; init; }

    public required DateOnly Locks { get; init; }

    /// <summary>Last day for signing for an item.</summary>
    public required DateOnly SignBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    public Period ToPeriod() => Quantities.Period.Parse(Period);

    public CycleWindow ToWindow() => new(Opens, Due, Locks);

    public CycleBounds ToBounds() => new(ToWindow(), ClosedAt is { } at ? ChinaTime.DayOf(at) : null);
}

internal sealed class CycleMapping : IEntityTypeConfiguration<CycleRow>
{
    public void Configure(EntityTypeBuilder<CycleRow> builder)
    {
        builder.ToTable("delivery_cycles");
        builder.Property(cycle => cycle.Id).HasMaxLength(Lengths.Id);
        builder.Property(cycle => cycle.Region).HasMaxLength(Lengths.Word);
        builder.Property(cycle => cycle.Plan).HasMaxLength(Lengths.Id);
        builder.Property(cycle => cycle.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(cycle => cycle.Period).HasMaxLength(Lengths.Word);
        builder.Property(cycle => cycle.OpenedBy).HasMaxLength(Lengths.Id);
        builder.Property(cycle => cycle.ClosedBy).HasMaxLength(Lengths.Id);
        builder.HasIndex(cycle => new { cycle.Plan, cycle.Period }).IsUnique();
    }
}
