using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

internal sealed class Rehearsal(GreenprintDb db, IChinaClock clock) : IRehearsal
{
    public async Task Live(DateTimeOffset first, Func<PastLife, Task> past, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(past);
        if (await db.Set<StoreRecord>().AsNoTracking().Select(store => store.Kind).SingleAsync(cancellation) != StoreKind.Demo)
        {
            throw new RefusedException(PlatformFindings.NotADemoStore());
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var life = new PastLife(first, clock.Now);
        ChinaClock.BeginPast(life);
        try
        {
            await past(life);
        }
        finally
        {
            ChinaClock.EndPast();
        }

        await transaction.CommitAsync(cancellation);
    }
}
