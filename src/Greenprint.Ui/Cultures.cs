using System.Globalization;

namespace Greenprint.Ui;

/// <summary>The two cultures of the product.</summary>
public static class Cultures
{
    /// <summary>Simplified Chinese, mainland: the original.</summary>
    public static CultureInfo Chinese { get; } = CultureInfo.GetCultureInfo("zh-Hans-CN");

    /// <summary>English with the day before the month.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");
}
