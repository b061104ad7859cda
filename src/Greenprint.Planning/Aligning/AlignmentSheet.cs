using Greenprint.PlanText;
using Greenprint.PlanText.Alignment;
using Greenprint.Quantities;

namespace Greenprint.Planning.Aligning;

/// <summary>Two plans side by side with what was answered, as a page or a document shows it.</summary>
public sealed record AlignmentSheet(
    AlignedSource Local, AlignedSource Upper, IReadOnlyList<AlignedFinding> Findings, IReadOnlyList<ClausePair> Clauses, IReadOnlyList<GivenAnswer> Past)
{
    /// <summary>True where the other plan stands above the local one; a neighbour's does not.</summary>
    public bool IsAbove { get; init; } = true;

    /// <summary>What the other plan is called in heads of tables.</summary>
    public Bilingual Beside => IsAbove ? ("上级规划", "Upper plan") : ("对照规划", "Other plan");

    /// <summary>Findings in each result, in the order of the results; those with none are left out.</summary>
    public IEnumerable<(AlignmentStatus Status, int Count)> Counts =>
        Enum.GetValues<AlignmentStatus>().Select(status => (status, Findings.Count(finding => finding.Pair.Status == status))).Where(pair => pair.Item2 > 0);

    /// <summary>Findings that ask for an answer, and those answered once: open ones first.</summary>
    public IEnumerable<AlignedFinding> ToAnswer => Findings.Where(finding => finding.Asks || finding.Answers.Count > 0).OrderBy(finding => finding.IsOpen ? 0 : 1);

    /// <summary>How many wait for an answer, or for a new one.</summary>
    public int Open => Findings.Count(finding => finding.IsOpen);

    /// <summary>True where one of the two is invented.</summary>
    public bool IsDemo => Local.IsDemo || Upper.IsDemo;
}

/// <summary>One pair of indicators with its answers.</summary>
/// <param name="Key">The name of the finding, the same whenever the alignment is computed anew.</param>
/// <param name="Pair">The pair.</param>
/// <param name="Answers">All that was answered, oldest first.</param>
public sealed record AlignedFinding(string Key, IndicatorPair Pair, IReadOnlyList<GivenAnswer> Answers)
{
    /// <summary>True where a person has to say something.</summary>
    public bool Asks => Pair.Status is AlignmentStatus.Weakened or AlignmentStatus.Missing or AlignmentStatus.UnitDiffers or AlignmentStatus.NotComparable;

    /// <summary>The answer that counts now, or null.</summary>
    public GivenAnswer? Current => Answers is [.., { Kind: not AnswerKind.Withdrawn } last] ? last : null;

    /// <summary>True where the finding has changed since the answer that counts.</summary>
    public bool HasChanged => Current is { } answer && (answer.Status, answer.Local, answer.Upper) != (Pair.Status, Local, Upper);

    /// <summary>True where an answer is asked for and none that fits is there.</summary>
    public bool IsOpen => Asks && (Current is null || HasChanged);

    /// <summary>The local side in one line; empty where there is none.</summary>
    public string Local => Line(Pair.Local);

    /// <summary>The upper side in one line.</summary>
    public string Upper => Line(Pair.Upper);

    private static string Line(IndicatorItem? item) => item is null ? "" : AlignmentWords.Line(item);
}

/// <summary>An answer as it stands on the record.</summary>
public sealed record GivenAnswer(string Finding, int Number, AnswerKind Kind, string Text, AlignmentStatus Status, string Local, string Upper, DateTimeOffset At, string By)
{
    internal static GivenAnswer Of(AnswerRow row) => new(row.Finding, row.Number, row.Kind, row.Text, row.Status, row.Local, row.Upper, row.RecordedAt, row.RecordedBy);
}

/// <summary>A plan that another may be laid beside.</summary>
internal sealed record AlignmentChoice(string Ref, Bilingual Title, Bilingual Region, int Start, int End, AlignmentRelation Relation);

/// <summary>What the other plan is to the local one.</summary>
internal enum AlignmentRelation
{
    /// <summary>上级规划.</summary>
    Upper,

    /// <summary>本地区其他规划.</summary>
    SameRegion,

    /// <summary>其他地区规划.</summary>
    Elsewhere,

    /// <summary>参考规划.</summary>
    Library,
}
