using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class StoreSchemaTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Preparing_twice_changes_nothing(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, kind: StoreKind.Demo);
        var before = await Record(store);

        await store.Services.PrepareStore(cancellation: TestContext.Current.CancellationToken);

        var after = await Record(store);
        Assert.Equal((before.Id, StoreKind.Demo), (after.Id, after.Kind));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Steps_of_readings_tables_run_once_and_in_order(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine, builder => builder.Services.AddSingleton<IReadingsSchema, TwoSteps>());
        await store.Services.PrepareStore(cancellation: TestContext.Current.CancellationToken);

        await using var connection = await store.Services.GetRequiredService<IReadingsStore>().Open(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT note FROM sample_steps";
        Assert.Equal("second step, once", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static Task<StoreRecord> Record(TestStore store) =>
        store.In(services => services.GetRequiredService<GreenprintDb>().Set<StoreRecord>().SingleAsync());

    private sealed class TwoSteps : IReadingsSchema
    {
        public IReadOnlyList<string> Steps(StoreEngine engine) =>
        [
            "CREATE TABLE sample_steps (id integer PRIMARY KEY)",
            "ALTER TABLE sample_steps ADD COLUMN note text; INSERT INTO sample_steps (id, note) VALUES (1, 'second step, once');",
        ];
    }
}
