using System.Text.Json.Serialization;
using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Portal.Indicators;
using Greenprint.Quantities;

namespace Greenprint.Portal.OpenData;

/// <summary>Stands first in every answer that carries invented data; null otherwise.</summary>
/// <param name="Mark">演示数据.</param>
/// <param name="Text">What it means.</param>
public sealed record DemoNotice(string Mark, Bilingual Text)
{
    internal static DemoNotice? For(bool demo) => demo
        ? new("演示数据", new("地名、单位和数据均为虚构，仅供演示。", "Demo data: places, bodies and figures are invented."))
        : null;
}

/// <summary>The public plans.</summary>
public sealed record PlanList(DemoNotice? Demo, IReadOnlyList<OpenPlan> Plans);

/// <summary>A plan with the standing of each indicator on a day.</summary>
public sealed record PlanData(
    DemoNotice? Demo, OpenPlan Plan, DateOnly AsOf, IReadOnlyList<Bilingual> Goals, IReadOnlyList<OpenKeyTask> KeyTasks, IReadOnlyList<OpenIndicator> Indicators,
    IReadOnlyList<OpenProject> Projects);

/// <summary>An indicator with its values.</summary>
public sealed record IndicatorData(
    DemoNotice? Demo, OpenPlan Plan, DateOnly AsOf, OpenIndicator Indicator, IReadOnlyList<OpenValue> Values, IReadOnlyList<OpenDifference> Differences);

/// <summary>A plan in one line.</summary>
public sealed record OpenPlan(
    string Id, string Region, Bilingual Title, int Start, int End, [property: JsonConverter(typeof(JsonStringEnumConverter<PlanStatus>))] PlanStatus Status, bool Demo)
{
    internal static OpenPlan Of(PlanSummary plan) => new(plan.Id, plan.Region, plan.Title, plan.Start, plan.End, plan.Status, plan.IsDemo);
}

/// <summary>A key task.</summary>
public sealed record OpenKeyTask(string Code, string Number, Bilingual Title);

/// <summary>A project as the plan lists it.</summary>
/// <param name="Code">Stable within the plan.</param>
/// <param name="Number">As printed.</param>
/// <param name="Category">Group of projects.</param>
/// <param name="Name">Name.</param>
/// <param name="Content">What is built.</param>
/// <param name="Period">Years of construction as printed.</param>
/// <param name="Start">First year, where given.</param>
/// <param name="End">Last year, where given.</param>
/// <param name="Investment">Money as printed, with its number where it has one.</param>
/// <param name="Lead">Names of the units that lead.</param>
/// <param name="Support">Names of the units that support.</param>
public sealed record OpenProject(
    string Code, string Number, Bilingual? Category, Bilingual Name, Bilingual? Content, string? Period, int? Start, int? End, PlannedMoney? Investment,
    IReadOnlyList<string> Lead, IReadOnlyList<string> Support)
{
    internal static OpenProject Of(ProjectView project, IReadOnlyDictionary<string, Bilingual> units) => new(
        project.Code, project.Number, project.Category, project.Name, project.Content, project.Period, project.Start, project.End, project.Investment,
        [.. project.Lead.Select(unit => unit.Here(units, english: false))], [.. project.Support.Select(unit => unit.Here(units, english: false))]);
}

/// <summary>An indicator with its target and standing.</summary>
/// <param name="Code">Stable within the plan.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Unit">As in the plan.</param>
/// <param name="Decimals">Places of the published figure.</param>
/// <param name="Nature">约束性 and so on.</param>
/// <param name="Deciding">The origin that decides.</param>
/// <param name="Baseline">Where it stood.</param>
/// <param name="Latest">The value that the standing rests on.</param>
/// <param name="Target">What shall be reached.</param>
/// <param name="Steps">Targets of single years.</param>
/// <param name="State">Permanent name of the state.</param>
/// <param name="StateLabel">Its word.</param>
/// <param name="Progress">Share of the way from baseline to target, un-capped; null where it has no meaning.</param>
/// <param name="Gap">Missing to the target; zero or negative is met by so much; null without a number.</param>
/// <param name="GapText">The wording of the pages.</param>
/// <param name="Why">By which rule.</param>
public sealed record OpenIndicator(
    string Code,
    Bilingual Name,
    string Unit,
    int Decimals,
    [property: JsonConverter(typeof(JsonStringEnumConverter<IndicatorNature>))] IndicatorNature? Nature,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ValueOrigin>))] ValueOrigin Deciding,
    OpenFigure? Baseline,
    OpenFigure? Latest,
    OpenTarget Target,
    IReadOnlyList<OpenStep> Steps,
    string State,
    Bilingual StateLabel,
    decimal? Progress,
    decimal? Gap,
    Bilingual GapText,
    Bilingual Why)
{
    internal static OpenIndicator Of(IndicatorSheet sheet)
    {
        var (indicator, standing) = (sheet.Indicator, sheet.Standing);
        return new(
            indicator.Code,
            indicator.Name,
            indicator.Unit,
            indicator.Decimals,
            indicator.Nature,
            indicator.Deciding,
            indicator.Baseline is { } baseline ? new(Period.OfYear(baseline.Year).ToString(), baseline.Value) : null,
            standing.Latest is { } latest ? new(latest.Period.ToString(), latest.Value) : null,
            new(indicator.Target.Kind, indicator.Target.Year, indicator.Target.Value, indicator.Target.Upper, indicator.Target.Text),
            [.. indicator.Steps.Select(step => new OpenStep(step.Year, step.Value))],
            sheet.State.Key,
            sheet.State.Label,
            standing.Progress,
            standing.Gap,
            sheet.Gap.Sentence(sheet.Unit, sheet.Decimals),
            standing.Why);
    }
}

/// <summary>A value with its period, unrounded.</summary>
public sealed record OpenFigure(string Period, decimal? Value);

/// <summary>A target.</summary>
public sealed record OpenTarget(
    [property: JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))] TargetKind Kind, int Year, decimal? Value, decimal? Upper, Bilingual Text);

/// <summary>The target of one year.</summary>
public sealed record OpenStep(int Year, decimal Value);

/// <summary>A value of one origin and period. Who entered it is on the record, but not public.</summary>
public sealed record OpenValue(
    string Period,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ValueOrigin>))] ValueOrigin Origin,
    int Revision,
    decimal? Value,
    decimal? Published,
    Bilingual? NotGiven,
    bool Provisional,
    string? Document,
    string? Run,
    DateTimeOffset RecordedAt)
{
    internal static OpenValue Of(IndicatorValue value) => new(
        value.Period.ToString(), value.Origin, value.Revision, value.Value, value.Published, value.NotGiven, value.Provisional, value.Document, value.Run, value.RecordedAt);
}

/// <summary>Two origins disagree for one period.</summary>
/// <param name="Period">For which.</param>
/// <param name="Deciding">The origin that decides.</param>
/// <param name="Other">The other origin.</param>
/// <param name="Difference">The other less the deciding one.</param>
public sealed record OpenDifference(
    string Period,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ValueOrigin>))] ValueOrigin Deciding,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ValueOrigin>))] ValueOrigin Other,
    decimal Difference);
