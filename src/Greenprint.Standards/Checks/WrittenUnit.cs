using Greenprint.Quantities;

namespace Greenprint.Standards.Checks;

/// <summary>Units as the heads of tables write them. A unit that is not understood is refused by whoever asked, never guessed.</summary>
public static class WrittenUnit
{
    /// <summary>The power of ten from one unit to another, or null where they do not measure the same or one is unknown.</summary>
    public static int? Shift(string from, string to) => Units.Shift(from, to);

    /// <summary>A head of a column as its name and the unit in brackets behind it, if there is one: <c>氨氮(mg/L)</c>.</summary>
    public static (string Name, string? Unit) Split(string head)
    {
        var text = head.Trim();
        var open = text.LastIndexOfAny(['(', '（']);
        return open > 0 && text[^1] is ')' or '）' ? (text[..open].Trim(), text[(open + 1)..^1].Trim()) : (text, null);
    }
}
