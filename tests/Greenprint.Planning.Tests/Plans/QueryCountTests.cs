using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Plans;

public sealed class QueryCountTests
{
    [Fact]
    public async Task T18_a_plan_of_400_tasks_and_60_indicators_takes_no_more_queries_than_a_small_one()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack("small"));
        await store.Import(Large());
        using var commands = new Commands(store.Location.Work);

        await store.Plan("small");
        var small = commands.Count;
        var plan = await store.Plan("large");

        Assert.Equal((400, 60, 5), (plan!.KeyTasks.Count, plan.Indicators.Count, plan.Indicators[59].Steps.Count));
        Assert.InRange(small, 1, 10);
        Assert.Equal(2 * small, commands.Count);
    }

    private static PlanPack Large() => Pack("large") with
    {
        KeyTasks = [.. Enumerable.Range(1, 400).Select(i => new KeyTaskView(Name("t", i), Name("", i), new("任务"), new("正文"), "c2", Bureau.Id))],
        Indicators =
        [
            .. Enumerable.Range(1, 60).Select(i => Pm25() with
            {
                Code = Name("i", i), Steps = [.. Enumerable.Range(2026, 5).Select(year => new AnnualTarget(year, 20 + ((2030 - year) / 2m)))],
            }),
        ],
    };

    private static string Name(string stem, int i) => string.Create(CultureInfo.InvariantCulture, $"{stem}{i}");

    /// <summary>Counts the commands that the work database of one store is asked, whoever asks.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> subscriptions = [];
        private readonly string connection;
        private int count;

        public Commands(string connection)
        {
            this.connection = connection;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count => count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name
                && value.Value is CommandExecutedEventData { Command: DbCommand { Connection.DataSource: { } source } }
                && connection.Contains(source, StringComparison.Ordinal))
            {
                Interlocked.Increment(ref count);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
