using Greenprint.Quantities;
using Greenprint.Ui.Grids;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.Health;

/// <summary>Which findings a list shows. It stands in the address, so that a list can be sent, kept and exported exactly as it is seen.</summary>
public sealed record HealthFilter
{
    /// <summary>How much they weigh; null for all.</summary>
    public HealthSeverity? Severity { get; init; }

    /// <summary>What they are about; null for all.</summary>
    public HealthGroup? Group { get; init; }

    /// <summary>Code of one rule; null for all.</summary>
    public string? Code { get; init; }

    /// <summary>Id of the unit whose matter they are; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>Words that they contain; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>By which column they are listed; else they stand by what is wrong, each with its advice.</summary>
    public GridSort Sort { get; init; }

    /// <summary>By which columns they can be listed.</summary>
    internal static GridColumns<(HealthFinding Finding, HealthReport Report)> Columns { get; } = new(
        ("code", row => row.Finding.Rule.Code),
        ("severity", row => row.Finding.Rule.Severity),
        ("about", row => row.Finding.Rule.Group),
        ("where", row => row.Finding.Name.Here),
        ("unit", row => row.Finding.Unit is { } unit ? row.Report.NameOf(unit).Here : null));

    /// <summary>The filter of an address.</summary>
    internal static HealthFilter Of(IQueryCollection query) => new()
    {
        Severity = HealthText.Read<HealthSeverity>(query["severity"]),
        Group = HealthText.Read<HealthGroup>(query["group"]),
        Code = AddressQuery.Text(query["code"]),
        Unit = AddressQuery.Text(query["unit"]),
        Text = AddressQuery.Text(query["q"]),
        Sort = GridSort.Of(query["sort"], Columns.Names),
    };

    /// <summary>The address's query, beginning with a question mark. For everything it is one too: an address without any opens with the view that its reader has chosen.</summary>
    internal string Query() => AddressQuery.Of(
        ("severity", Severity is { } severity ? HealthText.Key(severity) : null), ("group", Group is { } group ? HealthText.Key(group) : null), ("code", Code), ("unit", Unit), ("q", Text), ("sort", Sort.Text))
        is { Length: > 0 } query ? query : "?severity=";

    /// <summary>The findings of a report that are shown, in the order in which they are.</summary>
    internal IReadOnlyList<HealthFinding> Of(HealthReport report) =>
        [.. Sort.Order([.. report.Findings.Where(Shows).Select(finding => (finding, report))], Columns).Select(row => row.Item1)];

    /// <summary>What is chosen, in words, each with the filter without it.</summary>
    internal IReadOnlyList<(Bilingual Name, HealthFilter Without)> Chosen(HealthReport report)
    {
        List<(Bilingual, HealthFilter)> chosen = [];
        if (Severity is { } severity)
        {
            chosen.Add((HealthText.Of(severity), this with { Severity = null }));
        }

        if (Group is { } group)
        {
            chosen.Add((HealthText.Of(group), this with { Group = null }));
        }

        if (Code is { } code)
        {
            chosen.Add((report.Rules.FirstOrDefault(rule => rule.Code == code)?.Title ?? new(code), this with { Code = null }));
        }

        if (Unit is { } unit)
        {
            chosen.Add((report.NameOf(unit), this with { Unit = null }));
        }

        if (Text is { } text)
        {
            chosen.Add((($"包含“{text}”", $"contains '{text}'"), this with { Text = null }));
        }

        return chosen;
    }

    /// <summary>True where a finding is shown.</summary>
    internal bool Shows(HealthFinding finding) =>
        (Severity is null || finding.Rule.Severity == Severity)
        && (Group is null || finding.Rule.Group == Group)
        && (Code is null || finding.Rule.Code == Code)
        && (Unit is null || finding.Unit == Unit)
        && (Text is null || new[] { finding.Name.Zh, finding.Name.En, finding.Detail.Zh, finding.Detail.En }.Any(text => text?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true));
}
