using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Greenprint.AirStatistics;

/// <summary>
/// Made to be driven by <c>bench.py</c>: <c>generate FOLDER STATIONS YEARS</c> makes the hours, as arrays and as a DuckDB file; <c>product FOLDER THREADS</c> and
/// <c>duckdb FOLDER THREADS</c> load the arrays and then obey a line each: <c>run</c>, <c>write FOLDER</c>; <c>cold product …</c> and <c>cold duckdb …</c> go once from
/// their own files to the figures.
/// </summary>
internal static class Program
{
    private const string DuckDbFile = "hours.duckdb";

    private static int Main(string[] arguments)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (arguments)
        {
            case ["generate", var folder, var stations, var years]:
                var data = Generator.Make(Number(stations), Number(years));
                data.Save(folder);
                DuckDbPeer.Filled(data, 2, Path.Combine(folder, DuckDbFile)).Dispose();
                return 0;
            case ["product", var folder, var threads]:
                return Obey(new Product(Dataset.Load(folder), Number(threads)));
            case ["duckdb", var folder, var threads]:
                return Obey(DuckDbPeer.Filled(Dataset.Load(folder), Number(threads)));
            case ["cold", "product", var folder, var threads]:
                new Product(Dataset.Load(folder), Number(threads)).Run();
                return 0;
            case ["cold", "duckdb", var folder, var threads]:
                DuckDbPeer.OfFile(Path.Combine(folder, DuckDbFile), Dataset.Shape(folder), Number(threads)).Run();
                return 0;
            default:
                Console.Error.WriteLine("generate FOLDER STATIONS YEARS | [cold] product FOLDER THREADS | [cold] duckdb FOLDER THREADS");
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int Obey(IContestant contestant)
    {
        GC.Collect();
        Say(new { loaded = contestant.About, rssMb = Memory.ResidentMb() });
        while (Console.ReadLine() is { } order)
        {
            switch (order.Split(' ', 2))
            {
                case ["run"]:
                    contestant.Forget();
                    GC.Collect();
                    Memory.ForgetPeak();
                    var (before, cpu, watch) = (Memory.ResidentMb(), Cpu(), Stopwatch.StartNew());
                    contestant.Run();
                    var (seconds, used, peak) = (watch.Elapsed.TotalSeconds, (Cpu() - cpu).TotalSeconds, Memory.PeakMb());
                    Say(new { seconds, cpu = used, rssBeforeMb = before, peakMb = peak, also = contestant.Also() });
                    break;
                case ["write", var folder]:
                    Directory.CreateDirectory(folder);
                    contestant.Write(folder);
                    Say(new { written = folder });
                    break;
                default:
                    return 2;
            }
        }

        return 0;
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static void Say(object what)
    {
        Console.WriteLine(JsonSerializer.Serialize(what));
        Console.Out.Flush();
    }
}

/// <summary>One who does the whole work from hours in memory.</summary>
internal interface IContestant
{
    /// <summary>Name and version.</summary>
    string About { get; }

    /// <summary>Lets the results of the last run go.</summary>
    void Forget();

    /// <summary>Everything, from hours to figures.</summary>
    void Run();

    /// <summary>What else is worth telling of the last run, by name, in seconds.</summary>
    Dictionary<string, double> Also();

    /// <summary>The results of the last run as three tables that can be compared byte by byte.</summary>
    void Write(string folder);
}

/// <summary>What Linux says of this process.</summary>
internal static class Memory
{
    internal static double ResidentMb() => Of("VmRSS:");

    internal static double PeakMb() => Of("VmHWM:");

    /// <summary>From now on the peak is counted anew.</summary>
    internal static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    private static double Of(string name) =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
