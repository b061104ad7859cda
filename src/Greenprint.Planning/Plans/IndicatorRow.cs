using System.Text.Json;
using Greenprint.Planning.Targets;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Plans;

internal sealed class IndicatorRow
{
    public required string Plan { get; init; }

    public required string Code { get; init; }

    public required int Position { get; init; }

    public required string NameZh { get; init; }

    public string? NameEn { get; init; }

    public required string Group { get; init; }

    public required string Unit { get; init; }

    public required int Decimals { get; init; }

    public required DesiredDirection Direction { get; init; }

    public IndicatorNature? Nature { get; init; }

    /// <summary>Codes of key tasks, as JSON.</summary>
    public required string KeyTasks { get; init; }

    public required ValueOrigin Deciding { get; init; }

    public string? Method { get; init; }

    /// <summary>The method's arguments, as JSON.</summary>
    public string? Arguments { get; init; }

    public string? DefinitionZh { get; init; }

    public string? DefinitionEn { get; init; }

    public IndicatorState? DecisionState { get; init; }

    public string? DecisionDocument { get; init; }

    public DateOnly? DecisionOn { get; init; }

    public static IndicatorRow Of(IndicatorView indicator, int position) => new()
    {
        Plan = indicator.Plan,
        Code = indicator.Code,
        Position = position,
        NameZh = indicator.Name.Zh,
        NameEn = indicator.Name.En,
        Group = indicator.Group,
        Unit = indicator.Unit,
        Decimals = indicator.Decimals,
        Direction = indicator.Direction,
        Nature = indicator.Nature,
        KeyTasks = JsonSerializer.Serialize(indicator.KeyTasks),
        Deciding = indicator.Deciding,
        Method = indicator.Method?.Method,
        Arguments = indicator.Method is { } method ? JsonSerializer.Serialize(method.Arguments) : null,
        DefinitionZh = indicator.Definition?.Zh,
        DefinitionEn = indicator.Definition?.En,
        DecisionState = indicator.Decision?.State,
        DecisionDocument = indicator.Decision?.Document,
        DecisionOn = indicator.Decision?.On,
    };

    public IndicatorView ToView(
        IReadOnlyList<ResponsibilityRow> responsibilities, BaselineRow? baseline, TargetRow target, Target? original, IReadOnlyList<AnnualTarget> steps) => new(
        Plan,
        Code,
        new Bilingual(NameZh, NameEn),
        Group,
        Unit,
        Decimals,
        Direction,
        Nature,
        JsonSerializer.Deserialize<List<string>>(KeyTasks)!,
        responsibilities.FirstOrDefault(duty => duty.Part == Part.Lead)?.Unit,
        [.. responsibilities.Where(duty => duty.Part == Part.Support).OrderBy(duty => duty.Position).Select(duty => duty.Unit)],
        Deciding,
        Method is null ? null : new MethodBinding(Method, JsonSerializer.Deserialize<Dictionary<string, string>>(Arguments!)!),
        baseline?.ToBaseline(),
        target.ToTarget(),
        original,
        steps,
        DefinitionZh is null ? null : new Bilingual(DefinitionZh, DefinitionEn),
        DecisionState is { } state ? new IndicatorDecision(state, DecisionDocument!, DecisionOn!.Value) : null);
}

/// <summary>Where an indicator stood before the plan; a correction is a further revision.</summary>
internal sealed class BaselineRow
{
    public required string Plan { get; init; }

    public required string Indicator { get; init; }

    public required int Revision { get; init; }

    public required int Year { get; init; }

    public decimal? Value { get; init; }

    public required string TextZh { get; init; }

    public string? TextEn { get; init; }

    /// <summary>Date of the document that corrected it; null for the plan's own.</summary>
    public DateOnly? On { get; init; }

    public static BaselineRow Of(string plan, string indicator, int revision, Baseline baseline, DateOnly? on = null) => new()
    {
        Plan = plan,
        Indicator = indicator,
        Revision = revision,
        Year = baseline.Year,
        Value = baseline.Value,
        TextZh = baseline.Text.Zh,
        TextEn = baseline.Text.En,
        On = on,
    };

    public Baseline ToBaseline() => new(Year, Figure.Trimmed(Value), new Bilingual(TextZh, TextEn));
}

internal enum Part
{
    Lead,
    Support,
}

/// <summary>Who answers for what (责任分工): a unit's part in an indicator, a key task, a project or a measure.</summary>
internal sealed class ResponsibilityRow
{
    public required string Plan { get; init; }

    /// <summary>One of <see cref="Subjects"/>.</summary>
    public required string Subject { get; init; }

    public required string Code { get; init; }

    public required Part Part { get; init; }

    public required int Position { get; init; }

    /// <summary>Id of the unit; empty where a document names one that is not known here.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit as printed; null where only its id is given.</summary>
    public string? Name { get; init; }
}

/// <summary>What a responsibility is about.</summary>
internal static class Subjects
{
    public const string Indicator = "indicator";

    public const string KeyTask = "key-task";

    public const string Project = "project";

    public const string Measure = "measure";

    /// <summary>The units of one part in the order of the plan.</summary>
    public static IReadOnlyList<NamedUnit> Named(this IEnumerable<ResponsibilityRow> duties, Part part) =>
        [.. duties.Where(duty => duty.Part == part).OrderBy(duty => duty.Position).Select(duty => new NamedUnit(duty.Name, duty.Unit.Length == 0 ? null : duty.Unit))];
}

internal sealed class IndicatorMapping : IEntityTypeConfiguration<IndicatorRow>
{
    public void Configure(EntityTypeBuilder<IndicatorRow> builder)
    {
        builder.ToTable("planning_indicators");
        builder.HasKey(indicator => new { indicator.Plan, indicator.Code });
        builder.BelongsToPlan();
        builder.Property(indicator => indicator.Code).HasMaxLength(Lengths.Id);
        builder.Property(indicator => indicator.Group).HasMaxLength(Lengths.Id);
        builder.Property(indicator => indicator.Direction).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(indicator => indicator.Nature).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(indicator => indicator.Deciding).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(indicator => indicator.DecisionState).HasConversion<string>().HasMaxLength(Lengths.Word);
    }
}

internal sealed class BaselineMapping : IEntityTypeConfiguration<BaselineRow>
{
    public void Configure(EntityTypeBuilder<BaselineRow> builder)
    {
        builder.ToTable("planning_baselines");
        builder.HasKey(baseline => new { baseline.Plan, baseline.Indicator, baseline.Revision });
        builder.BelongsToPlan();
        builder.Property(baseline => baseline.Indicator).HasMaxLength(Lengths.Id);
    }
}

internal sealed class ResponsibilityMapping : IEntityTypeConfiguration<ResponsibilityRow>
{
    public void Configure(EntityTypeBuilder<ResponsibilityRow> builder)
    {
        builder.ToTable("planning_responsibilities");
        builder.HasKey(duty => new { duty.Plan, duty.Subject, duty.Code, duty.Part, duty.Position });
        builder.BelongsToPlan();
        builder.Property(duty => duty.Subject).HasMaxLength(Lengths.Word);
        builder.Property(duty => duty.Code).HasMaxLength(Lengths.Id);
        builder.Property(duty => duty.Part).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(duty => duty.Unit).HasMaxLength(Lengths.Id);
    }
}
