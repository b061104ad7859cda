using System.Text;
using Greenprint.Platform;
using Greenprint.Server.Calculations.Tables;
using nietras.SeparatedValues;

namespace Greenprint.Server.Tests.Calculations;

/// <summary>What a verb made of a table: exit code or refusal, rows, what it said.</summary>
internal sealed record Answer(string? Refusal, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, string Said)
{
    public string this[string column] => Rows[0][column];
}

/// <summary>A table in a folder of its own, calculated as a person would.</summary>
internal sealed class GivenTable : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("greenprint-table-").FullName;

    public string Input => Path.Combine(folder, "in.csv");

    public string Output => Path.Combine(folder, "out.csv");

    public string Findings => Path.Combine(folder, "findings.csv");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static Answer Calculated(string text, Func<TableOrder, TextWriter, int> verb, string columns = "", bool strict = false, params string[] accepted)
    {
        using var table = new GivenTable();
        return table.Calculate(Encoding.UTF8.GetBytes(text), verb, columns, strict, accepted);
    }

    public Answer Calculate(byte[] content, Func<TableOrder, TextWriter, int> verb, string columns = "", bool strict = false, params string[] accepted)
    {
        File.WriteAllBytes(Input, content);
        var error = new StringWriter();
        try
        {
            Assert.Equal(0, verb(new(Input, Output, TableOptions.Pairs([columns]), Findings, strict, accepted), error));
        }
        catch (RefusedException refused)
        {
            Assert.False(File.Exists(Output), "A refused table left a result.");
            Assert.Empty(Directory.EnumerateFiles(folder, ".*"));
            return new(refused.Finding.Code, [], error.ToString() + refused.Finding);
        }

        Assert.Empty(Directory.EnumerateFiles(folder, ".*"));
        return new(null, Read(Output), error.ToString());
    }

    /// <summary>Another file beside the input.</summary>
    public string Beside(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true }).FromFile(file);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (var row in reader)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var column in reader.Header.ColNames)
            {
                cells[column] = row[column].ToString();
            }

            rows.Add(cells);
        }

        return rows;
    }
}
