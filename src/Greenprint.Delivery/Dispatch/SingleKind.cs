using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>What gave rise to an item outside a cycle (交办来源).</summary>
internal enum SingleKind
{
    /// <summary>督察反馈整改.</summary>
    Inspection,

    /// <summary>领导批示.</summary>
    Instruction,

    /// <summary>会议议定.</summary>
    Meeting,

    /// <summary>群众投诉举报.</summary>
    Complaint,

    /// <summary>风险隐患.</summary>
    Risk,

    /// <summary>其他交办.</summary>
    Other,
}

/// <summary>Words for kinds, and how the subject of an item names them.</summary>
internal static class SingleKinds
{
    public static Bilingual Name(SingleKind kind) => kind switch
    {
        SingleKind.Inspection => ("督察反馈整改", "Rectification after an inspection"),
        SingleKind.Instruction => ("领导批示", "Instruction of a leader"),
        SingleKind.Meeting => ("会议议定事项", "Decision of a meeting"),
        SingleKind.Complaint => ("群众投诉举报", "Complaint of citizens"),
        SingleKind.Risk => ("环境风险隐患", "Environmental risk"),
        _ => ("其他交办事项", "Other order"),
    };

    /// <summary>Subject of an item of a kind, for example <c>inspection/0199f2…</c>.</summary>
    public static string SubjectOf(SingleKind kind, string id) => $"{kind.ToString().ToLowerInvariant()}/{id}";

    /// <summary>The kind that a subject names; null for what a cycle or another part of the program asks.</summary>
    public static SingleKind? Of(string subject) =>
        Enum.GetValues<SingleKind>().Cast<SingleKind?>().FirstOrDefault(kind => subject.StartsWith(SubjectOf(kind!.Value, ""), StringComparison.Ordinal));
}
