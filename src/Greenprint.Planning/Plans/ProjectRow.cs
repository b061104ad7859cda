using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Plans;

/// <summary>A project that a plan lists; who answers for it stands with all other duties of the plan.</summary>
internal sealed class ProjectRow
{
    public required string Plan { get; init; }

    public required string Code { get; init; }

    public required int Position { get; set; }

    public required string Number { get; set; }

    public string? CategoryZh { get; set; }

    public string? CategoryEn { get; set; }

    public required string NameZh { get; set; }

    public string? NameEn { get; set; }

    public string? ContentZh { get; set; }

    public string? ContentEn { get; set; }

    /// <summary>Years of construction as printed.</summary>
    public string? Period { get; set; }

    public int? Start { get; set; }

    public int? End { get; set; }

    public decimal? Investment { get; set; }

    public string? InvestmentUnit { get; set; }

    /// <summary>As printed; null for no investment, whatever stands in the two before.</summary>
    public string? InvestmentText { get; set; }

    public string? Clause { get; set; }

    public int? Page { get; set; }

    public static ProjectRow Of(string plan, int position, ProjectView project)
    {
        var row = new ProjectRow { Plan = plan, Code = project.Code, Position = position, Number = "", NameZh = "" };
        row.Take(project);
        return row;
    }

    /// <summary>Takes over what <paramref name="project"/> says.</summary>
    public void Take(ProjectView project)
    {
        Number = project.Number;
        (CategoryZh, CategoryEn) = (project.Category?.Zh, project.Category?.En);
        (NameZh, NameEn) = (project.Name.Zh, project.Name.En);
        (ContentZh, ContentEn) = (project.Content?.Zh, project.Content?.En);
        (Period, Start, End) = (project.Period, project.Start, project.End);
        (Investment, InvestmentUnit, InvestmentText) = (project.Investment?.Value, project.Investment?.Unit, project.Investment?.Text);
        (Clause, Page) = (project.ClauseId, project.Page);
    }

    public ProjectView ToView(IReadOnlyList<ResponsibilityRow> duties) => new(Code, new Bilingual(NameZh, NameEn))
    {
        Number = Number,
        Category = CategoryZh is null ? null : new Bilingual(CategoryZh, CategoryEn),
        Content = ContentZh is null ? null : new Bilingual(ContentZh, ContentEn),
        Period = Period,
        Start = Start,
        End = End,
        Investment = InvestmentText is null ? null : new PlannedMoney(InvestmentText, Figure.Trimmed(Investment), InvestmentUnit),
        Lead = duties.Named(Part.Lead),
        Support = duties.Named(Part.Support),
        ClauseId = Clause,
        Page = Page,
    };
}

/// <summary>A measure of a plan.</summary>
internal sealed class MeasureRow
{
    public required string Plan { get; init; }

    public required string Code { get; init; }

    public required int Position { get; set; }

    public required string TextZh { get; set; }

    public string? TextEn { get; set; }

    /// <summary>Code of a key task.</summary>
    public string? KeyTask { get; set; }

    public string? Clause { get; set; }

    public int? Page { get; set; }

    public static MeasureRow Of(string plan, int position, MeasureView measure)
    {
        var row = new MeasureRow { Plan = plan, Code = measure.Code, Position = position, TextZh = "" };
        row.Take(measure);
        return row;
    }

    /// <summary>Takes over what <paramref name="measure"/> says.</summary>
    public void Take(MeasureView measure)
    {
        (TextZh, TextEn) = (measure.Text.Zh, measure.Text.En);
        (KeyTask, Clause, Page) = (measure.KeyTask, measure.ClauseId, measure.Page);
    }

    public MeasureView ToView(IReadOnlyList<ResponsibilityRow> duties) => new(Code, new Bilingual(TextZh, TextEn))
    {
        KeyTask = KeyTask,
        Lead = duties.Named(Part.Lead),
        Support = duties.Named(Part.Support),
        ClauseId = Clause,
        Page = Page,
    };
}

internal sealed class ProjectMapping : IEntityTypeConfiguration<ProjectRow>
{
    public void Configure(EntityTypeBuilder<ProjectRow> builder)
    {
        builder.ToTable("planning_projects");
        builder.HasKey(project => new { project.Plan, project.Code });
        builder.BelongsToPlan();
        builder.Property(project => project.Code).HasMaxLength(Lengths.Id);
        builder.Property(project => project.InvestmentUnit).HasMaxLength(Lengths.Word);
        builder.Property(project => project.Clause).HasMaxLength(Lengths.Id);
    }
}

internal sealed class MeasureMapping : IEntityTypeConfiguration<MeasureRow>
{
    public void Configure(EntityTypeBuilder<MeasureRow> builder)
    {
        builder.ToTable("planning_measures");
        builder.HasKey(measure => new { measure.Plan, measure.Code });
        builder.BelongsToPlan();
        builder.Property(measure => measure.Code).HasMaxLength(Lengths.Id);
        builder.Property(measure => measure.KeyTask).HasMaxLength(Lengths.Id);
        builder.Property(measure => measure.Clause).HasMaxLength(Lengths.Id);
    }
}
