namespace Greenprint.Platform;

/// <summary>What a backup says it holds. Everything in it is compared when it is restored.</summary>
/// <param name="Format">Version of this form.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="Engine">Engine of the store; a backup is restored on the same one.</param>
/// <param name="Created">When.</param>
/// <param name="Store">Id of the store.</param>
/// <param name="Migrations">Migrations that the work database has, in order.</param>
/// <param name="Readings">Version of each module's readings tables.</param>
/// <param name="History">End of the chain.</param>
/// <param name="Tables">Every table with its rows.</param>
/// <param name="Parts">Every file of the archive.</param>
internal sealed record BackupManifest(
    int Format,
    string Program,
    string Engine,
    DateTimeOffset Created,
    Guid Store,
    IReadOnlyList<string> Migrations,
    IReadOnlyDictionary<string, int> Readings,
    HistoryEnd History,
    IReadOnlyList<TableContent> Tables,
    IReadOnlyList<ArchivePart> Parts)
{
    public const int CurrentFormat = 1;
    public const string Name = "manifest.json";
    public const string DigestName = "manifest.sha256";
}

/// <summary>The last entry of the history.</summary>
internal sealed record HistoryEnd(long Number, string Digest);

/// <summary>One table: how many rows, and a digest over all of them in the order of the key.</summary>
internal sealed record TableContent(string Database, string Name, long Rows, string Digest);

/// <summary>One file of the archive.</summary>
internal sealed record ArchivePart(string Path, long Bytes, string Digest);
