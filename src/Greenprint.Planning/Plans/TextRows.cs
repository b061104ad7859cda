using System.Text.Json;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Plans;

/// <summary>A clause: its id survives new versions, its position is the reading order.</summary>
internal sealed class ClauseRow
{
    public required string Plan { get; init; }

    public required string Id { get; init; }

    public required int Position { get; init; }

    public required int Level { get; init; }

    public required string Number { get; init; }

    public required string TitleZh { get; init; }

    public string? TitleEn { get; init; }

    /// <summary>The paragraphs as JSON: they are read and shown together, never searched one by one.</summary>
    public required string Paragraphs { get; init; }

    public int? Page { get; init; }

    public ClauseView ToView() => new(
        Id, Level, Number, new Bilingual(TitleZh, TitleEn), JsonSerializer.Deserialize<List<Bilingual>>(Paragraphs, PlanPackJson.Options)!, Page);

    public static ClauseRow Of(string plan, int position, ClauseView clause) => new()
    {
        Plan = plan,
        Id = clause.Id,
        Position = position,
        Level = clause.Level,
        Number = clause.Number,
        TitleZh = clause.Title.Zh,
        TitleEn = clause.Title.En,
        Paragraphs = JsonSerializer.Serialize(clause.Paragraphs, PlanPackJson.Options),
        Page = clause.Page,
    };
}

/// <summary>Goals, key tasks, safeguards and groups of indicators: numbered texts of a plan, told apart by <see cref="Kind"/>.</summary>
internal sealed class ItemRow
{
    public required string Plan { get; init; }

    public required ItemKind Kind { get; init; }

    /// <summary>Stable within plan and kind.</summary>
    public required string Code { get; init; }

    public required int Position { get; init; }

    public required string Number { get; init; }

    public required string TitleZh { get; init; }

    public string? TitleEn { get; init; }

    public required string TextZh { get; init; }

    public string? TextEn { get; init; }

    public string? Clause { get; init; }

    public Bilingual Title => new(TitleZh, TitleEn);

    public Bilingual Text => new(TextZh, TextEn);

    public static ItemRow Of(string plan, ItemKind kind, int position, string code, string number, Bilingual title, Bilingual text, string? clause) => new()
    {
        Plan = plan,
        Kind = kind,
        Code = code,
        Position = position,
        Number = number,
        TitleZh = title.Zh,
        TitleEn = title.En,
        TextZh = text.Zh,
        TextEn = text.En,
        Clause = clause,
    };
}

internal enum ItemKind
{
    Goal,
    KeyTask,
    Safeguard,
    Group,
}

internal sealed class ClauseMapping : IEntityTypeConfiguration<ClauseRow>
{
    public void Configure(EntityTypeBuilder<ClauseRow> builder)
    {
        builder.ToTable("planning_clauses");
        builder.HasKey(clause => new { clause.Plan, clause.Id });
        builder.BelongsToPlan();
        builder.Property(clause => clause.Id).HasMaxLength(Lengths.Id);
    }
}

internal sealed class ItemMapping : IEntityTypeConfiguration<ItemRow>
{
    public void Configure(EntityTypeBuilder<ItemRow> builder)
    {
        builder.ToTable("planning_items");
        builder.HasKey(item => new { item.Plan, item.Kind, item.Code });
        builder.BelongsToPlan();
        builder.Property(item => item.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(item => item.Code).HasMaxLength(Lengths.Id);
        builder.Ignore(item => item.Title).Ignore(item => item.Text);
    }
}
