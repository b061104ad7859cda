using System.Text;
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

    /// <summary>The filter of an address.</summary>
    internal static HealthFilter Of(IQueryCollection query) => new()
    {
        Severity = HealthText.Read<HealthSeverity>(query["severity"]),
        Group = HealthText.Read<HealthGroup>(query["group"]),
        Code = Blank(query["code"]),
        Unit = Blank(query["unit"]),
        Text = Blank(query["q"]),
    };

    /// <summary>The address's query, beginning with a question mark; empty where everything is shown.</summary>
    internal string Query()
    {
        var query = new StringBuilder();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        Add("severity", Severity is { } severity ? HealthText.Key(severity) : null);
        Add("group", Group is { } group ? HealthText.Key(group) : null);
        Add("code", Code);
        Add("unit", Unit);
        Add("q", Text);
        return query.ToString();
    }

    /// <summary>True where a finding is shown.</summary>
    internal bool Shows(HealthFinding finding) =>
        (Severity is null || finding.Rule.Severity == Severity)
        && (Group is null || finding.Rule.Group == Group)
        && (Code is null || finding.Rule.Code == Code)
        && (Unit is null || finding.Unit == Unit)
        && (Text is null || new[] { finding.Name.Zh, finding.Name.En, finding.Detail.Zh, finding.Detail.En }.Any(text => text?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
