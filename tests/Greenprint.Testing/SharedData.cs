using Xunit;

namespace Greenprint.Testing;

/// <summary>Real plans and measurements that are not ours to redistribute. They stand beside the checkout, or not at all.</summary>
public static class SharedData
{
    /// <summary>The folder beside the checkout.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared"));

    /// <summary>True when it is there.</summary>
    public static bool IsPresent => Directory.Exists(Folder);

    /// <summary>The full path of a file or folder in it; skips the running test where it is absent.</summary>
    public static string At(params string[] parts)
    {
        var path = Path.Combine([Folder, .. parts]);
        if (!Path.Exists(path))
        {
            Assert.Skip($"Needs real data beside the checkout: ../shared/{string.Join('/', parts)} is not there.");
        }

        return path;
    }
}
