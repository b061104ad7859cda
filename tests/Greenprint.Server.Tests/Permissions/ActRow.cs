using Greenprint.Testing;

namespace Greenprint.Server.Tests.Permissions;

/// <summary>
/// A row of <c>acts.csv</c>: who may do an act, typed by hand. Everybody of <see cref="SampleHost.People"/> who is not named is refused. Where a page is named the
/// act is its form; a form that ends in a question mark is one that the page does not offer as things stand, to nobody.
/// </summary>
internal sealed record ActRow(string Act, string Page, string Form, bool IsOffered, IReadOnlyList<string> Allowed)
{
    public static IReadOnlyList<ActRow> All { get; } =
    [
        .. from line in File.ReadLines(RepositoryRoot.Combine("tests", "Greenprint.Server.Tests", "acts.csv")).Skip(1)
           where line.Length > 0
           let cells = line.Split(',') is { Length: 4 } four ? four : throw new InvalidDataException($"acts.csv: not four cells: {line}")
           select new ActRow(cells[0], cells[1], cells[2].TrimEnd('?'), !cells[2].EndsWith('?'), cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];
}
