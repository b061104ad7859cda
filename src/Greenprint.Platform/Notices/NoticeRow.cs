using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>A notice of one person. Only its marks change: read, and gone out by mail.</summary>
internal sealed class NoticeRow
{
    public const int LongestKey = 200;
    public const int LongestKind = 60;
    public const int LongestText = 400;
    public const int LongestNote = 1000;

    /// <summary>From 1 in the order of the changes: who follows them misses none.</summary>
    public required long Number { get; init; }

    public required string Key { get; init; }

    public required string Kind { get; init; }

    /// <summary>Id of the person; empty where nobody was reached.</summary>
    public required string Person { get; init; }

    public required NoticeStep Step { get; init; }

    public required string Region { get; init; }

    public required string Subject { get; init; }

    public required string TextZh { get; init; }

    public string? TextEn { get; init; }

    public string? Note { get; init; }

    public required string Link { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The day of the mail that it went out with.</summary>
    public DateOnly? Mailed { get; set; }

    public Bilingual Text => new(TextZh, TextEn);
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> builder)
    {
        builder.ToTable("platform_notices");
        builder.HasKey(notice => notice.Number);
        builder.Property(notice => notice.Number).ValueGeneratedNever();
        builder.Property(notice => notice.Key).HasMaxLength(NoticeRow.LongestKey);
        builder.Property(notice => notice.Kind).HasMaxLength(NoticeRow.LongestKind);
        builder.Property(notice => notice.Person).HasMaxLength(40);
        builder.Property(notice => notice.Step).HasConversion<string>().HasMaxLength(20);
        builder.Property(notice => notice.Region).HasMaxLength(20);
        builder.Property(notice => notice.Subject).HasMaxLength(200);
        builder.Property(notice => notice.TextZh).HasMaxLength(NoticeRow.LongestText);
        builder.Property(notice => notice.TextEn).HasMaxLength(NoticeRow.LongestText);
        builder.Property(notice => notice.Note).HasMaxLength(NoticeRow.LongestNote);
        builder.Property(notice => notice.Link).HasMaxLength(200);
        builder.Ignore(notice => notice.Text);
        builder.HasIndex(notice => new { notice.Key, notice.Person }).IsUnique();
        builder.HasIndex(notice => new { notice.Person, notice.ReadAt });
        builder.HasIndex(notice => notice.Subject);
    }
}
