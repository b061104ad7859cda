using System.Globalization;

namespace Greenprint.PlanText.Versions;

/// <summary>Ids for clauses that no earlier version had: the next number under the clause above, behind every number ever used there.</summary>
internal sealed class FreshIds
{
    private readonly HashSet<string> used;
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);

    public FreshIds(IEnumerable<string> used)
    {
        this.used = new HashSet<string>(used, StringComparer.Ordinal);
        foreach (var id in this.used)
        {
            var digits = id.AsSpan().TrimEnd("0123456789").Length;
            if (int.TryParse(id.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                var stem = id[..digits];
                last[stem] = Math.Max(last.GetValueOrDefault(stem), number);
            }
        }
    }

    /// <summary>A new id under the clause with this id; null: at the top.</summary>
    public string Under(string? parent)
    {
        var stem = parent is null ? "c" : parent + ".";
        string id;
        do
        {
            last[stem] = last.GetValueOrDefault(stem) + 1;
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}{last[stem]}");
        }
        while (!used.Add(id));

        return id;
    }
}
