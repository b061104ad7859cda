using Greenprint.Standards;

namespace Greenprint.Indicators;

/// <summary>The standards that come with the program: <c>data/standards</c> beside it, or above it in a checkout.</summary>
internal static class ShippedStandards
{
    public static StandardLibrary Load() => StandardLibrary.Load(Folder());

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "data", "standards");
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        throw new DirectoryNotFoundException($"There is no folder data/standards beside the program at '{AppContext.BaseDirectory}', nor above it.");
    }
}
