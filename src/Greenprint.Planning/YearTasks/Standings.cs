namespace Greenprint.Planning.YearTasks;

/// <summary>The answers of all who know how far tasks are.</summary>
internal static class Standings
{
    /// <summary>By the id of the task; of a day, or of now.</summary>
    public static async Task<IReadOnlyDictionary<string, TaskStanding>> Of(IEnumerable<ITaskStandings> sources, IReadOnlyList<YearTask> tasks, DateOnly? asOf, CancellationToken cancellation)
    {
        Dictionary<string, TaskStanding> all = new(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var (id, standing) in await (asOf is { } day ? source.OfAsOf(tasks, day, cancellation) : source.Of(tasks, cancellation)))
            {
                all[id] = standing;
            }
        }

        return all;
    }
}
