namespace Greenprint.Quantities;

/// <summary>What a person can act on: something wrong in data, or a request that was refused (校验结果).</summary>
/// <remarks>A code keeps its meaning for ever and is never reused; each is explained in <c>docs/findings.md</c>.</remarks>
/// <param name="Code">For example <c>MON-004</c>: the module's three letters and a number.</param>
/// <param name="Message">What is wrong, where, and what to do, in both languages.</param>
/// <param name="Place">File, line and column, page, or cell, where there is one.</param>
public sealed record Finding(string Code, Bilingual Message, FindingPlace? Place = null)
{
    /// <summary><c>file: line n: message [code]</c>, for a terminal, in the current UI language.</summary>
    public override string ToString() => $"{(Place is null ? "" : Place + ": ")}{Message.Here} [{Code}]";
}

/// <summary>Where a finding stands in a source. Lines and columns count from 1.</summary>
/// <param name="Source">File name, or sheet, or null.</param>
/// <param name="Line">Line of the file.</param>
/// <param name="Column">Name or number of the column.</param>
public sealed record FindingPlace(string? Source = null, int? Line = null, string? Column = null)
{
    /// <summary>Page from 1 of a document that has pages.</summary>
    public int? Page { get; init; }

    /// <summary>For example <c>江门.csv: 第 12 行, CO</c>.</summary>
    public override string ToString()
    {
        var line = Line is null ? null : Bilingual.EnglishHere ? $"line {Line}" : $"第 {Line} 行";
        var page = Page is null ? null : Bilingual.EnglishHere ? $"page {Page}" : $"第 {Page} 页";
        var tail = string.Join(", ", new[] { page, line, Column }.Where(part => !string.IsNullOrEmpty(part)));
        return Source is null ? tail : tail.Length == 0 ? Source : $"{Source}: {tail}";
    }
}
