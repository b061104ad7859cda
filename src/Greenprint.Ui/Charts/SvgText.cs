using System.Text.RegularExpressions;

namespace Greenprint.Ui.Charts;

/// <summary>Makes ECharts' SVG fit for a page or for a file.</summary>
internal static partial class SvgText
{
    /// <summary>No rules for hover (their class names would meet those of another chart), no fixed size, out of the reading order: the figure carries the text alternative.</summary>
    internal static string ForPage(string svg)
    {
        var still = Classes().Replace(StyleElements().Replace(svg, ""), "");
        var at = still.IndexOf("<svg ", StringComparison.Ordinal);
        return string.Concat(still.AsSpan(0, at), "<svg aria-hidden=\"true\" focusable=\"false\" ", still.AsSpan(at + 5));
    }

    /// <summary>Writes the variables' light values out, and a white ground.</summary>
    internal static string Alone(string svg)
    {
        var coloured = Variables().Replace(svg, match => ChartColours.Light.TryGetValue(match.Groups[1].Value, out var colour) ? colour : "#000000");
        return coloured.Replace("aria-hidden=\"true\" focusable=\"false\" ", "style=\"background:#ffffff\" ", StringComparison.Ordinal);
    }

    [GeneratedRegex("<style.*?</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElements();

    [GeneratedRegex(" class=\"[^\"]*\"")]
    private static partial Regex Classes();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Variables();
}
