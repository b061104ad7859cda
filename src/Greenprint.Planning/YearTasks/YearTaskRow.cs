using System.Text.Json;
using Greenprint.Planning.Plans;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.YearTasks;

/// <summary>One revision of a year task. Rows are only ever added; the one with the highest number stands.</summary>
internal sealed class YearTaskRow
{
    public required string Plan { get; init; }

    public required string Code { get; init; }

    public required int Revision { get; init; }

    public required int Year { get; init; }

    public required YearTaskSourceKind SourceKind { get; init; }

    public required string Source { get; init; }

    public required string TitleZh { get; init; }

    public string? TitleEn { get; init; }

    public decimal? Quantity { get; init; }

    public string? Unit { get; init; }

    public required DateOnly Due { get; init; }

    public required string Lead { get; init; }

    /// <summary>Ids of units, as JSON: read and shown together with the task, as are the two lists below.</summary>
    public required string Support { get; init; }

    public string? Accountable { get; init; }

    public string? CriterionZh { get; init; }

    public string? CriterionEn { get; init; }

    public EvidenceClass? Evidence { get; init; }

    public string? Parent { get; init; }

    public string? Place { get; init; }

    public required string DependsOn { get; init; }

    public required string Effects { get; init; }

    public string? Remark { get; init; }

    public bool IsCancelled { get; init; }

    public string? Why { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public static YearTaskRow Of(YearTask task) => new()
    {
        Plan = task.Plan,
        Code = task.Code,
        Revision = task.Revision,
        Year = task.Content.Year,
        SourceKind = task.Content.Source.Kind,
        Source = task.Content.Source.Code,
        TitleZh = task.Content.Title.Zh,
        TitleEn = task.Content.Title.En,
        Quantity = task.Content.Quantity,
        Unit = task.Content.Unit,
        Due = task.Content.Due,
        Lead = task.Content.Lead,
        Support = Json(task.Content.Support),
        Accountable = task.Content.Accountable,
        CriterionZh = task.Content.Criterion?.Zh,
        CriterionEn = task.Content.Criterion?.En,
        Evidence = task.Content.Evidence,
        Parent = task.Content.Parent,
        Place = task.Content.Place,
        DependsOn = Json(task.Content.DependsOn),
        Effects = Json(task.Content.Effects),
        Remark = task.Content.Remark,
        IsCancelled = task.IsCancelled,
        Why = task.Why,
        RecordedAt = task.RecordedAt,
        RecordedBy = task.RecordedBy,
    };

    public YearTask ToTask() => new(Plan, Code, Revision, new(Year, new(SourceKind, Source), new Bilingual(TitleZh, TitleEn), Due, Lead)
    {
        Quantity = Figure.Trimmed(Quantity),
        Unit = Unit,
        Support = List<string>(Support),
        Accountable = Accountable,
        Criterion = CriterionZh is null ? null : new Bilingual(CriterionZh, CriterionEn),
        Evidence = Evidence,
        Parent = Parent,
        Place = Place,
        DependsOn = List<string>(DependsOn),
        Effects = List<ExpectedEffect>(Effects),
        Remark = Remark,
    })
    {
        IsCancelled = IsCancelled,
        Why = Why,
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
    };

    private static string Json<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, PlanPackJson.Compact);

    // Most tasks wait for nothing: a reader need not be set up to find that out.
    private static List<T> List<T>(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<List<T>>(json, PlanPackJson.Compact)!;
}

internal sealed class YearTaskMapping : IEntityTypeConfiguration<YearTaskRow>
{
    public void Configure(EntityTypeBuilder<YearTaskRow> builder)
    {
        builder.ToTable("planning_year_tasks");
        builder.HasKey(task => new { task.Plan, task.Code, task.Revision });
        builder.BelongsToPlan();
        builder.HasIndex(task => new { task.Plan, task.Year });
        builder.Property(task => task.Code).HasMaxLength(Lengths.Word);
        builder.Property(task => task.SourceKind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(task => task.Source).HasMaxLength(Lengths.Id);
        builder.Property(task => task.Lead).HasMaxLength(Lengths.Id);
        builder.Property(task => task.Accountable).HasMaxLength(Lengths.Id);
        builder.Property(task => task.Evidence).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(task => task.Parent).HasMaxLength(Lengths.Word);
        builder.Property(task => task.Place).HasMaxLength(Lengths.Id);
    }
}
