using Greenprint.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Delivery.Evidences;

/// <summary>A file of proof (佐证材料) of an item. Taken out of the next report it stays in those that named it.</summary>
internal sealed class EvidenceRow
{
    public required string Id { get; init; }

    public required string Item { get; init; }

    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Digest of the file as it was uploaded: seen inside only.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Digest of the photo without place, time and device; null for what is no photo.</summary>
    public string? CleanSha256 { get; init; }

    public required EvidenceClass Class { get; init; }

    public required string Note { get; init; }

    /// <summary>When the photo was taken as the camera's clock showed it, <c>2026-03-15 10:05:00</c>; a camera knows no zone.</summary>
    public string? TakenAt { get; init; }

    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }

    public required string AddedByName { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<EvidenceRow>
{
    public void Configure(EntityTypeBuilder<EvidenceRow> builder)
    {
        builder.ToTable("delivery_evidence");
        builder.Property(proof => proof.Id).HasMaxLength(Lengths.Id);
        builder.Property(proof => proof.Item).HasMaxLength(Lengths.Id);
        builder.Property(proof => proof.Name).HasMaxLength(Lengths.Key);
        builder.Property(proof => proof.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(proof => proof.Sha256).HasMaxLength(64);
        builder.Property(proof => proof.CleanSha256).HasMaxLength(64);
        builder.Property(proof => proof.Class).HasConversion<int>();
        builder.Property(proof => proof.AddedBy).HasMaxLength(Lengths.Id);
        builder.Property(proof => proof.AddedByName).HasMaxLength(Lengths.Id);
        builder.Property(proof => proof.TakenAt).HasMaxLength(Lengths.Word);
        builder.HasIndex(proof => proof.Item);
        builder.HasOne<Dispatch.ItemRow>().WithMany().HasForeignKey(proof => proof.Item).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A proof that a report named.</summary>
internal sealed class ReportEvidenceRow
{
    public required string Item { get; init; }

    public required int Number { get; init; }

    public required string Evidence { get; init; }
}

internal sealed class ReportEvidenceMapping : IEntityTypeConfiguration<ReportEvidenceRow>
{
    public void Configure(EntityTypeBuilder<ReportEvidenceRow> builder)
    {
        builder.ToTable("delivery_report_evidence");
        builder.HasKey(named => new { named.Item, named.Number, named.Evidence });
        builder.Property(named => named.Item).HasMaxLength(Lengths.Id);
        builder.Property(named => named.Evidence).HasMaxLength(Lengths.Id);
        builder.HasOne<EvidenceRow>().WithMany().HasForeignKey(named => named.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}
