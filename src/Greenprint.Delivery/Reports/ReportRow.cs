using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Delivery.Reports;

/// <summary>What a report says (进展填报).</summary>
/// <param name="Quantity">How much is done so far, in the unit of the task; null where nothing is counted or nobody has counted. A zero is a value.</param>
/// <param name="Text">进展情况.</param>
/// <param name="Difficulties">存在困难.</param>
/// <param name="Next">下一步措施.</param>
/// <param name="IsDone">True: the unit says that the task is done.</param>
internal sealed record ReportContent(decimal? Quantity, string Text, string Difficulties, string Next, bool IsDone);

/// <summary>A report as it was handed in. Never changed; a returned one is followed by another.</summary>
internal sealed class ReportRow
{
    public required string Item { get; init; }

    /// <summary>From 1; its state follows from the events of the item.</summary>
    public required int Number { get; init; }

    public decimal? Quantity { get; init; }

    public required string Text { get; init; }

    public required string Difficulties { get; init; }

    public required string Next { get; init; }

    public required bool IsDone { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string ByName { get; init; }

    public ReportContent ToContent() => new(ReportForm.Trimmed(Quantity), Text, Difficulties, Next, IsDone);
}

internal sealed class ReportMapping : IEntityTypeConfiguration<ReportRow>
{
    public void Configure(EntityTypeBuilder<ReportRow> builder)
    {
        builder.ToTable("delivery_reports");
        builder.HasKey(report => new { report.Item, report.Number });
        builder.Property(report => report.Item).HasMaxLength(Lengths.Id);
        builder.Property(report => report.By).HasMaxLength(Lengths.Id);
        builder.Property(report => report.ByName).HasMaxLength(Lengths.Id);
        builder.HasOne<Dispatch.ItemRow>().WithMany().HasForeignKey(report => report.Item).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>
/// What somebody is writing: one text per item and person, so that two people who write one report keep both texts. Not yet a record: it is written over
/// as it is typed.
/// </summary>
internal sealed class DraftRow
{
    public required string Item { get; init; }

    public required string Person { get; init; }

    public required string PersonName { get; set; }

    /// <summary>As typed: a draft may hold what is no number yet.</summary>
    public required string Quantity { get; set; }

    public required string Text { get; set; }

    public required string Difficulties { get; set; }

    public required string Next { get; set; }

    public required bool IsDone { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Counts the savings, so that two windows of one person do not write over each other unseen.</summary>
    public required int Version { get; set; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("delivery_drafts");
        builder.HasKey(draft => new { draft.Item, draft.Person });
        builder.Property(draft => draft.Item).HasMaxLength(Lengths.Id);
        builder.Property(draft => draft.Person).HasMaxLength(Lengths.Id);
        builder.Property(draft => draft.PersonName).HasMaxLength(Lengths.Id);
        builder.Property(draft => draft.Quantity).HasMaxLength(Lengths.Id);
        builder.Property(draft => draft.Version).IsConcurrencyToken();
        builder.HasOne<Dispatch.ItemRow>().WithMany().HasForeignKey(draft => draft.Item).OnDelete(DeleteBehavior.Restrict);
    }
}
