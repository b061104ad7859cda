using System.Globalization;
using Greenprint.Indicators;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Server.SampleCounty.Past;
using Greenprint.Standards.Water;

namespace Greenprint.Server.SampleCounty;

/// <summary>The facts of the sample county, in <c>data/demo</c>: plans, stations, levels, and what people reported or were issued.</summary>
internal static class SampleFiles
{
    private static readonly string[] Plans = ["cangyu-15", "lanwan-14", "lanwan-15", "xiyuan-15"];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "data", "demo");

    /// <summary>The plans, upper before lower.</summary>
    internal static IEnumerable<PlanPack> Packs() => Plans.Select(id =>
    {
        var file = Path.Combine(Folder, id + ".json");
        var (pack, fault) = PlanPackJson.Read(File.ReadAllText(file), file);
        return pack ?? throw new InvalidDataException(fault!.ToString());
    });

    internal static IEnumerable<NewStation> Stations() => Rows("stations.csv").Select(cells => new NewStation(
        cells[0],
        (cells[1], cells[2]),
        Enum.Parse<StationKind>(cells[3]),
        cells[4],
        cells[5],
        cells[6].Length == 0 ? null : Enum.Parse<WaterBody>(cells[6]),
        Number(cells[7]),
        Number(cells[8])));

    internal static IReadOnlyList<Level> Levels() => [.. Rows("levels.csv").Select(cells => new Level(
        cells[0],
        cells[1],
        cells[2] switch { "hour" => Sampling.Hourly, "4h" => Sampling.FourHourly, _ => Sampling.Monthly },
        Double(cells[3]),
        Double(cells[4]),
        Double(cells[5]),
        cells[6].Length == 0 ? 0 : Double(cells[6])))];

    /// <summary>What was reported or issued by <paramref name="today"/>.</summary>
    internal static IReadOnlyList<(ValueOrigin Origin, ValueEntry Entry)> Values(DateOnly today) => [.. Rows("values.csv")
        .Select(cells => (
            cells[3] == "issued" ? ValueOrigin.Issued : ValueOrigin.Reported,
            new ValueEntry(
                cells[0], cells[1], Period.Parse(cells[2]), decimal.Parse(cells[4], CultureInfo.InvariantCulture), cells[5], cells[6],
                DateOnly.ParseExact(cells[7], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[8].Length == 0 ? null : cells[8])))
        .Where(row => row.Item2.On <= today)];

    /// <summary>Who works in which unit, with which role.</summary>
    internal static IReadOnlyList<SamplePerson> People() => [.. Rows("people.csv").Select(cells => new SamplePerson(
        cells[0],
        cells[1],
        cells[2],
        (cells[3], cells[4]),
        cells[5] == "yes",
        Day(cells[6])!.Value,
        Day(cells[7]),
        cells[8].Length == 0 ? null : Enum.Parse<Role>(cells[8]),
        cells[9] switch { "unit" => RoleScope.Unit, "above" => RoleScope.Above, _ => RoleScope.Region }))];

    /// <summary>How targets are divided, and from which day on.</summary>
    internal static IReadOnlyList<SampleAllocation> Allocations() => [.. Rows("allocations.csv").Select(cells => new SampleAllocation(
        cells[0],
        cells[1],
        int.Parse(cells[2], CultureInfo.InvariantCulture),
        Enum.Parse<AllocationTo>(cells[3]),
        Day(cells[5])!.Value,
        new AllocationContent(
            Enum.Parse<CombinationRule>(cells[4]),
            [.. Words(cells[8]).Select(part => part.Split('=', ':')).Select(part => new AllocationPart(part[0], Number(part[1]), part.Length > 2 ? Number(part[2]) : null))],
            cells[6],
            cells[7])))];

    /// <summary>What happens to single items of the dispatch beside the usual course.</summary>
    internal static IReadOnlyList<SampleEvent> DispatchEvents() => [.. Rows("dispatch.csv").Select(cells => new SampleEvent(cells[0], cells[1], cells[2], cells[3], cells[4]))];

    /// <summary>A drawn picture, a JPEG.</summary>
    internal static Task<byte[]> Picture(string name, CancellationToken cancellation) => File.ReadAllBytesAsync(Path.Combine(Folder, "photos", name + ".jpg"), cancellation);

    /// <summary>The year tasks of the plans.</summary>
    internal static ILookup<string, YearTaskEntry> YearTasks() => Rows("year-tasks.csv").ToLookup(
        cells => cells[0],
        cells => new YearTaskEntry(
            cells[1],
            new YearTaskContent(
                int.Parse(cells[1].AsSpan(0, 4), CultureInfo.InvariantCulture),
                cells[2].Split('/') is ["measure", var measure] ? new(YearTaskSourceKind.Measure, measure) : new(YearTaskSourceKind.KeyTask, cells[2]["key-task/".Length..]),
                (cells[3], cells[4]),
                DateOnly.ParseExact(cells[7], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                cells[8])
            {
                Quantity = Number(cells[5]),
                Unit = Word(cells[6]),
                Support = Words(cells[9]),
                Criterion = Word(cells[10]) is { } criterion ? new(criterion, Word(cells[11])) : null,
                Evidence = Word(cells[12]) is { } evidence ? (EvidenceClass)int.Parse(evidence, CultureInfo.InvariantCulture) : null,
                Parent = Word(cells[13]),
                Place = Word(cells[14]),
                DependsOn = Words(cells[15]),
                Effects =
                [
                    .. Words(cells[16]).Select(effect => effect.Split(':'))
                        .Select(parts => new ExpectedEffect(parts[0], parts[1] == "up" ? EffectDirection.Raises : EffectDirection.Lowers, Number(parts[2]))),
                ],
                Remark = Word(cells[17]),
            }),
        StringComparer.Ordinal);

    // Our own files: no quotes, no commas within a cell; a test holds them to it.
    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));

    private static DateOnly? Day(string cell) => cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? Number(string cell) => cell.Length == 0 ? null : decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static string? Word(string cell) => cell.Length == 0 ? null : cell;

    private static string[] Words(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static double Double(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}

/// <summary>A person of the sample county in a unit.</summary>
internal sealed record SamplePerson(
    string UserName, string Name, string Unit, Bilingual Title, bool IsDeputy, DateOnly From, DateOnly? Until, Role? Role, RoleScope Scope)
{
    /// <summary>The roles that come with the post.</summary>
    internal IReadOnlyList<RoleIn> Roles => Role is { } role ? [new(role, Scope == RoleScope.Above ? "990100" : "990121", Scope == RoleScope.Unit ? Unit : null)] : [];
}

/// <summary>Where a role of the sample county holds.</summary>
internal enum RoleScope
{
    /// <summary>In the county.</summary>
    Region,

    /// <summary>In the unit of the post.</summary>
    Unit,

    /// <summary>In the prefecture.</summary>
    Above,
}

/// <summary>What one year of an indicator asks of towns or units, from the day on which it was set.</summary>
internal sealed record SampleAllocation(string Plan, string Indicator, int Year, AllocationTo To, DateOnly On, AllocationContent Content);
