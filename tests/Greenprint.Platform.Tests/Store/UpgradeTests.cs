using System.CommandLine;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Platform.Tests;

/// <summary>A store of an older and of a newer program, told by the steps of its readings tables.</summary>
public sealed class UpgradeTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_older_store_gets_the_steps_it_lacks_and_keeps_its_rows(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, With(1));
        await Sql(store.Services, "INSERT INTO sample_steps (id) VALUES (7)");
        using var newer = TestStore.Build(store.Location, store.Clock, With(2));
        Assert.Equal(SchemaState.Older, await State(newer));

        await newer.Services.PrepareStore(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(SchemaState.Current, await State(newer));
        Assert.Equal("as before", await Sql(newer.Services, "SELECT note FROM sample_steps WHERE id = 7"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_newer_store_is_refused_and_left_alone(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, With(2));
        using var older = TestStore.Build(store.Location, store.Clock, With(1));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => older.Services.PrepareStore(cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("PLF-009", refused.Finding.Code);
        Assert.Equal(SchemaState.Current, await State(TestStore.Build(store.Location, store.Clock, With(2))));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_step_that_fails_leaves_nothing_and_is_begun_again(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, With(1));
        using var broken = TestStore.Build(store.Location, store.Clock, builder => builder.Services.AddSingleton<IReadingsSchema>(new Steps(2, breaks: true)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => broken.Services.PrepareStore(cancellation: TestContext.Current.CancellationToken));

        using var mended = TestStore.Build(store.Location, store.Clock, With(2));
        await mended.Services.PrepareStore(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(SchemaState.Current, await State(mended));
    }

    [Fact]
    public async Task A_reading_verb_upgrades_an_older_store_unless_somebody_writes_it()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite, With(1));
        using (StoreHold.Take(store.Location, "greenprint serve"))
        {
            Assert.Contains("PLF-010", (await Look(store)).Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await Look(store)).Exit);
        using var newer = TestStore.Build(store.Location, store.Clock, With(2));
        Assert.Equal(SchemaState.Current, await State(newer));
    }

    private static async Task<(int Exit, string Error)> Look(TestStore store)
    {
        var host = new VerbHost((location, _) => TestStore.Build(location, store.Clock, With(2)));
        var look = new Command("look");
        look.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Read, (_, _) => Task.FromResult(0), cancellation));
        using var error = new StringWriter();
        var exit = await new RootCommand { CommonOptions.Data, CommonOptions.DatabaseFile, CommonOptions.Today, look }
            .Parse(["look", "--data", store.Location.Folder]).InvokeAsync(new InvocationConfiguration { Error = error, EnableDefaultExceptionHandler = false });
        return (exit, error.ToString());
    }

    private static Action<IHostApplicationBuilder> With(int steps) => builder => builder.Services.AddSingleton<IReadingsSchema>(new Steps(steps));

    private static async Task<SchemaState> State(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreSchema>().State(TestContext.Current.CancellationToken);
    }

    private static async Task<object?> Sql(IServiceProvider services, string sql)
    {
        await using var connection = await services.GetRequiredService<IReadingsStore>().Open(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Steps(int count, bool breaks = false) : IReadingsSchema
    {
        IReadOnlyList<string> IReadingsSchema.Steps(StoreEngine engine) =>
        [
            .. new[]
            {
                "CREATE TABLE sample_steps (id integer PRIMARY KEY)",
                "ALTER TABLE sample_steps ADD COLUMN note text; UPDATE sample_steps SET note = 'as before';" + (breaks ? " INSERT INTO no_such_table VALUES (1);" : ""),
            }.Take(count),
        ];
    }
}
