using System.Globalization;
using Greenprint.Delivery.Inbox;
using Greenprint.Delivery.Reports;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Store;

public sealed class QueryCountTests
{
    [Fact]
    public async Task A_long_inbox_takes_no_more_queries_than_a_short_one()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        using var commands = new CommandCount(county.Store);
        await Reported(county, 1, 2);
        var few = await Asked(county, commands);

        await Reported(county, 3, 30);
        Assert.Equal(few, await Asked(county, commands));
        Assert.All(new[] { few.Report, few.Check }, count => Assert.InRange(count, 1, 20));
    }

    private static async Task<(int Report, int Check)> Asked(County county, CommandCount commands)
    {
        commands.Take();
        var mine = await county.In(services => services.GetRequiredService<WorkLists>().ToReport(county["chen"], County.Stop));
        var report = commands.Take();
        await county.In(async services =>
        {
            var lines = await services.GetRequiredService<WorkLists>().ToCheck(county["zhao"], County.Stop);
            return await services.GetRequiredService<ReportDesk>().ToCheck([.. lines.Select(line => line.Row)], County.Stop);
        });
        Assert.NotEmpty(mine);
        return (report, commands.Take());
    }

    // Each second one is handed in, the others wait for their report.
    private static async Task Reported(County county, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            var id = await county.InHand(string.Create(CultureInfo.InvariantCulture, $"warning/{i}"));
            if (i % 2 == 0)
            {
                var seen = (await county.Stored(id)).Item.Version;
                Assert.Empty(await county.In(services => services.GetRequiredService<ReportDesk>().Submit(county["chen"], id, seen, new("", "进展", "", "", false), County.Stop)));
            }
        }
    }
}
