using System.Collections.Frozen;
using System.Globalization;
using Radzen;

namespace Greenprint.Ui.Office;

/// <summary>The words of the component package in Chinese. English ones are the package's own.</summary>
/// <remarks>Only components that the product uses: a test asks for every word of those, so a new component asks for its words.</remarks>
internal sealed class ChineseWords : ILocalizer
{
    /// <summary>First part of the keys that are translated whole.</summary>
    internal static readonly IReadOnlyList<string> Components = ["Dialog", "DropDown", "Notification", "Numeric"];

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["Dialog_AlertTitle"] = "提示",
        ["Dialog_CancelText"] = "取消",
        ["Dialog_CloseAriaLabel"] = "关闭对话框",
        ["Dialog_CloseSideDialogAriaLabel"] = "关闭侧栏",
        ["Dialog_ConfirmMessage"] = "确认吗？",
        ["Dialog_ConfirmTitle"] = "确认",
        ["Dialog_OkText"] = "确定",
        ["Dialog_ResizeBarAriaLabel"] = "调整侧栏宽度",
        ["Dialog_ResizeBarTitle"] = "拖动以调整宽度",
        ["DropDown_ClearAriaLabel"] = "清除",
        ["DropDown_EmptyAriaLabel"] = "未选择",
        ["DropDown_RemoveChipTitle"] = "移除",
        ["DropDown_SearchAriaLabel"] = "搜索",
        ["DropDown_SelectedItemsText"] = "项已选",
        ["Notification_CloseAriaLabel"] = "关闭",
        ["Numeric_DownAriaLabel"] = "减",
        ["Numeric_UpAriaLabel"] = "加",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc />
    public string? Get(string key, CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Words.GetValueOrDefault(key) : null;
}
