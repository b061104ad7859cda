using Greenprint.Indicators;
using Greenprint.Platform;
using Greenprint.Server.SampleCounty;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.SampleCounty;

/// <summary>The same county on the production engine: the same states, figures and digests.</summary>
public sealed class SampleOnPostgreSqlTests(SampleHost host)
{
    [Fact, Trait("Length", "Long")]
    public async Task Both_engines_give_the_same_county()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (location, database) = await TestStore.NewLocation(StoreEngine.PostgreSql);
        try
        {
            await using var site = Site.Compose(location, SampleHost.Today);
            await site.Services.PrepareStore(StoreKind.Demo, cancellation);
            await using var scope = site.Services.CreateAsyncScope();
            await County.In(scope.ServiceProvider).Make(_ => { }, cancellation);
            await using var other = host.Services.CreateAsyncScope();
            foreach (var plan in new[] { "lanwan-14", "lanwan-15", "xiyuan-15", "cangyu-15" })
            {
                Assert.Equal(await Figures(other.ServiceProvider, plan), await Figures(scope.ServiceProvider, plan));
                Assert.Equal(await Digests(other.ServiceProvider, plan), await Digests(scope.ServiceProvider, plan));
            }
        }
        finally
        {
            await TestStore.Drop(location, database);
        }
    }

    private static async Task<IEnumerable<string>> Figures(IServiceProvider services, string plan)
    {
        var standings = await services.GetRequiredService<IStandings>().OfPlan(plan, SampleHost.Today, CancellationToken.None);
        return [.. standings!.Indicators.Select(one => $"{one.Indicator.Code} {one.Standing.State} {one.Standing.Latest?.Value} {one.Standing.Gap}")];
    }

    private static async Task<IEnumerable<string>> Digests(IServiceProvider services, string plan)
    {
        var runs = await services.GetRequiredService<IComputations>().Runs(plan, null, CancellationToken.None);
        return [.. runs.Select(run => $"{run.Indicator} {run.Period} {run.Published} {run.InputDigest}").Order(StringComparer.Ordinal)];
    }
}
