using System.Collections.Concurrent;
using System.Globalization;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Planning.Confirming;

/// <summary>Finds the words of an item on the page where it stands, so that the screen can mark them on the page's picture.</summary>
internal sealed class PageMarks(IServiceScopeFactory scopes)
{
    // Some hundred pages of words: an editor turns back and forth among the same few.
    private const int Kept = 300;

    private readonly ConcurrentDictionary<(string Sha256, int Page), PageWords> known = new();

    /// <summary>The places of an item on a page; none where the page does not say it in words.</summary>
    public async Task<IReadOnlyList<PageArea>> Find(string plan, int number, int page, FoundItem item, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<GreenprintDb>().Set<DocumentRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Plan == plan && row.Number == number, cancellation);
        if (document is not { HasFile: true, Format: "pdf" })
        {
            return [];
        }

        var key = (document.Sha256, page);
        if (!known.TryGetValue(key, out var words))
        {
            words = PageWords.Parse(await Read(scope.ServiceProvider.GetRequiredService<IFiles>(), document.Sha256, page, cancellation));
            if (known.Count >= Kept)
            {
                known.Clear();
            }

            known[key] = words;
        }

        return words.Find(item.Place.Quote, item.Found?.Name);
    }

    private static async Task<string> Read(IFiles files, string sha256, int page, CancellationToken cancellation)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"greenprint-{Guid.NewGuid():N}");
        try
        {
            await using (var source = await files.Open(sha256, cancellation))
            await using (var target = new FileStream($"{copy}.pdf", FileMode.CreateNew))
            {
                await source.CopyToAsync(target, cancellation);
            }

            var number = page.ToString(CultureInfo.InvariantCulture);
            return await Poppler.Run("pdftotext", ["-q", "-bbox", "-f", number, "-l", number, $"{copy}.pdf", $"{copy}.xml"], cancellation) && File.Exists($"{copy}.xml")
                ? await File.ReadAllTextAsync($"{copy}.xml", cancellation)
                : "";
        }
        finally
        {
            File.Delete($"{copy}.pdf");
            File.Delete($"{copy}.xml");
        }
    }
}
