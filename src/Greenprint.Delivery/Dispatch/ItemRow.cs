using Greenprint.Planning;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Delivery.Dispatch;

/// <summary>
/// An item of the dispatch: what it asks, and where its events have left it. The second half is written with every event, so that lists need not fold;
/// the events decide, and a test compares the two.
/// </summary>
internal sealed class ItemRow
{
    public required string Id { get; init; }

    /// <summary>What makes it the same item when it is opened twice.</summary>
    public required string Key { get; set; }

    public required string Region { get; init; }

    public string? Plan { get; init; }

    public string? Cycle { get; init; }

    /// <summary>What it is about, for example the id of a year task.</summary>
    public required string Subject { get; init; }

    public required string TitleZh { get; init; }

    public string? TitleEn { get; init; }

    /// <summary>When it counts as done, or why it was opened.</summary>
    public string? AskZh { get; init; }

    public string? AskEn { get; init; }

    public decimal? Quantity { get; init; }

    public string? QuantityUnit { get; init; }

    /// <summary>The weakest proof that lets it count as done; null where none is asked for.</summary>
    public EvidenceClass? Evidence { get; init; }

    public required string Unit { get; set; }

    public string? Person { get; set; }

    public required DateOnly Due { get; set; }

    public DateOnly? SignBy { get; set; }

    public required DispatchStage Stage { get; set; }

    public required DispatchEnding Ending { get; set; }

    public bool IsSuspended { get; set; }

    public DateTimeOffset? ReportedAt { get; set; }

    public int Urged { get; set; }

    /// <summary>True while a request for an extension waits for its answer.</summary>
    public bool IsExtensionAsked { get; set; }

    /// <summary>The acceptance that a strike-off waits for.</summary>
    public StrikeOffStep? Waits { get; set; }

    public required int Version { get; set; }

    public Bilingual Title => new(TitleZh, TitleEn);

    public Bilingual? Ask => AskZh is null ? null : new(AskZh, AskEn);

    /// <summary>Writes where the events have left it.</summary>
    public void Follow(DispatchItem item)
    {
        (Unit, Person, Due, SignBy, Stage, Ending) = (item.Unit, item.Person, item.Due, item.SignBy, item.Stage, item.Ending);
        (IsSuspended, ReportedAt, Urged, Version) = (item.IsSuspended, item.ReportedAt, item.Urged, item.Version);
        (IsExtensionAsked, Waits) = (item.Extension is not null, item.NextStep);
    }
}

internal sealed class ItemMapping : IEntityTypeConfiguration<ItemRow>
{
    public void Configure(EntityTypeBuilder<ItemRow> builder)
    {
        builder.ToTable("delivery_items");
        builder.Property(item => item.Id).HasMaxLength(Lengths.Id);
        builder.Property(item => item.Key).HasMaxLength(Lengths.Key);
        builder.Property(item => item.Region).HasMaxLength(Lengths.Word);
        builder.Property(item => item.Plan).HasMaxLength(Lengths.Id);
        builder.Property(item => item.Cycle).HasMaxLength(Lengths.Id);
        builder.Property(item => item.Subject).HasMaxLength(Lengths.Key);
        builder.Property(item => item.QuantityUnit).HasMaxLength(Lengths.Id);
        builder.Property(item => item.Unit).HasMaxLength(Lengths.Id);
        builder.Property(item => item.Person).HasMaxLength(Lengths.Id);
        builder.Property(item => item.Stage).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(item => item.Ending).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(item => item.Waits).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(item => item.Evidence).HasConversion<int?>();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Ignore(item => item.Title);
        builder.Ignore(item => item.Ask);
        builder.HasIndex(item => item.Key).IsUnique();
        builder.HasIndex(item => item.Unit);
        builder.HasIndex(item => item.Subject);
        builder.HasOne<Cycles.CycleRow>().WithMany().HasForeignKey(item => item.Cycle).OnDelete(DeleteBehavior.Restrict);
    }
}
