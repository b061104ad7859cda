namespace Greenprint.Standards.Checks;

/// <summary>The head of a column as tables of measurements write it.</summary>
public static class ColumnHead
{
    /// <summary>The name and the unit in brackets behind it, if there is one: <c>氨氮(mg/L)</c>.</summary>
    public static (string Name, string? Unit) Split(string head)
    {
        var text = head.Trim();
        var open = text.LastIndexOfAny(['(', '（']);
        return open > 0 && text[^1] is ')' or '）' ? (text[..open].Trim(), text[(open + 1)..^1].Trim()) : (text, null);
    }
}
