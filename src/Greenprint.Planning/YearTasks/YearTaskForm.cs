using System.Globalization;
using Greenprint.Planning.Office;
using Greenprint.Ui;
using Greenprint.Ui.Forms;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.YearTasks;

/// <summary>A year task as somebody types it: everything is text until it is read.</summary>
public sealed record YearTaskForm
{
    private const int EffectRows = 2;

    /// <summary>The revision that the editor saw.</summary>
    public int? Seen { get; init; }

    /// <summary>Year.</summary>
    public string Year { get; init; } = "";

    /// <summary><c>key-task/t1</c> or <c>measure/m3</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Title, Chinese.</summary>
    public string Title { get; init; } = "";

    /// <summary>Title, English.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>Quantity.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>What it counts.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Due date.</summary>
    public string Due { get; init; } = "";

    /// <summary>Id of the lead unit.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Ids of the supporting units.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>Id of the accountable person.</summary>
    public string Accountable { get; init; } = "";

    /// <summary>Acceptance criterion, Chinese.</summary>
    public string Criterion { get; init; } = "";

    /// <summary>Acceptance criterion, English.</summary>
    public string CriterionEn { get; init; } = "";

    /// <summary>Class of proof, 1 to 4.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Code of the whole.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Code of the place.</summary>
    public string Place { get; init; } = "";

    /// <summary>Codes of tasks to be done first, in one line.</summary>
    public string DependsOn { get; init; } = "";

    /// <summary>Expected effects, with empty rows for more.</summary>
    public IReadOnlyList<EffectForm> Effects { get; init; } = [];

    /// <summary>Remark.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Reason.</summary>
    public string Why { get; init; } = "";

    /// <summary>What a browser sent.</summary>
    internal static YearTaskForm Of(IFormCollection form)
    {
        string Text(string name) => form[name].ToString();
        var (indicators, directions, amounts) = (form["effect"], form["direction"], form["amount"]);
        return new()
        {
            Seen = int.TryParse(Text("seen"), CultureInfo.InvariantCulture, out var seen) ? seen : null,
            Year = Text("year"),
            Source = Text("source"),
            Title = Text("title"),
            TitleEn = Text("title-en"),
            Quantity = Text("quantity"),
            Unit = Text("unit"),
            Due = Text("due"),
            Lead = Text("lead"),
            Support = [.. form["support"].OfType<string>()],
            Accountable = Text("accountable"),
            Criterion = Text("criterion"),
            CriterionEn = Text("criterion-en"),
            Evidence = Text("evidence"),
            Parent = Text("parent"),
            Place = Text("place"),
            DependsOn = Text("depends"),
            Effects = [.. indicators.Select((indicator, i) => new EffectForm(indicator ?? "", directions.ElementAtOrDefault(i) ?? "", amounts.ElementAtOrDefault(i) ?? ""))],
            Remark = Text("remark"),
            Why = Text("why"),
        };
    }

    /// <summary>A task as it stands.</summary>
    internal static YearTaskForm Of(YearTask task) => Of(task.Content) with { Seen = task.Revision };

    internal static YearTaskForm Of(YearTaskContent task) => new()
    {
        Year = task.Year.ToString(CultureInfo.InvariantCulture),
        Source = Text(task.Source),
        Title = task.Title.Zh,
        TitleEn = task.Title.En ?? "",
        Quantity = task.Quantity is { } quantity ? Figures.Exact(quantity) : "",
        Unit = task.Unit ?? "",
        Due = TaskWords.Day(task.Due),
        Lead = task.Lead,
        Support = task.Support,
        Accountable = task.Accountable ?? "",
        Criterion = task.Criterion?.Zh ?? "",
        CriterionEn = task.Criterion?.En ?? "",
        Evidence = task.Evidence is { } evidence ? ((int)evidence).ToString(CultureInfo.InvariantCulture) : "",
        Parent = task.Parent ?? "",
        Place = task.Place ?? "",
        DependsOn = string.Join("、", task.DependsOn),
        Effects =
        [
            .. task.Effects.Select(effect => new EffectForm(effect.Indicator, effect.Direction.ToString(), effect.Amount is { } amount ? Figures.Exact(amount) : "")),
            .. Enumerable.Repeat(new EffectForm("", "", ""), EffectRows),
        ],
        Remark = task.Remark ?? "",
    };

    /// <summary>A new task of what the plan says: the fields that the plan fills are filled.</summary>
    internal static YearTaskForm For(PlanView plan, YearTaskSource? source, int year)
    {
        var measure = source?.Kind == YearTaskSourceKind.Measure ? plan.Measures.FirstOrDefault(one => one.Code == source.Code) : null;
        var keyTask = source?.Kind == YearTaskSourceKind.KeyTask ? plan.KeyTasks.FirstOrDefault(one => one.Code == source.Code) : null;
        var lead = measure is { } ? measure.Lead.Select(unit => unit.Unit).FirstOrDefault(unit => unit is not null) : keyTask?.Lead;
        IEnumerable<string> support = measure is { } ? measure.Lead.Concat(measure.Support).Select(unit => unit.Unit).OfType<string>() : keyTask?.Support ?? [];
        var under = measure?.KeyTask ?? keyTask?.Code;
        return new()
        {
            Year = year.ToString(CultureInfo.InvariantCulture),
            Source = source is null ? "" : Text(source),
            Title = Sentence(measure?.Text.Zh) ?? "",
            TitleEn = Sentence(measure?.Text.En) ?? "",
            Due = string.Create(CultureInfo.InvariantCulture, $"{year}-12-31"),
            Lead = lead ?? "",
            Support = [.. support.Where(unit => unit != lead).Distinct(StringComparer.Ordinal)],
            Evidence = "3",
            Effects =
            [
                .. plan.Indicators.Where(indicator => under is not null && indicator.KeyTasks.Contains(under) && indicator.Direction != DesiredDirection.None).Take(measure is null ? 0 : EffectRows)
                    .Select(indicator => new EffectForm(indicator.Code, (indicator.Direction == DesiredDirection.Up ? EffectDirection.Raises : EffectDirection.Lowers).ToString(), "")),
                .. Enumerable.Repeat(new EffectForm("", "", ""), EffectRows),
            ],
        };
    }

    /// <summary>What was typed as a content; where a field cannot be read, why.</summary>
    internal (YearTaskContent? Content, IReadOnlyList<FormError> Errors) Read()
    {
        List<FormError> errors = [];
        if (!int.TryParse(Year, CultureInfo.InvariantCulture, out var year))
        {
            errors.Add(new("year", ("请选择年度。", "Choose the year.")));
        }

        if (!DateOnly.TryParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            errors.Add(new("due", ("请填写完成时限，例如 2026-12-31。", "Give the day it is due, for example 2026-12-31.")));
        }

        if (!RevisionForm.TryNumber(Quantity, out var quantity))
        {
            errors.Add(new("quantity", ("工作量请用阿拉伯数字，例如 320 或 1.5。", "Write the quantity in digits, for example 320 or 1.5.")));
        }

        if (Source.Split('/') is not [("key-task" or "measure") and var kind, { Length: > 0 } code])
        {
            errors.Add(new("source", ("请选择所属的重点任务或措施。", "Choose the key task or measure.")));
            return (null, errors);
        }

        List<ExpectedEffect> effects = [];
        foreach (var row in Effects.Where(row => row.Indicator.Length > 0))
        {
            if (!RevisionForm.TryNumber(row.Amount, out var amount) || !Enum.TryParse<EffectDirection>(row.Direction, out var direction))
            {
                errors.Add(new("effects", ("预期效果请选方向，数值用阿拉伯数字。", "Choose the direction of an effect, and write its amount in digits.")));
                break;
            }

            effects.Add(new(row.Indicator, direction, amount));
        }

        return errors.Count > 0 ? (null, errors) : (
            new(year, new(kind == "measure" ? YearTaskSourceKind.Measure : YearTaskSourceKind.KeyTask, code), new(Title, Blank(TitleEn)), due, Lead)
            {
                Quantity = quantity,
                Unit = Blank(Unit),
                Support = Support,
                Accountable = Blank(Accountable),
                Criterion = Blank(Criterion) is { } criterion ? new(criterion, Blank(CriterionEn)) : null,
                Evidence = int.TryParse(Evidence, CultureInfo.InvariantCulture, out var evidence) ? (EvidenceClass)evidence : null,
                Parent = Blank(Parent),
                Place = Blank(Place),
                DependsOn = [.. DependsOn.Normalize(System.Text.NormalizationForm.FormKC).Split([' ', ',', '、', ';', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
                Effects = effects,
                Remark = Blank(Remark),
            },
            errors);
    }

    /// <summary>How a source is named in an address and a form.</summary>
    internal static string Text(YearTaskSource source) => (source.Kind == YearTaskSourceKind.Measure ? "measure/" : "key-task/") + source.Code;

    private static string? Sentence(string? text) => text?.TrimEnd('。', '.', '；', ';', ' ');

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A row of the expected effects as typed.</summary>
/// <param name="Indicator">Code of the indicator; empty for an unused row.</param>
/// <param name="Direction">Name of the direction.</param>
/// <param name="Amount">The amount.</param>
public sealed record EffectForm(string Indicator, string Direction, string Amount);
