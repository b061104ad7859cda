using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning.Packs;

/// <summary>How a target is printed where a pack does not say it.</summary>
internal static class TargetText
{
    public static Bilingual Of(PackTarget target)
    {
        var value = Plain(target.Value);
        return target.Kind switch
        {
            TargetKind.AtLeast => new($"≥{value}", $"≥{value}"),
            TargetKind.AtMost => new($"≤{value}", $"≤{value}"),
            TargetKind.Keep when target.Value is null => ("不降低", "no worse than the baseline"),
            TargetKind.Keep => ($"保持 {value}", $"keep {value}"),
            TargetKind.Range => new($"{value}—{Plain(target.Upper)}", $"{value}–{Plain(target.Upper)}"),
            TargetKind.Cumulative => new($"〔{value}〕", $"〔{value}〕"),
            TargetKind.Milestone => (
                string.Create(CultureInfo.InvariantCulture, $"{target.Year} 年底前完成"), string.Create(CultureInfo.InvariantCulture, $"finished by the end of {target.Year}")),
            TargetKind.AssignedBySuperior when target.Value is null => ("完成上级下达任务", "what the superior assigns"),
            TargetKind.AssignedBySuperior => new(value, value),
            TargetKind.Direction => ("持续改善", "steadily better"),
            _ => throw new ArgumentException($"Unknown kind of target: {target.Kind}.", nameof(target)),
        };
    }

    public static string Plain(decimal? value) => value?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "—";
}
