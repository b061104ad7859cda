using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>How far the messages of one receiver have come. The notices are the queue: a receiver has had everything up to its number, in order.</summary>
internal sealed class WebhookRow
{
    public const int LongestFault = 400;

    public required string Name { get; init; }

    /// <summary>Number of the last notice that was delivered.</summary>
    public required long Delivered { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Tries since the last delivery.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? FailingSince { get; set; }

    public DateTimeOffset? NextTry { get; set; }

    /// <summary>When it was given up; nothing is sent until an administrator says so.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    public string? Fault { get; set; }
}

internal sealed class WebhookMapping : IEntityTypeConfiguration<WebhookRow>
{
    public void Configure(EntityTypeBuilder<WebhookRow> builder)
    {
        builder.ToTable("platform_webhooks");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(40);
        builder.Property(row => row.Fault).HasMaxLength(WebhookRow.LongestFault);
    }
}
