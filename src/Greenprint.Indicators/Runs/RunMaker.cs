using System.Globalization;
using System.Text.Json;
using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>A figure that was computed and is not stored yet.</summary>
internal sealed record FreshRun(
    IndicatorView Indicator, Period Period, string Edition, IComputationMethod Method, LoadedInputs Loaded, MethodQuestion Question, MethodResult Result)
{
    public string InputDigest { get; } = Loaded.Digest();

    /// <summary>Over everything that was said, so that a change of words without a change of figure is no new run, but a change of edition is.</summary>
    public string OutcomeDigest { get; } = Indicators.InputDigest.Of(JsonSerializer.Serialize(
        new
        {
            Method = Method.Reference(),
            Question.Decimals,
            Editions = Result.Editions.Select(use => use.Edition),
            Result.Value,
            Result.Published,
            NotGiven = Result.NotGiven?.Zh,
            Compared = Result.ComparedUnder.Select(other => new { other.Edition, other.Value, other.Published }),
        },
        RunJson.Options));
}

/// <summary>Turns a fresh figure into the rows that are stored.</summary>
internal static class RunMaker
{
    public static RunRow Row(string plan, FreshRun fresh, int sequence, DateTimeOffset at)
    {
        // Made from its content, so that the same store computed again has the same ids in pictures and tests.
        var id = "r" + InputDigest.Of(string.Create(
            CultureInfo.InvariantCulture, $"{plan}|{fresh.Indicator.Code}|{fresh.Period}|{fresh.Edition}|{sequence}|{fresh.InputDigest}|{fresh.OutcomeDigest}"))[7..19];
        var series = fresh.Loaded.Inputs.Series;
        return new()
        {
            Id = id,
            Plan = plan,
            Indicator = fresh.Indicator.Code,
            Period = fresh.Period.ToString(),
            Edition = fresh.Edition,
            Sequence = sequence,
            Method = fresh.Method.Reference(),
            InputDigest = fresh.InputDigest,
            OutcomeDigest = fresh.OutcomeDigest,
            ComputedAt = at,
            Provenance = JsonSerializer.Serialize(Provenance(id, plan, fresh, at), RunJson.Options),
            Context = JsonSerializer.Serialize(
                new RunContext(
                    fresh.Question.Region, fresh.Question.Decimals, fresh.Loaded.Inputs.Stations, fresh.Loaded.Inputs.Idle,
                    [.. series.Zip(fresh.Loaded.SeriesIds, (rows, number) => new RunSeries(
                        number, rows.Station, rows.Item, rows.Unit, rows.Count, rows.Digest, [.. rows.Chunks.Select(chunk => chunk.Digest)]))]),
                RunJson.Options),
        };
    }

    private static Provenance Provenance(string id, string plan, FreshRun fresh, DateTimeOffset at)
    {
        var names = fresh.Loaded.Inputs.Stations.ToDictionary(station => station.Code, station => station.Name);
        var result = fresh.Result;
        return new(
            id, plan, fresh.Indicator.Code, fresh.Period, fresh.Method.Reference(), fresh.Method.Name, result.Editions, result.Value, result.Published,
            RoundingWords(fresh.Question.Decimals), result.NotGiven,
            [.. fresh.Loaded.Inputs.Series.Select(rows => new InputSeries(
                names[rows.Station], rows.Item, rows.Unit, fresh.Period.Start, fresh.Period.End, rows.Count, rows.Digest, rows.Station))],
            fresh.InputDigest, result.Excluded, result.Steps, at, result.ComparedUnder, result.Lack);
    }

    private static Bilingual RoundingWords(int decimals) => (
        $"按 GB/T 8170 由全值一次修约到 {decimals} 位小数（四舍六入五成双）",
        $"Rounded once from the full value to {decimals} decimals, half to even (GB/T 8170)");
}
