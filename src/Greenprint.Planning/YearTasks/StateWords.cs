using Greenprint.Quantities;
using Greenprint.Ui.States;

namespace Greenprint.Planning.YearTasks;

/// <summary>States of year tasks in words and shapes.</summary>
internal static class StateWords
{
    public static Bilingual Of(TaskState state) => state switch
    {
        TaskState.NotStarted => ("未启动", "Not started"),
        TaskState.InProgress => ("推进中", "In progress"),
        TaskState.Overdue => ("逾期未完成", "Overdue"),
        _ => ("已完成", "Done"),
    };

    public static StateTone Tone(TaskState state) => state switch
    {
        TaskState.Done => StateTone.Achieved,
        TaskState.InProgress => StateTone.Good,
        TaskState.Overdue => StateTone.Behind,
        _ => StateTone.Unknown,
    };
}
