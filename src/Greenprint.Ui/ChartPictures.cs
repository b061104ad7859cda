using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Acornima.Ast;
using Greenprint.Ui.Charts;
using Jint;
using Microsoft.Extensions.Caching.Memory;

namespace Greenprint.Ui;

/// <summary>Draws a chart as SVG inside the program: the same ECharts and the same option as in the browser, for pages without script, reports and embeds.</summary>
/// <remarks>A picture drawn once is kept by the digest of its option; the keep can be dropped at any time. Safe to call from many threads.</remarks>
public sealed class ChartPictures : IDisposable
{
    // Characters of SVG that are kept: some hundred charts.
    private const long LargestKeep = 24_000_000;

    private static readonly Lazy<Prepared<Script>> Bundle = new(ReadBundle);

    private readonly ConcurrentBag<Engine> idle = [];
    private readonly SemaphoreSlim places = new(Math.Max(2, Environment.ProcessorCount));
    private readonly MemoryCache drawn = new(new MemoryCacheOptions { SizeLimit = LargestKeep });

    /// <summary>The chart as one <c>svg</c> element. Its colours are CSS variables of the page; <see cref="DrawAlone"/> resolves them.</summary>
    /// <param name="option">The ECharts option.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="height">In CSS pixels.</param>
    public string Draw(ChartOption option, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        var key = string.Create(CultureInfo.InvariantCulture, $"{option.Digest} {width}x{height}");
        if (drawn.TryGetValue(key, out string? known) && known is not null)
        {
            return known;
        }

        var svg = SvgText.ForPage(InEngine(option.Json, width, height));
        return drawn.Set(key, svg, new MemoryCacheEntryOptions { Size = svg.Length });
    }

    /// <summary>The chart as a file of its own: light colours written out, white ground.</summary>
    public string DrawAlone(ChartOption option, int width, int height) => SvgText.Alone(Draw(option, width, height));

    /// <inheritdoc />
    public void Dispose()
    {
        while (idle.TryTake(out var engine))
        {
            engine.Dispose();
        }

        drawn.Dispose();
    }

    private string InEngine(string json, int width, int height)
    {
        // An engine belongs to one thread at a time; there are never more of them than places.
        places.Wait();
        try
        {
            var engine = idle.TryTake(out var rested) ? rested : new Engine().Execute(Bundle.Value);
            var svg = engine.Invoke("drawChart", json, width, height).AsString();
            idle.Add(engine);   // not after a failure: an engine that threw is not used again
            return svg;
        }
        finally
        {
            places.Release();
        }
    }

    private static Prepared<Script> ReadBundle()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("charts-server.js")
            ?? throw new InvalidOperationException("The chart bundle is not in the assembly: build Greenprint.Ui with its front end.");
        using var reader = new StreamReader(stream);
        return Engine.PrepareScript(reader.ReadToEnd());
    }
}
