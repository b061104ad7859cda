using Greenprint.Quantities;

namespace Greenprint.Ui;

/// <summary>Short form for texts written in place in a page: <c>@T("目标", "Target")</c>.</summary>
public static class Texts
{
    /// <summary>The text for the current reader when printed; both languages when passed on.</summary>
    public static Bilingual T(string zh, string en) => new(zh, en);
}
