using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Greenprint.Platform.Tests;

public sealed class DurabilityTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_engine_that_keeps_what_it_acknowledges_is_taken(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);

        await using var connection = await store.Services.GetRequiredService<IReadingsStore>().Open(TestContext.Current.CancellationToken);

        Assert.Equal(System.Data.ConnectionState.Open, connection.State);
    }

    [Fact]
    public async Task A_session_of_PostgreSQL_that_does_not_wait_for_the_disk_is_refused()
    {
        await using var store = await TestStore.Create(StoreEngine.PostgreSql);
        var careless = new NpgsqlConnectionStringBuilder(store.Location.Work) { Options = "-c synchronous_commit=off" }.ConnectionString;
        using var host = TestStore.Build(store.Location with { Work = careless, Readings = careless }, store.Clock);
        await using var scope = host.Services.CreateAsyncScope();

        var work = await Assert.ThrowsAsync<RefusedException>(() => scope.ServiceProvider.GetRequiredService<GreenprintDb>().Set<StoreRecord>().ToListAsync(TestContext.Current.CancellationToken));
        var readings = await Assert.ThrowsAsync<RefusedException>(() => scope.ServiceProvider.GetRequiredService<IReadingsStore>().Open(TestContext.Current.CancellationToken));

        Assert.Equal(("PLF-001", "PLF-001"), (work.Finding.Code, readings.Finding.Code));
    }

    [Fact]
    public async Task A_SQLite_that_cannot_keep_a_log_is_refused()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        using var host = TestStore.Build(store.Location with { Readings = "Data Source=:memory:" }, store.Clock);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.Services.GetRequiredService<IReadingsStore>().Open(TestContext.Current.CancellationToken));

        Assert.Equal("PLF-001", refused.Finding.Code);
    }

    [Fact]
    public async Task A_PostgreSQL_that_is_not_there_is_told_in_words()
    {
        var location = StoreLocation.OnPostgreSql("/nowhere", "Host=127.0.0.1;Port=9;Database=x;Username=x;Timeout=5");
        using var host = TestStore.Build(location, new TestClock());

        var error = await Record.ExceptionAsync(() => host.Services.GetRequiredService<IReadingsStore>().Open(TestContext.Current.CancellationToken));

        Assert.Equal("PLF-006", Refusals.Of(error)?.Code);
    }

    [Fact]
    public void A_bug_is_seen_as_one() => Assert.Null(Refusals.Of(new InvalidOperationException("x", new FormatException())));
}
