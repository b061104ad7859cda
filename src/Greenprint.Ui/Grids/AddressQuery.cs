using System.Text;
using Microsoft.Extensions.Primitives;

namespace Greenprint.Ui.Grids;

/// <summary>What a list shows as it stands in its address: written and read by every filter alike.</summary>
public static class AddressQuery
{
    /// <summary>The query of these parts, beginning with a question mark; a part without a value is left out.</summary>
    /// <param name="parts">Their names and values, in order.</param>
    /// <returns>Empty where no part has a value.</returns>
    public static string Of(params IEnumerable<(string Name, string? Value)> parts)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return query.ToString();
    }

    /// <summary>A part of an address without blanks around it; null where it says nothing.</summary>
    public static string? Text(StringValues part) => part.ToString().Trim() is { Length: > 0 } text ? text : null;
}
