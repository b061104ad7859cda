using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>One act on the record (履历): who did what to which subject, when and why. Carries the digest of the entry before it.</summary>
/// <param name="Number">Position in the chain, from 1 without gaps.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ActorId">The person's id, or <c>system</c>.</param>
/// <param name="ActorName">The name at that time.</param>
/// <param name="Region">Region whose matter it is, or empty.</param>
/// <param name="Subject">For example <c>indicator/lanwan-15/AIR01</c>.</param>
/// <param name="Kind">For example <c>value.issued</c>.</param>
/// <param name="Body">What was recorded, as JSON.</param>
/// <param name="Why">The reason given, or null.</param>
/// <param name="PreviousDigest">Digest of the entry before; 64 zeros for the first.</param>
/// <param name="Digest">SHA-256 over all of the above (see <see cref="HistoryDigest"/>), with the name of the algorithm in front: <c>sha256:…</c>.</param>
public sealed record HistoryEntry(
    long Number, DateTimeOffset At, string ActorId, string ActorName, string Region, string Subject, string Kind, string Body, string? Why,
    string PreviousDigest, string Digest);

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("platform_history");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.Subject).HasMaxLength(200);
        builder.Property(entry => entry.Kind).HasMaxLength(60);
        builder.HasIndex(entry => new { entry.Subject, entry.Number });
    }
}

/// <summary>The end of the chain. Locking this one row puts writers of history in a queue on every engine.</summary>
internal sealed class HistoryHead
{
    public int Id { get; set; } = 1;

    public long Number { get; set; }

    public string Digest { get; set; } = HistoryDigest.Beginning;
}

internal sealed class HistoryHeadMapping : IEntityTypeConfiguration<HistoryHead>
{
    public void Configure(EntityTypeBuilder<HistoryHead> builder)
    {
        builder.ToTable("platform_history_head");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.HasData(new HistoryHead());
    }
}
