using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards.Water;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Indicators.Tests;

/// <summary>A store with the modules below Indicators, on 15 March 2026 unless said otherwise, and short ways to fill it.</summary>
internal sealed class County : IAsyncDisposable
{
    public const string Region = "990199";

    private County(TestStore store) => Store = store;

    public TestStore Store { get; }

    public static Actor Clerk { get; } = new("7", "李文");

    public static async Task<County> Create(StoreEngine engine = StoreEngine.Sqlite, DateOnly? today = null) => new(await TestStore.Create(
        engine,
        builder =>
        {
            builder.AddPlanning();
            builder.AddMonitoring();
            builder.AddIndicators();
        },
        today: today));

    public static PlanPack Pack(string id, int start, int end, params PackIndicator[] indicators) => new()
    {
        Format = PlanPack.CurrentFormat,
        Id = id,
        Region = Region,
        Title = ("试验县规划", "Plan of a test county"),
        Start = start,
        End = end,
        Regions = [new Region(Region, null, ("试验县", "Test County"), RegionLevel.County, IsDemo: false)],
        Groups = [new IndicatorGroup("g", ("环境治理", "Environment"))],
        Indicators = indicators,
    };

    public static PackIndicator Indicator(
        string code, ValueOrigin deciding = ValueOrigin.Reported, string? method = null, string? arguments = null, decimal target = 30, decimal baseline = 33,
        int year = 2030, TargetKind kind = TargetKind.AtMost, int decimals = 1, string unit = "µg/m³", int baselineYear = 2025) => new()
        {
            Code = code,
            Name = (code, code),
            Group = "g",
            Unit = unit,
            Decimals = decimals,
            Deciding = deciding,
            Method = method is null ? null : new MethodBinding(method, Arguments(arguments)),
            Baseline = new PackBaseline(baselineYear, baseline),
            Target = new PackTarget(kind, year, target),
        };

    public Task<PlanImport> Plan(PlanPack pack) =>
        Store.In(services => services.GetRequiredService<IChanges>().Apply(
            Clerk, change => services.GetRequiredService<IPlanPacks>().Import(change, pack, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));

    public Task Stations(params NewStation[] stations) => Store.Change(async change =>
    {
        await using var scope = Store.Scope();
        await scope.ServiceProvider.GetRequiredService<IStations>().Add(change, stations, TestContext.Current.CancellationToken);
        return 0;
    });

    public static NewStation Air(string code) => new(code, (code, code), StationKind.Air, "试验", Region);

    public static NewStation Section(string code, WaterBody water = WaterBody.River) => new(code, (code, code), StationKind.SurfaceWater, "试验", Region, water);

    /// <summary>Stores hourly means of the given days; a null leaves the hour without a reading.</summary>
    public Task<ImportReport> Hours(string station, string item, DateOnly from, DateOnly to, Func<DateTimeOffset, decimal?> value, string source = "given") =>
        Give(source, Each(station, item, from, to, value));

    public Task<ImportReport> Give(string source, IEnumerable<GivenReading> readings, ReadingRank rank = ReadingRank.Raw) =>
        Store.In(services => services.GetRequiredService<IObservationImport>().Store(Clerk, source, readings, rank, TestContext.Current.CancellationToken));

    public Task<T> Ask<TDoor, T>(Func<TDoor, Task<T>> question)
        where TDoor : notnull => Store.In(services => question(services.GetRequiredService<TDoor>()));

    public Task<IReadOnlyList<ComputedFigure>> Compute(string plan, params Period[] periods) => Store.In(async services => await services
        .GetRequiredService<IComputations>().Compute(
            new(Clerk, (await services.GetRequiredService<IPlans>().Find(plan, TestContext.Current.CancellationToken))!, periods), TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static IEnumerable<GivenReading> Each(string station, string item, DateOnly from, DateOnly to, Func<DateTimeOffset, decimal?> value)
    {
        for (var hour = ChinaTime.StartOf(from); hour < ChinaTime.StartOf(to.AddDays(1)); hour = hour.AddHours(1))
        {
            if (value(hour) is { } given)
            {
                yield return new(station, item, hour, TimeSpan.FromHours(1), given);
            }
        }
    }

    private static Dictionary<string, string> Arguments(string? text) =>
        (text ?? $"region={Region}").Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
}
