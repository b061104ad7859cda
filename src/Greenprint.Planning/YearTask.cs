using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>A dated step of one year of a key task or a measure of a plan (年度任务), as it stands after its last revision.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Code">Stable within the plan, for example <c>2026-07</c>; never given again.</param>
/// <param name="Revision">1 for the task as it was first set.</param>
/// <param name="Content">What it asks for.</param>
public sealed record YearTask(string Plan, string Code, int Revision, YearTaskContent Content)
{
    /// <summary>Its id over all plans: <c>lanwan-15/2026-07</c>.</summary>
    public string Id => IdOf(Plan, Code);

    /// <summary>True once it was cancelled; it stays readable for ever.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>When this revision was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>Why; null for a task that was set without a word.</summary>
    public string? Why { get; init; }

    /// <summary>The id of a task of a plan.</summary>
    public static string IdOf(string plan, string code) => $"{plan}/{code}";
}

/// <summary>What a year task asks for.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">What of the plan it is a step of.</param>
/// <param name="Title">What shall be done.</param>
/// <param name="Due">Last day, within the year.</param>
/// <param name="Lead">Id of the unit that leads (牵头单位).</param>
public sealed record YearTaskContent(int Year, YearTaskSource Source, Bilingual Title, DateOnly Due, string Lead)
{
    /// <summary>How much, in <see cref="Unit"/>; null where nothing is counted. A zero is a value.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What the quantity counts, for example <c>户</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Ids of the units that support (配合单位), in order.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>Id of the one accountable person (责任人); null while nobody is named.</summary>
    public string? Accountable { get; init; }

    /// <summary>When it counts as done (完成标准).</summary>
    public Bilingual? Criterion { get; init; }

    /// <summary>The weakest proof that counts; null where none is asked for.</summary>
    public EvidenceClass? Evidence { get; init; }

    /// <summary>Code of the task of which this one is the part of one place; else null.</summary>
    public string? Parent { get; init; }

    /// <summary>Code of a region or id of a unit whose part it is; null for the whole.</summary>
    public string? Place { get; init; }

    /// <summary>Codes of tasks of the same plan that must be done first.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What it is expected to do for indicators of the plan.</summary>
    public IReadOnlyList<ExpectedEffect> Effects { get; init; } = [];

    /// <summary>备注.</summary>
    public string? Remark { get; init; }
}

/// <summary>What of a plan a year task is a step of.</summary>
/// <param name="Kind">A key task or a measure.</param>
/// <param name="Code">Its code in the plan.</param>
public sealed record YearTaskSource(YearTaskSourceKind Kind, string Code);

/// <summary>Kinds of what year tasks are steps of.</summary>
public enum YearTaskSourceKind
{
    /// <summary>重点任务.</summary>
    KeyTask,

    /// <summary>具体措施.</summary>
    Measure,
}

/// <summary>What a task is expected to do for an indicator (预期效果).</summary>
/// <param name="Indicator">Code of the indicator in the same plan.</param>
/// <param name="Direction">Which way it moves it.</param>
/// <param name="Amount">By how much in the indicator's unit; null where nobody has said.</param>
public sealed record ExpectedEffect(string Indicator, EffectDirection Direction, decimal? Amount = null);

/// <summary>Which way an effect goes.</summary>
public enum EffectDirection
{
    /// <summary>使指标上升.</summary>
    Raises,

    /// <summary>使指标下降.</summary>
    Lowers,
}

/// <summary>How strong a proof is (佐证等级); 1 is the strongest.</summary>
public enum EvidenceClass
{
    /// <summary>Measured by an instrument under quality control.</summary>
    Measured = 1,

    /// <summary>Official document of a superior or an independent body.</summary>
    Official = 2,

    /// <summary>Own record with a dated photo or file.</summary>
    Record = 3,

    /// <summary>A statement only.</summary>
    Statement = 4,
}
