using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>The rows that a run names, as they were stored with it.</summary>
internal sealed class NamedRows(GreenprintDb db)
{
    public async Task<IReadOnlyList<SeriesRows>> Of(RunContext context, CancellationToken cancellation)
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var part in context.Series.SelectMany(series => series.Chunks).Distinct(StringComparer.Ordinal).Chunk(500))
        {
            foreach (var chunk in await db.Set<ChunkRow>().AsNoTracking().Where(chunk => part.Contains(chunk.Digest)).ToListAsync(cancellation))
            {
                contents[chunk.Digest] = chunk.Content;
            }
        }

        // A chunk that was deleted leaves a gap, and the digest then tells.
        return [.. context.Series.Select(series => RowChunks.Unpack(
            series.Station, series.Item, series.Unit, series.Chunks.Where(contents.ContainsKey).Select(digest => contents[digest])))];
    }
}
