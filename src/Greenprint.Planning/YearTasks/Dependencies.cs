namespace Greenprint.Planning.YearTasks;

/// <summary>What must be done before what (前置任务).</summary>
internal static class Dependencies
{
    /// <summary>
    /// The shortest chain of dependencies that leads from <paramref name="start"/> back to it, both ends named; null when there is none.
    /// </summary>
    /// <param name="start">Code of a task.</param>
    /// <param name="before">What a task waits for.</param>
    public static IReadOnlyList<string>? Circle(string start, Func<string, IReadOnlyList<string>> before)
    {
        Dictionary<string, string> cameFrom = new(StringComparer.Ordinal);
        Queue<string> open = new([start]);
        while (open.TryDequeue(out var task))
        {
            foreach (var needed in before(task))
            {
                if (needed == start)
                {
                    return [start, .. Back(task), start];
                }

                if (cameFrom.TryAdd(needed, task))
                {
                    open.Enqueue(needed);
                }
            }
        }

        return null;

        // From the start's first step to the task from which the chain closed.
        IEnumerable<string> Back(string task)
        {
            Stack<string> chain = new();
            for (var at = task; at != start; at = cameFrom[at])
            {
                chain.Push(at);
            }

            return chain;
        }
    }
}
