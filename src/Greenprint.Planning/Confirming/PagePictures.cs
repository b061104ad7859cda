using System.Globalization;
using Greenprint.Planning.Plans;
using Greenprint.Platform;

namespace Greenprint.Planning.Confirming;

/// <summary>
/// Draws pages of kept PDF documents (pdftoppm of poppler-utils, a process of its own with limits of time and memory) and keeps the pictures in the
/// store's folder <c>cache</c>, which may be deleted at any time.
/// </summary>
internal sealed class PagePictures(StoreLocation store) : IDisposable
{
    // The longer side: an A4 page at 150 dpi. A page as large as a map costs no more than this.
    private const int Pixels = 1754;

    // One page at a time: the server's other work goes on beside it.
    private readonly SemaphoreSlim drawing = new(1);

    public void Dispose() => drawing.Dispose();

    /// <summary>Path of the picture of a page; null where it cannot be drawn.</summary>
    public async Task<string?> Find(IFiles files, DocumentRow document, int page, CancellationToken cancellation)
    {
        var folder = Path.Combine(store.Folder, "cache", "pages", document.Sha256);
        var picture = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{page}.png"));
        if (File.Exists(picture))
        {
            return picture;
        }

        await drawing.WaitAsync(cancellation);
        try
        {
            if (!File.Exists(picture))
            {
                Directory.CreateDirectory(folder);
                await Draw(files, document.Sha256, page, picture, cancellation);
            }

            return File.Exists(picture) ? picture : null;
        }
        finally
        {
            drawing.Release();
        }
    }

    private async Task Draw(IFiles files, string sha256, int page, string picture, CancellationToken cancellation)
    {
        var draft = $"{picture[..^4]}-{Guid.NewGuid():N}";
        try
        {
            // Read through the store, so that a damaged file is noticed and not drawn.
            await using (var source = await files.Open(sha256, cancellation))
            await using (var copy = new FileStream($"{draft}.pdf", FileMode.CreateNew))
            {
                await source.CopyToAsync(copy, cancellation);
            }

            var number = page.ToString(CultureInfo.InvariantCulture);
            if (await Poppler.Run("pdftoppm", ["-q", "-png", "-singlefile", "-f", number, "-l", number, "-scale-to", Pixels.ToString(CultureInfo.InvariantCulture), $"{draft}.pdf", draft], cancellation) && File.Exists($"{draft}.png"))
            {
                File.Move($"{draft}.png", picture, overwrite: true);
            }
        }
        finally
        {
            File.Delete($"{draft}.pdf");
            File.Delete($"{draft}.png");
        }
    }
}
