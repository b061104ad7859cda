using System.Globalization;
using Greenprint.Standards.Tables;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests;

/// <summary>One row of a <c>cases.csv</c>: typed by hand from the standard's text, never by the code under test.</summary>
/// <param name="Edition">The edition it is worked under.</param>
/// <param name="Source">File, below <c>data/standards</c> or <c>docs/methods</c>.</param>
/// <param name="Line">Line.</param>
/// <param name="Method">What is computed.</param>
/// <param name="Kind"><c>plain</c>, <c>limit</c> or <c>invalid</c>.</param>
/// <param name="Input">Named values.</param>
/// <param name="Expected">The answer, typed by hand.</param>
public sealed record Case(string Edition, string Source, int Line, string Method, string Kind, string Input, string Expected)
{
    /// <summary>A value of the input, or null.</summary>
    public string? this[string key] => Input.Split(';')
        .Select(part => part.Split('=', 2)).Where(part => part[0] == key).Select(part => part[1]).FirstOrDefault();

    /// <summary>All of the input, as pairs.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs =>
        Input.Length == 0 ? [] : Input.Split(';').Select(part => part.Split('=', 2)).Select(part => KeyValuePair.Create(part[0], part[1]));

    /// <summary>A value of the input that must be there.</summary>
    public string Get(string key) => this[key] ?? throw new InvalidOperationException($"{this}: '{key}' is missing.");

    /// <summary>A number of the input.</summary>
    public decimal Number(string key) => decimal.Parse(Get(key), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>Where it stands and what it says.</summary>
    public override string ToString() => $"{Source} line {Line}: {Method} {Input} → {Expected}";
}

/// <summary>Reads the cases of every edition.</summary>
internal static class CaseFiles
{
    /// <summary>The cases beside the editions.</summary>
    internal static IReadOnlyList<Case> OfEditions { get; } = [.. TestStandards.Library.Editions.SelectMany(edition => Read(edition.Id))];

    /// <summary>The worked examples of <c>docs/methods</c>: what the manual says is run as well.</summary>
    internal static IReadOnlyList<Case> OfManual { get; } = [.. Directory.GetFiles(RepositoryRoot.Combine("docs", "methods"), "*.md").Order().SelectMany(ReadPage)];

    /// <summary>The cases of some methods, as test rows.</summary>
    internal static TheoryData<Case> Of(params string[] methods)
    {
        var data = new TheoryData<Case>();
        foreach (var row in OfEditions.Concat(OfManual).Where(row => methods.Contains(row.Method)))
        {
            data.Add(row);
        }

        return data;
    }

    private static IEnumerable<Case> Read(string edition)
    {
        var file = Path.Combine(TestStandards.Folder, edition, "cases.csv");
        using var text = File.OpenText(file);
        foreach (var row in CsvTable.Read(file, text, "method", "kind", "input", "expected", "clause", "note").Rows)
        {
            yield return new(edition, $"{edition}/cases.csv", row.Line, row["method"], row["kind"], row["input"], row["expected"]);
        }
    }

    /// <summary>Lines <c>method,kind,input,expected</c> in a block that begins with <c>```cases EDITION</c>.</summary>
    private static IEnumerable<Case> ReadPage(string file)
    {
        string? edition = null;
        foreach (var (at, line) in File.ReadLines(file).Index())
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                edition = line.StartsWith("```cases ", StringComparison.Ordinal) ? line["```cases ".Length..] : null;
            }
            else if (edition is not null)
            {
                var cells = line.Split(',');
                yield return new(edition, Path.GetFileName(file), at + 1, cells[0], cells[1], cells[2], cells[3]);
            }
        }
    }
}
