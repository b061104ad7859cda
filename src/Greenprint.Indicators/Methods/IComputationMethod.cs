using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Standards;
using Greenprint.Standards.Water;

namespace Greenprint.Indicators;

/// <summary>
/// A way to compute an indicator from readings (算法): a pure function of named rows, a period and dated standards, so that anybody who has the rows
/// gets the same figure. A change that can change a figure raises <see cref="Version"/>.
/// </summary>
internal interface IComputationMethod
{
    /// <summary>Permanent id, for example <c>air-pm25-mean</c>; plans bind to it.</summary>
    string Id { get; }

    int Version { get; }

    Bilingual Name { get; }

    /// <summary>Standard and clause it follows.</summary>
    Bilingual Clause { get; }

    string Unit { get; }

    /// <summary>Which stations it works on.</summary>
    StationKind Kind { get; }

    /// <summary>Codes of the items it reads.</summary>
    IReadOnlyList<string> Items { get; }

    /// <summary>True when a figure for this kind of period has a meaning.</summary>
    bool Serves(PeriodKind period);

    MethodResult Compute(MethodInputs inputs, MethodQuestion question);
}

/// <summary>What is asked.</summary>
/// <param name="Period">The period.</param>
/// <param name="Edition"><c>auto</c>, or a forced edition.</param>
/// <param name="Region">Region whose editions are in force, or null.</param>
/// <param name="Decimals">Places of the published figure.</param>
/// <param name="Library">The standards.</param>
internal sealed record MethodQuestion(Period Period, string Edition, string? Region, int Decimals, StandardLibrary Library);

/// <summary>The rows a method works on.</summary>
/// <param name="Stations">Every station or section that counts, also one without rows.</param>
/// <param name="Series">The rows, by station and item.</param>
/// <param name="Idle">Stations of the area that measured nothing in the period and do not count.</param>
internal sealed record MethodInputs(IReadOnlyList<InputStation> Stations, IReadOnlyList<SeriesRows> Series, IReadOnlyList<Bilingual> Idle);

/// <summary>A station as the figure knows it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Water">River or lake, where somebody has said.</param>
internal sealed record InputStation(string Code, Bilingual Name, WaterBody? Water);

/// <summary>A result, or why there is none.</summary>
internal sealed record MethodResult(
    decimal? Value, decimal? Published, Bilingual? NotGiven, Lack? Lack, IReadOnlyList<EditionUse> Editions, IReadOnlyList<Exclusion> Excluded,
    IReadOnlyList<ComputationStep> Steps, IReadOnlyList<ComparedValue> ComparedUnder)
{
    /// <summary>A result from a figure of the Standards library.</summary>
    public static MethodResult Of(
        Figure figure, int decimals, IReadOnlyList<EditionUse> editions, IReadOnlyList<Exclusion> excluded, IReadOnlyList<ComputationStep> steps,
        IReadOnlyList<ComparedValue> compared) =>
        new(Exact.Kept(figure.Value), figure.Rounded(decimals), figure.NotGiven?.Message, Lacking(figure.NotGiven), editions, excluded, steps, compared);

    /// <summary>Records left out, with the name of the station in place of its code.</summary>
    public static Exclusion Named(ExcludedRecords records, IReadOnlyDictionary<string, Bilingual> names) => new(
        records.Place is null ? null : names.GetValueOrDefault(records.Place, new Bilingual(records.Place)), records.Item, records.Count, records.Reason,
        [.. records.Days.Take(12).Select(days => days.ToString())]);

    private static Lack? Lacking(NotGiven? reason) => reason is null ? null : new(
        reason.Reason.ToString(), reason.Rule.ToString(),
        [.. reason.Months.Select(month => new LackingMonth(month.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), month.Days, month.Needed))]);
}
