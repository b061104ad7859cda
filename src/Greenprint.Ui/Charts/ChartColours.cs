namespace Greenprint.Ui.Charts;

/// <summary>The colours that charts use, by the names of <c>tokens.css</c>; the values are those of the light theme, for pictures that leave the page.</summary>
internal static class ChartColours
{
    internal const string Ink = "var(--ink)";
    internal const string Quiet = "var(--ink-quiet)";
    internal const string Line = "var(--line)";
    internal const string Ground = "var(--ground)";
    internal const string Value = "var(--chart-value)";
    internal const string Past = "var(--chart-past)";
    internal const string Target = "var(--chart-target)";
    internal const string Path = "var(--chart-path)";
    internal const string Other = "var(--chart-other)";

    /// <summary>A test compares them with <c>tokens.css</c>.</summary>
    internal static IReadOnlyDictionary<string, string> Light { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["--ink"] = "#1b2524",
        ["--ink-quiet"] = "#56625f",
        ["--line"] = "#d9ded9",
        ["--ground"] = "#ffffff",
        ["--chart-value"] = "#135c55",
        ["--chart-past"] = "#7fa8a2",
        ["--chart-target"] = "#1b2524",
        ["--chart-path"] = "#97712f",
        ["--chart-other"] = "#4d6288",
    };
}
