using Greenprint.Planning;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>What happens to a single item beside the usual course: a row of <c>data/demo/dispatch.csv</c>.</summary>
internal sealed record SampleEvent(string Plan, string Period, string Code, string What, string Why);

/// <summary>An item on its way.</summary>
internal sealed class StoryItem(YearTask task, string id, int month, TaskCourse course, SampleEvent? told)
{
    internal YearTask Task => task;

    internal string Id => id;

    /// <summary>The month that it asks about.</summary>
    internal int Month => month;

    internal TaskCourse Course => course;

    internal string Unit => task.Content.Lead;

    /// <summary>What the row of the file says; empty for the usual course.</summary>
    internal string What => told?.What ?? "";

    internal string Why => told?.Why ?? "";

    /// <summary>A report waits to be checked.</summary>
    internal bool IsReported { get; set; }

    internal bool IsChecked { get; set; }

    /// <summary>A request for an extension waits.</summary>
    internal bool IsAsked { get; set; }

    internal bool IsReturned { get; set; }

    internal bool IsClosed { get; set; }

    /// <summary>It ended, or stands still: nothing more is done about it for now.</summary>
    internal bool IsOut { get; set; }

    /// <summary>Somebody still has to report it.</summary>
    internal bool IsAwaited => !IsReported && !IsChecked && !IsOut;
}
