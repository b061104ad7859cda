using System.Globalization;

namespace Greenprint.Ui.Tests;

/// <summary>Runs what follows as a reader of one language would see it.</summary>
internal static class Reader
{
    public static void Of(CultureInfo culture) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
}
