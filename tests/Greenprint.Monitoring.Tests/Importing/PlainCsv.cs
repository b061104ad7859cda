using System.Text;

namespace Greenprint.Monitoring.Tests.Importing;

/// <summary>RFC 4180 in the plainest form, to check the importer against.</summary>
internal static class PlainCsv
{
    public static IEnumerable<string[]> Rows(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return [.. cells];
                    cells.Clear();
                }
            }
            else if (quoted || c != '\r')
            {
                cell.Append(c);
            }
        }
    }
}
