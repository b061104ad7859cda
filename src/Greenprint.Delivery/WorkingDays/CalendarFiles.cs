using System.Globalization;

namespace Greenprint.Delivery.WorkingDays;

/// <summary>Reads <c>data/calendar/&lt;year&gt;.csv</c>: <c>from,to,kind,name</c>, kind <c>off</c> or <c>work</c>.</summary>
internal static class CalendarFiles
{
    private const string Prefix = "calendar/";

    /// <summary>The files that the program brings.</summary>
    public static WorkCalendar Read()
    {
        var assembly = typeof(CalendarFiles).Assembly;
        List<CalendarRun> runs = [];
        List<int> years = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            runs.AddRange(Parse(name, reader.ReadToEnd()));
            years.Add(int.Parse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture));
        }

        return new(runs, years);
    }

    /// <summary>One file.</summary>
    /// <exception cref="FormatException">A row that cannot be meant: names file and line.</exception>
    public static IReadOnlyList<CalendarRun> Parse(string file, string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != "from,to,kind,name")
        {
            throw new FormatException($"{file}: line 1: the header is not 'from,to,kind,name'.");
        }

        return [.. lines.Skip(1).Select((line, index) => Row(file, index + 2, line))];
    }

    private static CalendarRun Row(string file, int number, string line)
    {
        if (line.Split(',') is not [var from, var to, "off" or "work", var name] cells
            || !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || !DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last))
        {
            throw new FormatException($"{file}: line {number}: '{line}' is no run of days.");
        }

        var run = new CalendarRun(first, last, cells[2] == "work", name);
        if (last < first || last.DayNumber - first.DayNumber > 15)
        {
            throw new FormatException($"{file}: line {number}: from {from} to {to} is no run of a holiday.");
        }

        // Work is made up on weekends only: anything else is a slip of the typist.
        return run.IsWorking && first.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            ? throw new FormatException($"{file}: line {number}: {from} is a working day anyhow.")
            : run;
    }
}
