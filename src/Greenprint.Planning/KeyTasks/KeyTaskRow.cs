using System.Text.Json;
using Greenprint.Planning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.KeyTasks;

/// <summary>One version of a key task that was changed since its plan is in force. A key task that never was has none: its plan's own rows are its first version.</summary>
internal sealed class KeyTaskRow
{
    public required string Plan { get; init; }

    public required string Code { get; init; }

    /// <summary>From 1; the first keeps what the plan was adopted with.</summary>
    public required int Number { get; init; }

    /// <summary>The content as JSON: read and shown together.</summary>
    public required string Content { get; init; }

    public string? Document { get; init; }

    public DateOnly? On { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? RecordedAt { get; init; }

    public string? RecordedBy { get; init; }

    public KeyTaskVersion ToVersion() => new(Number, JsonSerializer.Deserialize<KeyTaskContent>(Content, PlanPackJson.Compact)!, Document, On, Reason, RecordedAt, RecordedBy);

    public static KeyTaskRow Of(string plan, string code, KeyTaskVersion version) => new()
    {
        Plan = plan,
        Code = code,
        Number = version.Number,
        Content = JsonSerializer.Serialize(version.Content, PlanPackJson.Compact),
        Document = version.Document,
        On = version.On,
        Reason = version.Reason,
        RecordedAt = version.RecordedAt,
        RecordedBy = version.RecordedBy,
    };
}

internal sealed class KeyTaskMapping : IEntityTypeConfiguration<KeyTaskRow>
{
    public void Configure(EntityTypeBuilder<KeyTaskRow> builder)
    {
        builder.ToTable("planning_key_task_versions");
        builder.HasKey(row => new { row.Plan, row.Code, row.Number });
        builder.BelongsToPlan();
        builder.Property(row => row.Code).HasMaxLength(Lengths.Id);
        builder.Property(row => row.RecordedBy).HasMaxLength(Lengths.Id);
    }
}
