namespace Greenprint.Planning.Adjusting;

/// <summary>Addresses of the pages of adjustments.</summary>
internal static class AdjustmentPaths
{
    /// <summary>The page of what is adjusted.</summary>
    public static string SubjectPage(string plan, AdjustmentSubject subject) => subject.Kind switch
    {
        AdjustmentSubjectKind.Target => $"office/plans/{plan}/indicators/{subject.Code}/target",
        AdjustmentSubjectKind.KeyTask => $"office/plans/{plan}/key-tasks/{subject.Code}",
        _ => $"office/plans/{plan}/tasks/{subject.Code}",
    };
}
