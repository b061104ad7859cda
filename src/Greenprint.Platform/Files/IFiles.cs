using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>A file of the store.</summary>
/// <param name="Sha256">Digest of its content, lower-case hexadecimal: the name under which it is found again.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StoredFile(string Sha256, long Bytes);

/// <summary>
/// Files of the store (规划文本、佐证材料), kept by their content: the same content twice is one file, and a file never changes. A row that names a
/// file is written after it, so that a crash between the two leaves a file that nobody names, and never a name without its file.
/// </summary>
public interface IFiles
{
    /// <summary>Keeps a content; returns when it has reached the disk.</summary>
    /// <param name="content">The content, from where it stands to its end.</param>
    /// <param name="largest">The largest size that is taken, in bytes.</param>
    /// <param name="cancellation">Stops it; nothing is kept then.</param>
    /// <exception cref="RefusedException">The content is larger.</exception>
    Task<StoredFile> Put(Stream content, long largest, CancellationToken cancellation);

    /// <summary>Opens a kept file for reading, after its content was compared with its digest.</summary>
    /// <exception cref="RefusedException">The file is missing or damaged.</exception>
    Task<Stream> Open(string sha256, CancellationToken cancellation);
}

/// <summary>Names the files that a module's rows rest on. <c>greenprint doctor</c> asks whether each of them is there and whole.</summary>
public interface IFileNames
{
    /// <summary>Every file that is needed, with what it is for a person.</summary>
    Task<IReadOnlyList<(string Sha256, Bilingual What)>> Needed(CancellationToken cancellation);
}
