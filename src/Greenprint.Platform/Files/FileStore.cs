using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Greenprint.Platform;

/// <summary>The files of a store in its folder: <c>files/ab/&lt;sha256&gt;</c>.</summary>
internal sealed partial class FileStore(StoreLocation store, TimeProvider time) : IFiles
{
    /// <summary>Where a content lies until it is whole: outside <c>files</c>, so that a backup never meets a half one.</summary>
    internal const string Incoming = "incoming";

    // Several processes may write the files of one store on PostgreSQL; what one of them is writing now is not this old.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private string Root => Path.Combine(store.Folder, "files");

    public async Task<StoredFile> Put(Stream content, long largest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        PrivateFolder.Make(Path.Combine(store.Folder, Incoming));
        var draft = Path.Combine(store.Folder, Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var kept = await Write(content, draft, largest, cancellation);
            var path = PathOf(kept.Sha256);
            if (!await IsWhole(path, kept.Sha256, cancellation))
            {
                PrivateFolder.Make(Root);
                PrivateFolder.Make(Path.GetDirectoryName(path)!);
                File.Move(draft, path, overwrite: true);
            }

            return kept;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public async Task<Stream> Open(string sha256, CancellationToken cancellation)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
        {
            throw new RefusedException(PlatformFindings.FileMissing(sha256));
        }

        return await IsWhole(path, sha256, cancellation)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, useAsync: true)
            : throw new RefusedException(PlatformFindings.FileDamaged(sha256));
    }

    /// <summary>Deletes what a crash left half written.</summary>
    internal void Clean()
    {
        var folder = new DirectoryInfo(Path.Combine(store.Folder, Incoming));
        if (!folder.Exists)
        {
            return;
        }

        // On SQLite whoever prepares the store is its only writer.
        foreach (var left in folder.EnumerateFiles().Where(file => store.Engine == StoreEngine.Sqlite || time.GetUtcNow() - file.LastWriteTimeUtc > Abandoned))
        {
            left.Delete();
        }
    }

    /// <summary>True where the file is there with the content that its name promises.</summary>
    internal static async Task<bool> IsWhole(string path, string sha256, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) == sha256;
    }

    internal string PathOf(string sha256) => Digest().IsMatch(sha256)
        ? Path.Combine(Root, sha256[..2], sha256)
        : throw new ArgumentException($"'{sha256}' is no SHA-256 in lower-case hexadecimal.", nameof(sha256));

    private static async Task<StoredFile> Write(Stream content, string draft, long largest, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFolder.FileMode;
        }

        await using var file = new FileStream(draft, options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var bytes = 0L;
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes += read;
            if (bytes > largest)
            {
                throw new RefusedException(PlatformFindings.FileTooLarge(largest));
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Digest();
}
