using System.Text.Json.Serialization;

namespace Greenprint.PlanText.Alignment;

/// <summary>A local plan beside the plan above it, as <c>greenprint plan align --json</c> prints it (规划衔接对照).</summary>
/// <remarks>The names and shapes are a promise to users' scripts: fields are added, never renamed or dropped. Lists are never null.</remarks>
/// <param name="Local">The local plan.</param>
/// <param name="Upper">The plan above it.</param>
/// <param name="Summary">How many pairs have each status; every status is named.</param>
/// <param name="Pairs">Indicators: those of the upper plan in its order, then those that only the local plan has.</param>
/// <param name="Clauses">Clauses of the upper plan with the local clause whose text is most like theirs, where one is like enough.</param>
public sealed record PlanAlignment(
    AlignedPlan Local, AlignedPlan Upper, IReadOnlyDictionary<string, int> Summary, IReadOnlyList<IndicatorPair> Pairs, IReadOnlyList<ClausePair> Clauses);

/// <summary>Which plan was aligned.</summary>
/// <param name="Title">Its title, or null.</param>
/// <param name="Region">Its region, or null.</param>
/// <param name="Period">Its years, or null.</param>
/// <param name="Source">The file it was read from, or null.</param>
public sealed record AlignedPlan(string? Title, string? Region, PlanPeriod? Period, PlanSource? Source);

/// <summary>One indicator in both plans, or in one of them. Each side carries page, quote, values and years as read.</summary>
/// <param name="Status">How the local target stands to the upper one.</param>
/// <param name="Local">The local row; null when it is missing.</param>
/// <param name="Upper">The upper row; null when only the local plan has it.</param>
/// <param name="Confidence">From 0 to 1: that the two are the same thing, and that both were read rightly.</param>
/// <param name="Reason">Why, in Chinese.</param>
/// <param name="ReasonEn">Why, in English.</param>
public sealed record IndicatorPair(AlignmentStatus Status, IndicatorItem? Local, IndicatorItem? Upper, decimal Confidence, string Reason, string ReasonEn);

/// <summary>How a local target stands to the upper one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlignmentStatus>))]
public enum AlignmentStatus
{
    /// <summary>The same demand, or the local plan binds itself to what the superior assigns (已衔接).</summary>
    [JsonStringEnumMemberName("carried")]
    Carried,

    /// <summary>The local plan asks more (加严).</summary>
    [JsonStringEnumMemberName("tightened")]
    Tightened,

    /// <summary>The local plan asks less (放松).</summary>
    [JsonStringEnumMemberName("weakened")]
    Weakened,

    /// <summary>The upper plan has it, the local one has not (缺项).</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>Only the local plan has it (自设).</summary>
    [JsonStringEnumMemberName("localOnly")]
    LocalOnly,

    /// <summary>The same subject, measured in units that do not convert, or once as a level and once as a change (口径不同).</summary>
    [JsonStringEnumMemberName("unitDiffers")]
    UnitDiffers,

    /// <summary>The same subject, but one side gives no number to compare (无法比较). The reason says which.</summary>
    [JsonStringEnumMemberName("notComparable")]
    NotComparable,
}

/// <summary>Two clauses whose texts are alike.</summary>
/// <param name="Local">The local passage.</param>
/// <param name="Upper">The upper passage.</param>
/// <param name="Likeness">From 0 to 1: cosine over pairs of characters, rare pairs weighing more.</param>
public sealed record ClausePair(ClausePassage Local, ClausePassage Upper, decimal Likeness);

/// <summary>A passage of a clause.</summary>
/// <param name="ClauseId">The clause.</param>
/// <param name="Number">Number of its heading as printed; empty where it has none.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Page">Page of the passage, or null.</param>
/// <param name="Quote">The passage that is most like the other one.</param>
public sealed record ClausePassage(string ClauseId, string Number, string Title, int? Page, string Quote);
