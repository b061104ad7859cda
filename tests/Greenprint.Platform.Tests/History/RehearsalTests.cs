using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>The past of the sample county: its own moments, one transaction, and nowhere else.</summary>
public sealed class RehearsalTests
{
    private static readonly DateTimeOffset First = ChinaTime.At(new DateTime(2024, 1, 2, 8, 0, 0));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_is_lived_stands_at_its_moment_in_one_chain(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, kind: StoreKind.Demo);

        await store.In(async services =>
        {
            await services.GetRequiredService<IRehearsal>().Live(
                First,
                async life =>
                {
                    await Say(services, "one");
                    life.GoOnTo(First.AddDays(40));
                    await Say(services, "two");
                },
                Stop);
            await Say(services, "now");
            return 0;
        });

        var entries = await store.In(services => services.GetRequiredService<IHistory>().Of("test", Stop));
        Assert.Equal([First, First.AddDays(40), store.Clock.Now], entries.Select(entry => entry.At));
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(Stop)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_past_that_breaks_off_has_not_happened(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, kind: StoreKind.Demo);

        await store.In(async services =>
        {
            await Assert.ThrowsAsync<FormatException>(() => services.GetRequiredService<IRehearsal>().Live(
                First,
                async _ =>
                {
                    await Say(services, "one");
                    throw new FormatException();
                },
                Stop));
            return 0;
        });

        Assert.Empty(await store.In(services => services.GetRequiredService<IHistory>().Of("test", Stop)));
        await store.In(services => Say(services, "now"));
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(Stop)));
    }

    [Fact]
    public async Task A_store_of_real_work_has_no_past_but_its_own()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);

        await store.In(async services =>
        {
            await Assert.ThrowsAsync<RefusedException>(() => services.GetRequiredService<IRehearsal>().Live(First, _ => Say(services, "one"), Stop));
            await Assert.ThrowsAsync<RefusedException>(() => services.GetRequiredService<IPeople>().EndDemoRoles("x", "离任", Stop));
            return 0;
        });
    }

    [Fact]
    public async Task Time_goes_on_and_never_beyond_now()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, kind: StoreKind.Demo);

        await store.In(async services =>
        {
            await services.GetRequiredService<IRehearsal>().Live(
                First,
                life =>
                {
                    life.GoOnTo(First.AddDays(1));
                    Assert.Throws<ArgumentOutOfRangeException>(() => life.GoOnTo(First));
                    Assert.Throws<ArgumentOutOfRangeException>(() => life.GoOnTo(store.Clock.Now.AddMinutes(1)));
                    Assert.Equal(First.AddDays(1), services.GetRequiredService<IChinaClock>().Now);
                    return Task.CompletedTask;
                },
                Stop);
            Assert.Equal(store.Clock.Now, services.GetRequiredService<IChinaClock>().Now);
            return 0;
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<int> Say(IServiceProvider services, string word) => services.GetRequiredService<IChanges>().Apply(
        Actor.System("test"),
        change =>
        {
            change.Record("", "test", "test.said", new { word });
            return Task.FromResult(0);
        },
        Stop);
}
