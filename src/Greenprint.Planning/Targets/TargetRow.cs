using Greenprint.Planning.Plans;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Targets;

/// <summary>One version of a target. Rows are only ever added: the first adopted one stays readable for ever.</summary>
internal sealed class TargetRow
{
    public required string Plan { get; init; }

    public required string Indicator { get; init; }

    /// <summary>1 for the target as adopted with the plan.</summary>
    public required int Revision { get; init; }

    public required TargetKind Kind { get; init; }

    public required int Year { get; init; }

    public decimal? Value { get; init; }

    public decimal? Upper { get; init; }

    public required string TextZh { get; init; }

    public string? TextEn { get; init; }

    /// <summary>The document by which the superior assigned it.</summary>
    public string? Document { get; init; }

    public int? From { get; init; }

    /// <summary>The document that adopted this revision, its date and the reason; null for the first.</summary>
    public string? AdoptedBy { get; init; }

    public DateOnly? AdoptedOn { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public Target ToTarget() => new(Kind, Year, Figure.Trimmed(Value), Figure.Trimmed(Upper), new Bilingual(TextZh, TextEn), Document, From);

    public static TargetRow Of(
        string plan, string indicator, int revision, Target target, DateTimeOffset at, string by, string? adoptedBy = null, DateOnly? on = null, string? reason = null) => new()
        {
            Plan = plan,
            Indicator = indicator,
            Revision = revision,
            Kind = target.Kind,
            Year = target.Year,
            Value = target.Value,
            Upper = target.Upper,
            TextZh = target.Text.Zh,
            TextEn = target.Text.En,
            Document = target.Document,
            From = target.From,
            AdoptedBy = adoptedBy,
            AdoptedOn = on,
            Reason = reason,
            RecordedAt = at,
            RecordedBy = by,
        };
}

/// <summary>A yearly step of one version of a target (年度分解). A version brings all its steps.</summary>
internal sealed class StepRow
{
    public required string Plan { get; init; }

    public required string Indicator { get; init; }

    public required int Revision { get; init; }

    public required int Year { get; init; }

    public required decimal Value { get; init; }

    public AnnualTarget ToStep() => new(Year, Figure.Trimmed(Value)!.Value);
}

internal sealed class TargetMapping : IEntityTypeConfiguration<TargetRow>
{
    public void Configure(EntityTypeBuilder<TargetRow> builder)
    {
        builder.ToTable("planning_targets");
        builder.HasKey(target => new { target.Plan, target.Indicator, target.Revision });
        builder.BelongsToPlan();
        builder.Property(target => target.Indicator).HasMaxLength(Lengths.Id);
        builder.Property(target => target.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
    }
}

internal sealed class StepMapping : IEntityTypeConfiguration<StepRow>
{
    public void Configure(EntityTypeBuilder<StepRow> builder)
    {
        builder.ToTable("planning_annual_targets");
        builder.HasKey(step => new { step.Plan, step.Indicator, step.Revision, step.Year });
        builder.BelongsToPlan();
        builder.Property(step => step.Indicator).HasMaxLength(Lengths.Id);
    }
}
