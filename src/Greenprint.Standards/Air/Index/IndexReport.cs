using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>Which reading of the hourly report (实时报) of HJ 633-2012 is meant; the edition of 2026 has only one.</summary>
public enum HourlyPractice
{
    /// <summary>
    /// What the national platform publishes: 1 h means of SO2, NO2, CO and O3, and of PM10 and PM2.5 on the 24 h columns; O3-8h has its own sub-index but takes no
    /// part; an item that is missing does not keep the index of the others back. The default.
    /// </summary>
    Platform,

    /// <summary>Clause 5.1.3 with table 4: O3-8h takes part, and particles by their 24 h moving means.</summary>
    Text,
}

/// <summary>What an entry of a report is for.</summary>
public enum ReportRole
{
    /// <summary>Its sub-index takes part in the AQI.</summary>
    Decides,

    /// <summary>It has a sub-index of its own, which takes no part.</summary>
    Beside,

    /// <summary>It is shown as a concentration alone.</summary>
    Shown,
}

/// <summary>One entry of a report: a value, and the column of the index table that it is held against.</summary>
/// <param name="Of">What is measured, over what time.</param>
/// <param name="Column">The column; another than <paramref name="Of"/> where a 1 h mean of particles is held against the daily column.</param>
/// <param name="Role">Whether it takes part.</param>
/// <param name="Rule">Clause.</param>
public sealed record ReportItem(IndexItem Of, IndexItem Column, ReportRole Role, RuleReference Rule);

/// <summary>The daily (日报) or hourly (实时报) report of one edition: of what it is made, and when an AQI is given though an item is missing.</summary>
public sealed class IndexReport
{
    private readonly ScaledColumn?[] columns;

    internal IndexReport(IReadOnlyList<ReportItem> items, int? publishIncompleteAbove, RuleReference missingItemRule, Func<IndexItem, ScaledColumn> column)
    {
        Items = items;
        (PublishIncompleteAbove, MissingItemRule) = (publishIncompleteAbove, missingItemRule);
        columns = [.. items.Select(item => item.Role == ReportRole.Shown ? null : column(item.Column))];
    }

    /// <summary>The entries, in the order in which primary pollutants are named.</summary>
    public IReadOnlyList<ReportItem> Items { get; }

    /// <summary>An AQI with a missing item is published only above this (100); null where a missing item never keeps it back.</summary>
    public int? PublishIncompleteAbove { get; }

    /// <summary>The clause about missing items.</summary>
    public RuleReference MissingItemRule { get; }

    /// <summary>The column of an entry over whole numbers, or null for an entry without a sub-index.</summary>
    public ScaledColumn? Column(int item) => columns[item];

    internal static IndexReport Parse(RuleTable rules, string file, string prefix, string suffix, IReadOnlyList<Breakpoints> known, Func<IndexItem, ScaledColumn> column)
    {
        var own = rules.All($"{prefix}item{suffix}").Any() ? suffix : "";
        var items = rules.All($"{prefix}item{own}").Select(Item).ToList();
        var lacking = items.FirstOrDefault(item => item.Role != ReportRole.Shown && known.All(other => other.Of != item.Column));
        if (items.Count == 0 || lacking is not null)
        {
            throw new StandardTableException(file, 0, lacking is null
                ? $"The rule '{prefix}item' is missing." : $"The report asks for {lacking.Of.Label}, for which there are no break points.");
        }

        items.Sort((left, right) => IndexItem.InOrderOfNaming(left.Of, right.Of));
        var missing = $"{prefix}missing-item-publish-above{own}";
        var never = rules.All(missing).Any(row => row.Row["value"] == "always");
        return new(items, never ? null : rules.Whole(missing), rules.Rule(missing), column);
    }

    /// <summary><c>day</c>; <c>8h beside</c>; <c>hour shown</c>; <c>hour on day</c>: averaging of the value, then its role, or another column.</summary>
    private static ReportItem Item(RuleRow rule)
    {
        var item = rule.Item ?? throw rule.Row.Fault("An entry of a report needs its item.");
        var (of, column, role) = rule.Row.OneOf(
            "value",
            ("hour", (Averaging.Hour, Averaging.Hour, ReportRole.Decides)),
            ("8h", (Averaging.EightHours, Averaging.EightHours, ReportRole.Decides)),
            ("day", (Averaging.Day, Averaging.Day, ReportRole.Decides)),
            ("hour on day", (Averaging.Hour, Averaging.Day, ReportRole.Decides)),
            ("8h beside", (Averaging.EightHours, Averaging.EightHours, ReportRole.Beside)),
            ("hour shown", (Averaging.Hour, Averaging.Hour, ReportRole.Shown)));
        return new(new(item, of), new(item, column), role, rule.Rule);
    }
}
