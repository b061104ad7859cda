using Greenprint.Planning;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>How far a year task is at the end of each month of its year. Follows from its id alone; what is done does not shrink.</summary>
internal sealed class TaskCourse
{
    private const int December = 12, Never = 99;
    private readonly decimal asked;
    private readonly decimal least;
    private readonly int start;
    private readonly int end;

    /// <param name="task">The task.</param>
    /// <param name="notBefore">A month before which it is not finished; 0 for none.</param>
    internal TaskCourse(YearTask task, int notBefore)
    {
        var seed = Noise.Seed(task.Id);
        var due = task.Content.Due.Month;
        asked = (task.Content.Quantity ?? 1) / 1.0000000000000000000000000000m;   // without zeros that a store adds
        least = new decimal(1, 0, 0, isNegative: false, asked.Scale);
        var luck = Noise.Uniform(seed, 1);
        end = luck switch
        {
            < 0.25 => due - 1,
            < 0.80 => due,
            < 0.93 => due + 1,
            _ => due == December ? due : Never,
        };
        end = Math.Max(Math.Max(end, 2), notBefore);
        start = Math.Min(2 + (int)(3 * Noise.Uniform(seed, 2)), Math.Max(1, (end == Never ? due : end) - 2));
    }

    /// <summary>True once all of it is done.</summary>
    internal bool IsDone(int month) => month >= end;

    /// <summary>Share of the whole, 0 to 1.</summary>
    internal decimal Share(int month) => asked == 0 ? 1 : Quantity(month) / asked;

    /// <summary>Done so far.</summary>
    internal decimal Quantity(int month)
    {
        if (IsDone(month))
        {
            return asked;
        }

        // Who never ends stops a little short of it.
        var way = Math.Clamp((month - start + 1m) / ((end == Never ? December + 2 : end) - start + 1m), 0, 0.95m);
        var eased = way * way * (3 - (2 * way));
        var done = decimal.Round(asked * eased, asked.Scale, MidpointRounding.ToEven);
        return Math.Max(0, Math.Min(done, asked - least));
    }
}
