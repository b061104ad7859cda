using System.Globalization;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Health;

/// <summary>Words of the examination.</summary>
internal static class HealthText
{
    public static Bilingual Of(HealthSeverity severity) => severity switch
    {
        HealthSeverity.Severe => ("严重", "Severe"),
        HealthSeverity.Warning => ("警告", "Warning"),
        _ => ("提示", "Remark"),
    };

    /// <summary>What a severity asks of a reader.</summary>
    public static Bilingual Meaning(HealthSeverity severity) => severity switch
    {
        HealthSeverity.Severe => ("工作停滞或无人负责，须立即处理", "work stands still or has nobody: mend it now"),
        HealthSeverity.Warning => ("考核或办结时会缺材料，应尽快补齐", "will be missing when it is asked for"),
        _ => ("供了解，不影响办理", "good to know"),
    };

    public static Bilingual Of(HealthGroup group) => group switch
    {
        HealthGroup.Duties => ("责任落实", "Who answers for it"),
        HealthGroup.Tasks => ("年度任务", "Year tasks"),
        HealthGroup.Dispatch => ("调度报送", "Dispatch and reports"),
        HealthGroup.Proof => ("佐证材料", "Proof"),
        HealthGroup.Targets => ("指标与目标", "Indicators and targets"),
        _ => ("动态调整", "Adjustment"),
    };

    /// <summary>The word of an address, a command or a file for a severity or a group.</summary>
    public static string Key<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The value of a word, or null.</summary>
    public static T? Read<T>(string? key)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Key(value) == key).Select(value => (T?)value).FirstOrDefault();

    /// <summary>The English text, or the Chinese where there is none.</summary>
    public static string English(this Bilingual text) => text.En ?? text.Zh;

    /// <summary>A whole number.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Who mends what one may not mend oneself.</summary>
    public static Bilingual ByWhom(string right) => right switch
    {
        Rights.EditPlans => ("由规划编辑办理", "an editor mends it"),
        Rights.Approve => ("由决定人办理", "who approves decides it"),
        Rights.Publish => ("由有公布权的人员办理", "who publishes mends it"),
        _ => ("由调度单位办理", "the bureau mends it"),
    };
}
