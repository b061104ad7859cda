using Greenprint.Delivery.Cycles;
using Greenprint.Platform;
using Greenprint.Server.SampleCounty;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.SampleCounty;

/// <summary>The county is made on whatever day somebody first runs the program: what its story tells must hold to its end.</summary>
public sealed class SampleLaterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_day_after_everything_that_its_story_tells_the_county_is_made_and_its_cycles_are_closed()
    {
        var (location, database) = await TestStore.NewLocation(StoreEngine.Sqlite);
        try
        {
            // The last cycle of 2026 closes in January.
            await using var site = Site.Compose(location, new DateOnly(2027, 2, 28));
            await site.Services.PrepareStore(StoreKind.Demo, Stop);
            await using var scope = site.Services.CreateAsyncScope();
            await County.In(scope.ServiceProvider).Make(_ => { }, Stop);

            var cycles = await scope.ServiceProvider.GetRequiredService<GreenprintDb>().Set<CycleRow>().AsNoTracking().ToListAsync(Stop);
            Assert.Contains(cycles, cycle => cycle.Period == "2026-12");
            Assert.All(cycles.Where(cycle => cycle.Due.Year < 2027 || cycle.Period == "2026-12"), cycle => Assert.NotNull(cycle.ClosedAt));
        }
        finally
        {
            await TestStore.Drop(location, database);
        }
    }
}
