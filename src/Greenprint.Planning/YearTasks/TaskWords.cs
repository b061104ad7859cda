using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Planning.YearTasks;

/// <summary>What belongs to a year task, in words.</summary>
internal static class TaskWords
{
    public static Bilingual Of(EvidenceClass evidence) => evidence switch
    {
        EvidenceClass.Measured => ("一类：质控合格的仪器监测数据", "Class 1: measured by an instrument under quality control"),
        EvidenceClass.Official => ("二类：上级或独立机构的正式文件", "Class 2: document of a superior or an independent body"),
        EvidenceClass.Record => ("三类：带日期的照片或台账", "Class 3: own record with a dated photo or file"),
        EvidenceClass.Statement => ("四类：书面说明", "Class 4: a statement"),
        _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "Unknown class of proof."),
    };

    /// <summary><c>320 户</c>; null where nothing is counted.</summary>
    public static string? Quantity(YearTaskContent task) => task.Quantity is { } quantity ? Quantity(quantity, task.Unit) : null;

    public static string Quantity(decimal quantity, string? unit) => Figures.Exact(quantity) + (string.IsNullOrEmpty(unit) ? "" : $" {unit}");

    /// <summary>A difference with its sign: <c>+4</c>, <c>−20</c>, <c>±0</c>.</summary>
    public static string Signed(decimal difference) => (difference > 0 ? "+" : difference < 0 ? "−" : "±") + Figures.Exact(Math.Abs(difference));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Bilingual Of(EffectDirection direction) => direction == EffectDirection.Raises ? ("上升", "up") : ("下降", "down");
}
