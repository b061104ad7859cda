namespace Greenprint.Planning;

/// <summary>What a person says to a finding of an alignment (衔接事项答复).</summary>
public enum AnswerKind
{
    /// <summary>已说明理由: it stays as it is, and this is why.</summary>
    Explained,

    /// <summary>将调整: the local plan will be changed.</summary>
    WillChange,

    /// <summary>不适用: the upper plan does not ask this of us.</summary>
    NotApplicable,

    /// <summary>撤回: the answer before this one no longer counts, and the finding is open again.</summary>
    Withdrawn,
}
