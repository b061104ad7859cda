using System.Globalization;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.Adjusting;

/// <summary>What somebody typed about an act: everything is text until it is read.</summary>
public sealed record AdjustmentTyped
{
    /// <summary>The act.</summary>
    public string Do { get; init; } = "";

    /// <summary>The version that was seen.</summary>
    public int Seen { get; init; }

    /// <summary>Reason or remark.</summary>
    public string Why { get; init; } = "";

    /// <summary>Units to be asked.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Last day for opinions.</summary>
    public string Until { get; init; } = "";

    /// <summary>The unit that gives its opinion.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Opinion { get; init; } = "";

    /// <summary>Its text.</summary>
    public string OpinionText { get; init; } = "";

    /// <summary>The document that decides.</summary>
    public string Document { get; init; } = "";

    /// <summary>Its date.</summary>
    public string On { get; init; } = "";

    /// <summary>The document that allows a weaker target.</summary>
    public string Waiver { get; init; } = "";

    /// <summary>The document of who assigned the target.</summary>
    public string Assigner { get; init; } = "";

    internal static AdjustmentTyped Of(IFormCollection form) => new()
    {
        Do = form["do"].ToString(),
        Seen = int.TryParse(form["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : 0,
        Why = form["why"].ToString(),
        Units = [.. form["units"].OfType<string>()],
        Until = form["until"].ToString(),
        Unit = form["unit"].ToString(),
        Opinion = form["opinion"].ToString(),
        OpinionText = form["opinion-text"].ToString(),
        Document = form["document"].ToString(),
        On = form["on"].ToString(),
        Waiver = form["waiver"].ToString(),
        Assigner = form["assigner"].ToString(),
    };

    /// <summary>An empty form, with the units that carry out what is adjusted chosen to be asked, and two weeks to answer.</summary>
    internal static AdjustmentTyped For(AdjustmentSheet sheet, DateOnly today)
    {
        var proposal = sheet.Adjustment.Proposal;
        IEnumerable<string?> concerned = proposal switch
        {
            { NewTask: { } task } => task.Support.Prepend(task.Lead),
            { OldKeyTask: { } old, NewKeyTask: { } asked } => new[] { old.Lead, asked.Lead }.Concat(old.Support).Concat(asked.Support),
            _ => sheet.Indicator is { } indicator ? indicator.Support.Prepend(indicator.Lead!) : [],
        };
        return new()
        {
            Seen = sheet.Adjustment.Version,
            Units = sheet.Adjustment.Asked.Count > 0 ? [] : [.. concerned.OfType<string>().Distinct(StringComparer.Ordinal)],
            Until = AsOfDay.Text(sheet.Adjustment.OpinionsUntil is { } until && until > today ? until : today.AddDays(14)),
            Unit = sheet.Choices.SpeaksFor is [var first, ..] ? first : "",
        };
    }

    /// <summary>The act; null where no button of the page was pressed.</summary>
    internal AdjustmentOrder? Order() => !Enum.TryParse<AdjustmentAct>(Do, out var act) || !Enum.IsDefined(act) || act is AdjustmentAct.Draft or AdjustmentAct.Amend ? null : new(act, Seen)
    {
        Why = act == AdjustmentAct.GiveOpinion ? OpinionText : Why,
        Units = Units,
        Day = Day(act == AdjustmentAct.AskOpinions ? Until : On),
        Unit = Unit,
        Opinion = Enum.TryParse<OpinionKind>(Opinion, out var opinion) && Enum.IsDefined(opinion) ? opinion : null,
        Document = Document,
        Waiver = Waiver,
        Assigner = Assigner,
    };

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
