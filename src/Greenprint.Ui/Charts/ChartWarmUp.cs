using Microsoft.Extensions.Hosting;

namespace Greenprint.Ui.Charts;

/// <summary>Reads and runs the chart bundle once while the program starts, so that the first reader does not wait for it.</summary>
internal sealed class ChartWarmUp(ChartPictures pictures) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(DrawOne, stoppingToken);

    private void DrawOne()
    {
        try
        {
            pictures.Draw(new YearChartModel(("预热", "Warm-up"), ("", ""), 0, [new YearPoint(2025, 1, null, 1)]).ToOption(demo: false), 320, 200);
        }
        catch (ObjectDisposedException)
        {
            // The program was stopped before it was warm.
        }
    }
}
