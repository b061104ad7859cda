using System.Text.Json.Serialization;

namespace Greenprint.PlanText;

/// <summary>What one plan document says, as <c>greenprint plan read --json</c> prints it (规划文本解读结果).</summary>
/// <remarks>
/// The names and shapes are a promise to users' scripts: fields are added, never renamed or dropped. Lists are never null.
/// Nothing here is invented: what the text does not say is null or an empty list, and what was not read is named in <see cref="Warnings"/>.
/// </remarks>
public sealed record PlanReading
{
    /// <summary>The title as printed, without the wrap of the cover; null where the document shows none.</summary>
    public string? Title { get; init; }

    /// <summary>The region whose plan this is, for example 台山市; null where neither title nor text names one.</summary>
    public string? Region { get; init; }

    /// <summary>First and last year of the plan; null where no period is stated.</summary>
    public PlanPeriod? Period { get; init; }

    /// <summary>The file the reading was made from; null for a text that never was a file.</summary>
    public PlanSource? Source { get; init; }

    /// <summary>Headings in reading order.</summary>
    public IReadOnlyList<OutlineItem> Outline { get; init; } = [];

    /// <summary>
    /// The text under each heading, in reading order; headings without text of their own have no entry. The text before the first heading has
    /// the id <c>c0</c>, that of the annexes <c>annex</c>.
    /// </summary>
    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>Qualitative goals, each one wording (规划目标).</summary>
    public IReadOnlyList<GoalItem> Goals { get; init; } = [];

    /// <summary>The main tasks (重点任务).</summary>
    public IReadOnlyList<KeyTaskItem> KeyTasks { get; init; } = [];

    /// <summary>The safeguards (保障措施).</summary>
    public IReadOnlyList<SafeguardItem> Safeguards { get; init; } = [];

    /// <summary>Rows of the indicator table.</summary>
    public IReadOnlyList<IndicatorItem> Indicators { get; init; } = [];

    /// <summary>Targets with a number that stand in running text.</summary>
    public IReadOnlyList<TargetInText> TargetsInText { get; init; } = [];

    /// <summary>Sentences that say what shall be done, with the units they name.</summary>
    public IReadOnlyList<MeasureItem> Measures { get; init; } = [];

    /// <summary>Projects in boxes (专栏) and tables.</summary>
    public IReadOnlyList<ProjectItem> Projects { get; init; } = [];

    /// <summary>Who leads and who supports, by clause.</summary>
    public IReadOnlyList<ResponsibilityItem> Responsibilities { get; init; } = [];

    /// <summary>Annexes by title.</summary>
    public IReadOnlyList<AnnexItem> Annexes { get; init; } = [];

    /// <summary>What a person should look at: what was doubtful, repaired or left unread.</summary>
    public IReadOnlyList<ReadingWarning> Warnings { get; init; } = [];
}

/// <summary>First and last year of a plan, both included.</summary>
/// <param name="Start">For example 2021.</param>
/// <param name="End">For example 2025.</param>
public sealed record PlanPeriod(int Start, int End);

/// <summary>The file a reading was made from.</summary>
/// <param name="Name">File name without its folder.</param>
/// <param name="Format"><c>text</c>, <c>markdown</c>, <c>docx</c> or <c>pdf</c>: what the content is, whatever the extension says.</param>
/// <param name="Encoding"><c>utf-8</c>, <c>gb18030</c> and so on for a text; null for others.</param>
/// <param name="Bytes">Size of the file in bytes.</param>
/// <param name="Sha256">Digest of the file, lower-case hexadecimal.</param>
public sealed record PlanSource(string Name, string Format, string? Encoding, long Bytes, string Sha256)
{
    /// <summary>How many pages it has; null for a format without pages.</summary>
    public int? Pages { get; init; }
}

/// <summary>One heading.</summary>
/// <param name="Id">Path by order, for example <c>c3.2</c>: the second heading below the third. It does not change when only wording changes.</param>
/// <param name="Level">By the style of the number: 章 or 一、 is 1, 节 or （一） is 2, the next style is 3, and so on through the styles the document uses.</param>
/// <param name="Number">As printed, with its brackets and dots: <c>第一章</c>, <c>（一）</c>, <c>4、</c> where the automatic number was wrong; empty for 前言.</param>
/// <param name="Title">As printed, wrapped lines joined, without a closing 。.</param>
/// <param name="Page">Page of the source, or null for a source without pages.</param>
public sealed record OutlineItem(string Id, int Level, string Number, string Title, int? Page)
{
    /// <summary>Line of the source (TXT, MD), line of the page (PDF) or number of the paragraph (DOCX), from 1.</summary>
    public int? Line { get; init; }

    /// <summary>How many headings enclose this one, plus 1: smaller than <see cref="Level"/> where a style is skipped.</summary>
    public int Depth { get; init; }

    /// <summary>True where the text goes on in the same line after the title's 。.</summary>
    public bool RunIn { get; init; }
}

/// <summary>The text that stands directly under one heading (条款正文).</summary>
/// <param name="ClauseId">Id of the heading, <c>c0</c> for the text before the first one, <c>annex</c> for the annexes.</param>
/// <param name="Paragraphs">Paragraphs in order, wrapped lines joined, running heads and page numbers removed.</param>
public sealed record Clause(string ClauseId, IReadOnlyList<ClauseParagraph> Paragraphs);

/// <summary>A paragraph of a clause.</summary>
/// <param name="Text">The text: one line, except of tables.</param>
/// <param name="Page">Page of the source, or null.</param>
/// <param name="Line">Line of the source on which it begins, or null.</param>
public sealed record ClauseParagraph(string Text, int? Page, int? Line)
{
    /// <summary>Rows and cells where the paragraph is a table of the source; <see cref="Text"/> then holds the same, parted by tabs and line feeds. A cell that spans columns stands in the first; here, not in the text, the others are empty.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

    /// <summary>True where the text is a table that its page laid out with spaces and line feeds: shown in a fixed-width face it reads as printed.</summary>
    public bool IsLaidOut { get; init; }
}

/// <summary>A goal in words.</summary>
/// <param name="Text">The wording, whole.</param>
/// <param name="ClauseId">The heading it stands under.</param>
public sealed record GoalItem(string Text, string ClauseId);

/// <summary>A main task.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Title">Its heading.</param>
/// <param name="ClauseId">Its own heading's id.</param>
public sealed record KeyTaskItem(string Number, string Title, string ClauseId);

/// <summary>A safeguard.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Title">Its heading.</param>
/// <param name="ClauseId">Its own heading's id.</param>
public sealed record SafeguardItem(string Number, string Title, string ClauseId);

/// <summary>One row of an indicator table, cells as printed.</summary>
/// <param name="No">Number of the row as printed, shared by the sub-rows of one number; null where none is printed.</param>
/// <param name="Category">Group, without its number.</param>
/// <param name="Name">Name; of a sub-row, the printed name followed by the sub-cell in （）.</param>
/// <param name="Sub">The sub-cell alone, or null.</param>
/// <param name="Unit">Unit as printed, or null.</param>
/// <param name="Baseline">Value of the base year, or null for an empty cell.</param>
/// <param name="Target">Value of the last year, or null for an empty cell.</param>
/// <param name="OtherYears">Further columns of years or sums.</param>
/// <param name="Nature">约束性, 预期性, 引领性, or null.</param>
/// <param name="Page">Page of the row, or null.</param>
/// <param name="Quote">The row as printed.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="ClauseId">The heading the table stands under, or null.</param>
public sealed record IndicatorItem(
    string? No,
    string? Category,
    string Name,
    string? Sub,
    string? Unit,
    PrintedValue? Baseline,
    PrintedTarget? Target,
    IReadOnlyList<PrintedValue> OtherYears,
    PrintedNature? Nature,
    int? Page,
    string? Quote,
    decimal Confidence,
    string? ClauseId)
{
    /// <summary>Which way is better, where a kept plan says it; null for what was read of a document, whose name has to tell. Never part of the JSON.</summary>
    [JsonIgnore]
    public bool? MoreIsBetter { get; init; }
}

/// <summary>A value as printed.</summary>
/// <param name="Year">The year of its column, or null.</param>
/// <param name="Text">The cell, with dashes, brackets and footnote marks.</param>
/// <param name="Value">The number in it, or null where there is none.</param>
public sealed record PrintedValue(int? Year, string Text, decimal? Value);

/// <summary>A target as printed.</summary>
/// <param name="Year">The year of its column, or null.</param>
/// <param name="Text">The cell as printed.</param>
/// <param name="Kind">What the wording asks for.</param>
/// <param name="Value">The number in it, or null where there is none.</param>
public sealed record PrintedTarget(int? Year, string Text, PrintedTargetKind Kind, decimal? Value)
{
    /// <summary>The upper end of a range, or null.</summary>
    public decimal? To { get; init; }

    /// <summary>Whether the number is an amount of change (下降 14.5%) and not a state; null for a state.</summary>
    public TargetChange? Change { get; init; }
}

/// <summary>Which way a quantity shall change by the number of its target.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetChange>))]
public enum TargetChange
{
    /// <summary>下降, 减少, 削减 by the number.</summary>
    [JsonStringEnumMemberName("decrease")]
    Decrease,

    /// <summary>增加, 新增, 提高 by the number.</summary>
    [JsonStringEnumMemberName("increase")]
    Increase,
}

/// <summary>What a printed target asks for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PrintedTargetKind>))]
public enum PrintedTargetKind
{
    /// <summary>不低于, ≥.</summary>
    AtLeast,

    /// <summary>不高于, ≤.</summary>
    AtMost,

    /// <summary>不降低, 不减少, 保持稳定.</summary>
    Keep,

    /// <summary>Between two values.</summary>
    Range,

    /// <summary>A five-year sum, printed 〔10〕.</summary>
    Cumulative,

    /// <summary>Something to be finished by a date.</summary>
    Milestone,

    /// <summary>完成省下达任务, 达到上级要求.</summary>
    AssignedBySuperior,

    /// <summary>基本消除, 稳中向好, 有效保障: a direction without a number.</summary>
    Direction,
}

/// <summary>The nature of an indicator as printed (指标属性).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PrintedNature>))]
public enum PrintedNature
{
    /// <summary>约束性.</summary>
    [JsonStringEnumMemberName("binding")]
    Binding,

    /// <summary>预期性.</summary>
    [JsonStringEnumMemberName("anticipatory")]
    Anticipatory,

    /// <summary>引领性.</summary>
    [JsonStringEnumMemberName("leading")]
    Leading,
}

/// <summary>A target with a number in running text.</summary>
/// <param name="Quote">The passage, no longer than its sentence.</param>
/// <param name="Indicator">What is measured, as the sentence names it.</param>
/// <param name="Kind">What the wording asks for.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Unit as printed, or null.</param>
/// <param name="Year">By when, or null.</param>
/// <param name="Page">Page, or null.</param>
/// <param name="ClauseId">The heading it stands under.</param>
public sealed record TargetInText(
    string Quote, string? Indicator, PrintedTargetKind Kind, decimal? Value, string? Unit, int? Year, int? Page, string? ClauseId)
{
    /// <summary>The upper end of a range, or null.</summary>
    public decimal? To { get; init; }

    /// <summary>Whether the number is an amount of change (减少15%) and not a state; null for a state.</summary>
    public TargetChange? Change { get; init; }

    /// <summary>From 0 to 1.</summary>
    public decimal Confidence { get; init; } = 0.8m;
}

/// <summary>A sentence that says what shall be done.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="ClauseId">The heading it stands under.</param>
/// <param name="Lead">Units that lead.</param>
/// <param name="Support">Units that support.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record MeasureItem(string Text, string ClauseId, IReadOnlyList<string> Lead, IReadOnlyList<string> Support, decimal Confidence)
{
    /// <summary>Page on which its paragraph begins, or null.</summary>
    public int? Page { get; init; }
}

/// <summary>A project that the plan lists.</summary>
/// <param name="Category">Group, or null.</param>
/// <param name="Name">Name.</param>
/// <param name="Content">What is built, or null.</param>
/// <param name="Period">Years of construction as printed, or null.</param>
/// <param name="Investment">Money, or null.</param>
/// <param name="Lead">Lead unit, or null.</param>
/// <param name="Page">Page, or null.</param>
/// <param name="ClauseId">The heading it stands under, or null.</param>
public sealed record ProjectItem(
    string? Category, string Name, string? Content, string? Period, InvestmentText? Investment, string? Lead, int? Page, string? ClauseId)
{
    /// <summary>A short passage as printed, or null.</summary>
    public string? Quote { get; init; }

    /// <summary>From 0 to 1.</summary>
    public decimal Confidence { get; init; }
}

/// <summary>An amount of money as printed.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Value">The number, or null.</param>
/// <param name="Unit">For example 万元, or null.</param>
public sealed record InvestmentText(string Text, decimal? Value, string? Unit);

/// <summary>Who leads and who supports one clause.</summary>
/// <param name="ClauseId">The clause.</param>
/// <param name="Lead">Units that lead.</param>
/// <param name="Support">Units that support.</param>
public sealed record ResponsibilityItem(string ClauseId, IReadOnlyList<string> Lead, IReadOnlyList<string> Support)
{
    /// <summary>Page of the first naming, or null.</summary>
    public int? Page { get; init; }

    /// <summary>The first naming as printed, or null.</summary>
    public string? Quote { get; init; }

    /// <summary>From 0 to 1.</summary>
    public decimal Confidence { get; init; }
}

/// <summary>An annex.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Page">Page, or null.</param>
public sealed record AnnexItem(string Title, int? Page);
