using Greenprint.Monitoring;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>After an import, in the same act: whoever then opens a page sees the figures of the new readings.</summary>
internal sealed class ReadingsChanged(IStations stations, PlanRefresh refresh) : IReadingsListener
{
    public async Task Changed(IReadOnlyList<TouchedSeries> touched, string cause, CancellationToken cancellation)
    {
        var items = new HashSet<string>(StringComparer.Ordinal);
        var years = new HashSet<int>();
        foreach (var one in touched)
        {
            years.UnionWith(Enumerable.Range(ChinaTime.DayOf(one.From).Year, ChinaTime.DayOf(one.To).Year - ChinaTime.DayOf(one.From).Year + 1));
            if (await stations.FindSeries(one.Series, cancellation) is { } series)
            {
                items.Add(series.Item);
            }
        }

        await refresh.Run(Actor.System("greenprint"), cause, null, years, items, cancellation);
    }
}
