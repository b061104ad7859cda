using Greenprint.Planning.Plans;
using Greenprint.PlanText.Alignment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Aligning;

/// <summary>
/// An answer to a finding (衔接事项答复). Answers are added, never changed: the last one counts. It keeps what was seen when it was given, so that
/// an alignment that is computed anew can say whether the finding is still the same.
/// </summary>
internal sealed class AnswerRow
{
    /// <summary>The local plan.</summary>
    public required string Plan { get; init; }

    /// <summary>The plan it is laid beside, as <see cref="AlignedSource.Ref"/> names it.</summary>
    public required string Other { get; init; }

    /// <summary>The finding, by the indicator that it is about.</summary>
    public required string Finding { get; init; }

    /// <summary>1 for the first answer.</summary>
    public required int Number { get; init; }

    public required AnswerKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The result that was seen.</summary>
    public required AlignmentStatus Status { get; init; }

    /// <summary>The local side that was seen, in one line; empty where there was none.</summary>
    public required string Local { get; init; }

    /// <summary>The upper side that was seen.</summary>
    public required string Upper { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<AnswerRow>
{
    /// <summary>Room for the name of a plan with its kind, and for the key of a finding.</summary>
    public const int Key = 200;

    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("planning_alignment_answers");
        builder.HasKey(answer => new { answer.Plan, answer.Other, answer.Finding, answer.Number });
        builder.BelongsToPlan();
        builder.Property(answer => answer.Other).HasMaxLength(Key);
        builder.Property(answer => answer.Finding).HasMaxLength(Key);
        builder.Property(answer => answer.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(answer => answer.Status).HasConversion<string>().HasMaxLength(Lengths.Word);
    }
}
