using System.Collections.Concurrent;
using System.Globalization;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Planning.Confirming;

/// <summary>Finds the words of an item on the page where it stands, so that the screen can mark them on the page's picture.</summary>
/// <remarks>Asks for no rights: only the screen calls it, about a document and an item that it was given after its person's rights were asked.</remarks>
internal sealed class PageMarks(StoreLocation store, IServiceScopeFactory scopes) : IDisposable
{
    // Some hundred pages of words: an editor turns back and forth among the same few.
    private const int Kept = 300;

    private readonly ConcurrentDictionary<(string Sha256, int Page), PageWords> known = new();

    // One page at a time, as with their pictures: who leafs quickly asks for many.
    private readonly SemaphoreSlim reading = new(1);

    public void Dispose() => reading.Dispose();

    /// <summary>The places of an item on a page; none where the page does not say it in words, or cannot be read any more.</summary>
    public async Task<IReadOnlyList<PageArea>> Find(string plan, int number, int page, FoundItem item, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<GreenprintDb>().Set<DocumentRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Plan == plan && row.Number == number, cancellation);
        if (document is not { HasFile: true, Format: "pdf" })
        {
            return [];
        }

        try
        {
            var words = await Words(scope.ServiceProvider.GetRequiredService<IFiles>(), (document.Sha256, page), cancellation);
            return words.Find(item.Place.Quote, item.Found?.Name);
        }
        catch (RefusedException)
        {
            return [];   // the file is missing or damaged: the page's picture, or doctor, says so
        }
    }

    private async Task<PageWords> Words(IFiles files, (string Sha256, int Page) key, CancellationToken cancellation)
    {
        if (known.TryGetValue(key, out var words))
        {
            return words;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            if (!known.TryGetValue(key, out words))
            {
                words = PageWords.Parse(await Read(files, key.Sha256, key.Page, cancellation));
                if (known.Count >= Kept)
                {
                    known.Clear();
                }

                known[key] = words;
            }

            return words;
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<string> Read(IFiles files, string sha256, int page, CancellationToken cancellation)
    {
        var folder = Path.Combine(store.Folder, "cache", $"words-{Guid.NewGuid():N}");
        PrivateFolder.Make(folder);
        try
        {
            var (copy, text) = (Path.Combine(folder, "copy.pdf"), Path.Combine(folder, "words.xml"));
            await using (var source = await files.Open(sha256, cancellation))
            await using (var target = new FileStream(copy, FileMode.CreateNew))
            {
                await source.CopyToAsync(target, cancellation);
            }

            var number = page.ToString(CultureInfo.InvariantCulture);
            return await Poppler.Run("pdftotext", ["-q", "-bbox", "-f", number, "-l", number, copy, text], cancellation) && File.Exists(text)
                ? await File.ReadAllTextAsync(text, cancellation)
                : "";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
