using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;

namespace Greenprint.Ui.Shell;

/// <summary>Addresses of our own style sheets and scripts, with a version that changes when the file does, so that a browser may keep them.</summary>
internal sealed class Assets(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Modified, string Version)> versions = new(StringComparer.Ordinal);

    /// <param name="root">The program's outermost base, ending in a slash.</param>
    /// <param name="file">Below <c>wwwroot</c>, for example <c>css/tokens.css</c>.</param>
    internal string Address(string root, string file) => AddressOf(root, $"_content/Greenprint.Ui/{file}");

    /// <summary>The same for a file of a package.</summary>
    /// <param name="root">The program's outermost base, ending in a slash.</param>
    /// <param name="path">As it is served, for example <c>_framework/blazor.web.js</c>.</param>
    internal string AddressOf(string root, string path) => $"{root}{path}{Version(path)}";

    private string Version(string file)
    {
        var info = environment.WebRootFileProvider.GetFileInfo(file);
        if (!info.Exists)
        {
            return "";
        }

        if (versions.TryGetValue(file, out var known) && known.Modified == info.LastModified)
        {
            return known.Version;
        }

        using var stream = info.CreateReadStream();
        var version = "?v=" + Convert.ToHexStringLower(SHA256.HashData(stream))[..10];
        versions[file] = (info.LastModified, version);
        return version;
    }
}
