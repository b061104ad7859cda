using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>What was found in a table: counted by code, the first of them said, all of them kept in a file where one is asked for.</summary>
internal sealed class FindingLog(TextWriter error, TableWriter? file) : IDisposable
{
    private const int Shown = 20;

    private readonly SortedDictionary<string, (long Count, Finding First)> codes = new(StringComparer.Ordinal);
    private bool headed;

    /// <summary>Findings in all.</summary>
    public long Count { get; private set; }

    /// <summary>Counts a finding.</summary>
    public void Add(Finding finding)
    {
        Count++;
        codes[finding.Code] = codes.TryGetValue(finding.Code, out var before) ? (before.Count + 1, before.First) : (1, finding);
        if (Count <= Shown)
        {
            error.WriteLine(finding.ToString());
        }

        Keep(finding);
    }

    /// <summary>Keeps a finding that is said elsewhere.</summary>
    public void Note(Finding finding) => Keep(finding);

    /// <summary>Says how many there were of each code, where not all were said.</summary>
    public void Say()
    {
        if (Count > Shown)
        {
            var counts = string.Join(", ", codes.Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Key} × {code.Value.Count:N0}")));
            error.WriteLine(Texts.MoreFindings(Count - Shown, counts, file is null).Here);
        }
    }

    /// <summary>The file of findings takes its place, also after a refusal: it says why.</summary>
    public void Close()
    {
        Head();
        file?.Commit();
    }

    /// <summary>Leaves no half file behind.</summary>
    public void Dispose() => file?.Dispose();

    private void Keep(Finding finding)
    {
        Head();
        file?.Row(
            finding.Code, finding.Place?.Source ?? "", finding.Place?.Line?.ToString(CultureInfo.InvariantCulture) ?? "", finding.Place?.Column ?? "",
            finding.Message.Zh, finding.Message.En ?? "");
    }

    private void Head()
    {
        if (!headed)
        {
            file?.Row("code", "file", "line", "column", "zh", "en");
            headed = true;
        }
    }
}
