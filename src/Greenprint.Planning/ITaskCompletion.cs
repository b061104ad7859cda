namespace Greenprint.Planning;

/// <summary>A port: which year tasks are done. Planning does not know it; a module that takes reports answers from those that were approved.</summary>
public interface ITaskCompletion
{
    /// <summary>Ids of those of the tasks that are done. Reads a fixed number of times, however many tasks.</summary>
    Task<IReadOnlySet<string>> Done(IReadOnlyList<YearTask> tasks, CancellationToken cancellation);
}
