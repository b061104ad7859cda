using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

internal sealed class HistoryReader(GreenprintDb db) : IHistory
{
    public async Task<IReadOnlyList<HistoryEntry>> Of(string subject, CancellationToken cancellation)
    {
        var entries = db.Set<HistoryEntry>().AsNoTracking();
        // Ordinal bounds, not LIKE: SQLite's LIKE is blind to case, and a subject may hold a wildcard.
        var chosen = subject.EndsWith('/')
            ? entries.Where(entry => entry.Subject.Substring(0, subject.Length) == subject)
            : entries.Where(entry => entry.Subject == subject);
        return await chosen.OrderBy(entry => entry.Number).ToListAsync(cancellation);
    }

    public async Task<HistoryFault?> Verify(CancellationToken cancellation)
    {
        var head = await db.Set<HistoryHead>().AsNoTracking().SingleAsync(cancellation);
        var (number, digest) = (0L, HistoryDigest.Beginning);
        // Entries that a writer appends after the head was read are not its business.
        var chain = db.Set<HistoryEntry>().AsNoTracking().Where(entry => entry.Number <= head.Number).OrderBy(entry => entry.Number);
        await foreach (var entry in chain.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            number++;
            if (entry.Number != number)
            {
                return new(number, ($"缺少第 {number} 条记录。", $"Entry {number} is missing."));
            }

            if (entry.PreviousDigest != digest)
            {
                return new(number, ($"第 {number} 条与前一条的摘要不衔接。", $"Entry {number} does not carry the digest of the entry before it."));
            }

            if (entry.Digest != HistoryDigest.Of(entry))
            {
                return new(number, ($"第 {number} 条的内容与其摘要不符，已被改动。", $"Entry {number} does not match its digest: it was changed."));
            }

            digest = entry.Digest;
        }

        return number == head.Number && digest == head.Digest
            ? null
            : new(number + 1, ("链的末端与登记不符，末尾的记录被删除或替换。", "The end of the chain is not the registered one: entries at the end were removed or replaced."));
    }
}
