using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning.Confirming.Screen;

/// <summary>What kinds, states and changes of found items are called on the screen.</summary>
internal static class FoundWords
{
    public static Bilingual Of(FoundKind kind) => kind switch
    {
        FoundKind.Goal => ("目标", "Goal"),
        FoundKind.Indicator => ("指标", "Indicator"),
        FoundKind.KeyTask => ("重点任务", "Key task"),
        FoundKind.Measure => ("措施", "Measure"),
        FoundKind.Project => ("项目", "Project"),
        FoundKind.Safeguard => ("保障措施", "Safeguard"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A new kind needs its word."),
    };

    public static Bilingual Plural(FoundKind kind) => (Of(kind).Zh, Of(kind).En + "s");

    public static Bilingual Of(FoundState state) => state switch
    {
        FoundState.Open => ("待核对", "Open"),
        FoundState.Accepted => ("已采纳", "Accepted"),
        FoundState.Corrected => ("已修改", "Corrected"),
        FoundState.Rejected => ("不采纳", "Rejected"),
        FoundState.Added => ("补充", "Added by hand"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A new state needs its word."),
    };

    /// <summary>Null where there is nothing to say: no version before, or the same words.</summary>
    public static Bilingual? Of(FoundChange change) => change switch
    {
        FoundChange.Added => ("本版新增", "New in this version"),
        FoundChange.Changed => ("与上一版不同", "Differs from the version before"),
        FoundChange.Removed => ("本版已无", "Gone in this version"),
        _ => null,
    };

    /// <summary>The second line of an item in the list: its figures, its money, or who leads.</summary>
    public static string Brief(FoundItem item)
    {
        var content = item.Content;
        var parts = item.Kind switch
        {
            FoundKind.Indicator => [Figures(content), content.Unit],
            FoundKind.Project => [content.Period, content.MoneyText ?? (content.Money is { } money ? Plain(money) + content.MoneyUnit : null), Names(content.Lead)],
            FoundKind.Goal => [],
            _ => new[] { Names(content.Lead) },
        };
        var brief = string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return brief.Length > 0 ? brief : item.Place.Page is { } page ? new Bilingual($"第 {page} 页", $"Page {page}").Here : "";
    }

    /// <summary>The reader's confidence, in whole per cent.</summary>
    public static string Percent(decimal confidence) => Plain(decimal.Round(confidence * 100, 0, MidpointRounding.ToEven)) + "%";

    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string? Names(IReadOnlyList<string>? names) => names is { Count: > 0 } ? string.Join("、", names) : null;

    private static string? Figures(FoundContent content)
    {
        var (from, to) = (content.BaselineText ?? (content.BaselineValue is { } value ? Plain(value) : null), content.TargetText ?? (content.TargetValue is { } target ? Plain(target) : null));
        return (from, to) switch
        {
            (null, null) => null,
            (null, _) => to,
            (_, null) => from,
            _ => $"{from} → {to}",
        };
    }
}
