using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Plans;

internal sealed class PlanRow
{
    public required string Id { get; init; }

    public required string Region { get; set; }

    public required string TitleZh { get; set; }

    public string? TitleEn { get; set; }

    public required int Start { get; set; }

    public required int End { get; set; }

    public required PlanStatus Status { get; set; }

    public bool IsDemo { get; init; }

    public string? UpperPlan { get; init; }

    public decimal AtRiskShare { get; init; }

    public decimal LevelTolerance { get; init; }

    /// <summary>Counts the saves, so that two people who edit the same plan notice each other.</summary>
    public int Version { get; set; } = 1;

    public PlanSummary ToSummary() => new(Id, Region, new Bilingual(TitleZh, TitleEn), Start, End, Status, IsDemo, UpperPlan);
}

internal sealed class PlanMapping : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder)
    {
        builder.ToTable("planning_plans");
        builder.Property(plan => plan.Id).HasMaxLength(Lengths.Id);
        builder.Property(plan => plan.Region).HasMaxLength(Lengths.Id);
        builder.Property(plan => plan.Status).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(plan => plan.UpperPlan).HasMaxLength(Lengths.Id);
        builder.Property(plan => plan.Version).IsConcurrencyToken();
    }
}

/// <summary>A version of a plan's content as it came in (规划版本): the file, its digest, and what was doubtful in it.</summary>
internal sealed class DocumentRow
{
    public required string Plan { get; init; }

    /// <summary>1 for the first; a draft that is read again counts on.</summary>
    public required int Number { get; init; }

    /// <summary>Name of the file, or of the pack.</summary>
    public required string Name { get; init; }

    /// <summary><c>text</c>, <c>markdown</c>, <c>docx</c> or <c>pack</c>.</summary>
    public required string Format { get; init; }

    public string? Encoding { get; init; }

    public long Bytes { get; init; }

    /// <summary>SHA-256 of the file, or of the pack as this program writes it: lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the reader was not sure of, as JSON.</summary>
    public required string Warnings { get; init; }

    /// <summary>True where the file itself is kept: <see cref="Sha256"/> finds it.</summary>
    public bool HasFile { get; init; }

    /// <summary>SHA-256 of the kept file that holds the whole reading as JSON; null where none was made or kept.</summary>
    public string? Reading { get; init; }

    public int? Pages { get; init; }

    /// <summary>True for a version that was laid beside a plan in force: it changed nothing in it.</summary>
    public bool ForComparison { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("planning_documents");
        builder.HasKey(document => new { document.Plan, document.Number });
        builder.BelongsToPlan();
        builder.Property(document => document.Format).HasMaxLength(Lengths.Word);
        builder.Property(document => document.Encoding).HasMaxLength(Lengths.Word);
        builder.Property(document => document.Sha256).HasMaxLength(64);
        builder.Property(document => document.Reading).HasMaxLength(64);
        builder.HasIndex(document => document.Sha256);
    }
}
