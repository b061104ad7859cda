using System.Globalization;
using System.Text.Json;
using Greenprint.Platform;

namespace Greenprint.Monitoring;

/// <summary>Holds uploaded files between the check and the import: for one day, for the person who uploaded them.</summary>
internal sealed class UploadShelf(StoreLocation store, TimeProvider time)
{
    private const string OrderFile = "order.json";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Root => Path.Combine(store.Folder, "uploads");

    /// <summary>Puts files on the shelf and returns the token by which they are found again.</summary>
    public async Task<string> Put(
        Actor owner, IReadOnlyList<(string Name, Stream Content)> files, int? year, string? city, CancellationToken cancellation)
    {
        Clear();
        var token = Guid.NewGuid().ToString("N");
        var folder = Path.Combine(Root, token);
        MakePrivate(folder);
        for (var i = 0; i < files.Count; i++)
        {
            await using var copy = new FileStream(PathOf(folder, i), FileMode.CreateNew);
            await files[i].Content.CopyToAsync(copy, cancellation);
        }

        var order = new ShelvedOrder(owner.Id, [.. files.Select(file => file.Name)], year, city);
        await File.WriteAllTextAsync(Path.Combine(folder, OrderFile), JsonSerializer.Serialize(order), cancellation);
        return token;
    }

    /// <summary>What <paramref name="owner"/> put there; null when it is gone, or another's.</summary>
    public async Task<ImportOrder?> Find(string token, Actor owner, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(token, "N", out _) || !File.Exists(Path.Combine(Root, token, OrderFile)))
        {
            return null;
        }

        var folder = Path.Combine(Root, token);
        var order = JsonSerializer.Deserialize<ShelvedOrder>(await File.ReadAllTextAsync(Path.Combine(folder, OrderFile), cancellation))!;
        return order.Owner != owner.Id
            ? null
            : new ImportOrder(
                owner, [.. order.Names.Select((name, index) => new ImportFile(name, () => File.OpenRead(PathOf(folder, index))))], null, order.Year, order.City);
    }

    /// <summary>Takes files off the shelf.</summary>
    public void Remove(string token)
    {
        if (Guid.TryParseExact(token, "N", out _) && Directory.Exists(Path.Combine(Root, token)))
        {
            Directory.Delete(Path.Combine(Root, token), recursive: true);
        }
    }

    private void Clear()
    {
        MakePrivate(Root);
        foreach (var folder in new DirectoryInfo(Root).EnumerateDirectories().Where(folder => time.GetUtcNow() - folder.CreationTimeUtc > Kept))
        {
            folder.Delete(recursive: true);
        }
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string PathOf(string folder, int index) => Path.Combine(folder, index.ToString("0000", CultureInfo.InvariantCulture));

    private sealed record ShelvedOrder(string Owner, IReadOnlyList<string> Names, int? Year, string? City);
}
