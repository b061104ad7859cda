using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Greenprint.Platform;

/// <summary>Writes the parts of a backup into one ZIP and remembers the digest of each.</summary>
internal sealed class ArchiveWriter(ZipArchive zip)
{
    private readonly List<ArchivePart> parts = [];

    public IReadOnlyList<ArchivePart> Parts => parts;

    public async Task<T> Add<T>(string path, Func<Stream, Task<T>> fill)
    {
        await using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        await using var counted = new DigestingStream(entry);
        var result = await fill(counted);
        await counted.FlushAsync();
        parts.Add(new(path, counted.Bytes, counted.Digest()));
        return result;
    }

    public async Task AddFile(string path, string file, CancellationToken cancellation)
    {
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await Add(path, async target =>
        {
            await source.CopyToAsync(target, cancellation);
            return 0;
        });
    }

    /// <summary>The manifest comes last, because it names everything else; its own digest stands beside it.</summary>
    public async Task Close(BackupManifest manifest)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, ArchiveReader.Json);
        await using (var entry = zip.CreateEntry(BackupManifest.Name).Open())
        {
            await entry.WriteAsync(json);
        }

        await using var digest = new StreamWriter(zip.CreateEntry(BackupManifest.DigestName).Open());
        await digest.WriteAsync(Convert.ToHexStringLower(SHA256.HashData(json)));
    }
}

/// <summary>Opens a backup and proves, before anything is made of it, that it is whole.</summary>
internal sealed class ArchiveReader : IDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly ZipArchive zip;

    private ArchiveReader(ZipArchive zip, BackupManifest manifest) => (this.zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="RefusedException">The file is no backup, is cut short, was changed, or is of a newer form.</exception>
    public static async Task<ArchiveReader> Open(string file, CancellationToken cancellation)
    {
        ZipArchive? zip = null;
        try
        {
            zip = await ZipFile.OpenReadAsync(file, cancellation);
            var reader = new ArchiveReader(zip, await ReadManifest(zip, file, cancellation));
            await reader.Verify(file, cancellation);
            return reader;
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or JsonException)
        {
            zip?.Dispose();
            throw new RefusedException(PlatformFindings.BadBackup(file, fault.Message));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new RefusedException(PlatformFindings.CannotRead(file, fault.Message));
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public Stream Part(string path) => zip.GetEntry(path)!.Open();

    public async Task Extract(string path, string target, CancellationToken cancellation)
    {
        PrivateFolder.Make(Path.GetDirectoryName(target)!);
        await using var source = Part(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFolder.FileMode;
        }

        await using var file = new FileStream(target, options);
        await source.CopyToAsync(file, cancellation);
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => zip.Dispose();

    private static async Task<BackupManifest> ReadManifest(ZipArchive zip, string file, CancellationToken cancellation)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { } entry || zip.GetEntry(BackupManifest.DigestName) is not { } beside)
        {
            throw new RefusedException(PlatformFindings.BadBackup(file, BackupManifest.Name));
        }

        using var bytes = new MemoryStream();
        await using (var source = await entry.OpenAsync(cancellation))
        {
            await source.CopyToAsync(bytes, cancellation);
        }

        using var digest = new StreamReader(await beside.OpenAsync(cancellation));
        if (await digest.ReadToEndAsync(cancellation) != Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())))
        {
            throw new RefusedException(PlatformFindings.BadBackup(file, BackupManifest.Name));
        }

        var manifest = JsonSerializer.Deserialize<BackupManifest>(bytes.ToArray(), Json)!;
        return manifest.Format == BackupManifest.CurrentFormat
            ? manifest
            : throw new RefusedException(PlatformFindings.StoreTooNew($"{Path.GetFileName(file)}, {manifest.Program}"));
    }

    private async Task Verify(string file, CancellationToken cancellation)
    {
        foreach (var part in Manifest.Parts)
        {
            // A name that leads out of the store's folder is none of ours.
            var leadsOut = Path.IsPathRooted(part.Path) || part.Path.Split('/', '\\').Contains("..");
            if (leadsOut || zip.GetEntry(part.Path) is not { } entry)
            {
                throw new RefusedException(PlatformFindings.BadBackup(file, part.Path));
            }

            await using var source = await entry.OpenAsync(cancellation);
            await using var counted = new DigestingStream(Stream.Null);
            await source.CopyToAsync(counted, cancellation);
            if (counted.Bytes != part.Bytes || counted.Digest() != part.Digest)
            {
                throw new RefusedException(PlatformFindings.BadBackup(file, part.Path));
            }
        }
    }
}
