using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>Stores runs that say something new, with their rows, and the value that each gives; a run that says what the last one said is not stored again.</summary>
internal sealed class RunStore(GreenprintDb db, IChanges changes)
{
    public const string Auto = "auto";

    public async Task<IReadOnlyList<ComputedFigure>> Keep(ComputeOrder order, IReadOnlyList<FreshRun> fresh, CancellationToken cancellation)
    {
        if (fresh.Count == 0)
        {
            return [];
        }

        var plan = order.Plan.Summary.Id;
        var last = await Last(db, plan, fresh, cancellation);
        if (fresh.All(run => last.GetValueOrDefault(run.Indicator.Code) is { } before && Same(before, run)))
        {
            return [.. fresh.Select(run => new ComputedFigure(run.Indicator.Code, run.Period, last[run.Indicator.Code].ToProvenance(), false, null))];
        }

        return await changes.Apply(order.Actor, async change =>
        {
            // Once more inside the transaction: another process may have computed the same in the meantime.
            last = await Last(change.Db, plan, fresh, cancellation);
            var values = await Values(change.Db, plan, fresh[0].Period, cancellation);
            var kept = new List<ComputedFigure>();
            var chunks = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var run in fresh)
            {
                var before = last.GetValueOrDefault(run.Indicator.Code);
                if (before is not null && Same(before, run))
                {
                    kept.Add(new(run.Indicator.Code, run.Period, before.ToProvenance(), false, null));
                    continue;
                }

                var row = RunMaker.Row(plan, run, (before?.Sequence ?? 0) + 1, change.At);
                change.Db.Add(row);
                foreach (var chunk in run.Loaded.Inputs.Series.SelectMany(series => series.Chunks))
                {
                    chunks[chunk.Digest] = chunk.Content;
                }

                var why = before is null ? order.Reason : Why(before, run, order.Reason);
                if (order.KeepValues && run.Edition == Auto)
                {
                    change.Db.Add(Value(plan, run, row, values.GetValueOrDefault(run.Indicator.Code), why, change.At));
                }

                change.Record(
                    order.Plan.Summary.Region, $"indicator/{plan}/{run.Indicator.Code}", order.KeepValues && run.Edition == Auto ? "value.computed" : "run.stored",
                    new { Run = row.Id, row.Period, row.Edition, row.Method, run.Result.Value, run.Result.Published, row.InputDigest }, why);
                kept.Add(new(run.Indicator.Code, run.Period, row.ToProvenance(), true, null));
            }

            await Add(change.Db, chunks, cancellation);
            await change.Db.SaveChangesAsync(cancellation);
            return kept;
        }, cancellation);
    }

    private static async Task<Dictionary<string, RunRow>> Last(GreenprintDb source, string plan, IReadOnlyList<FreshRun> fresh, CancellationToken cancellation)
    {
        var (period, edition) = (fresh[0].Period.ToString(), fresh[0].Edition);
        var rows = await source.Set<RunRow>().AsNoTracking()
            .Where(row => row.Plan == plan && row.Period == period && row.Edition == edition
                && row.Sequence == source.Set<RunRow>()
                    .Where(other => other.Plan == row.Plan && other.Indicator == row.Indicator && other.Period == row.Period && other.Edition == row.Edition)
                    .Max(other => other.Sequence))
            .ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Indicator);
    }

    private static async Task<Dictionary<string, ValueRow>> Values(GreenprintDb source, string plan, Period period, CancellationToken cancellation)
    {
        var key = period.ToString();
        var rows = await source.Set<ValueRow>().AsNoTracking()
            .Where(row => row.Plan == plan && row.Period == key && row.Origin == ValueOrigin.Computed).ToListAsync(cancellation);
        return rows.GroupBy(row => row.Indicator).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Revision)!);
    }

    private static async Task Add(GreenprintDb target, Dictionary<string, byte[]> chunks, CancellationToken cancellation)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in chunks.Keys.Chunk(500))
        {
            known.UnionWith(await target.Set<ChunkRow>().Where(row => part.Contains(row.Digest)).Select(row => row.Digest).ToListAsync(cancellation));
        }

        target.AddRange(chunks.Where(chunk => !known.Contains(chunk.Key)).Select(chunk => new ChunkRow { Digest = chunk.Key, Content = chunk.Value }));
    }

    private static bool Same(RunRow before, FreshRun run) => before.InputDigest == run.InputDigest && before.OutcomeDigest == run.OutcomeDigest;

    private static string Why(RunRow before, FreshRun run, string? reason)
    {
        Bilingual what = before.InputDigest != run.InputDigest ? ("监测数据有变化", "readings changed")
            : before.Method != run.Method.Reference() ? ("算法版本有变化", "the method changed")
            : ("标准版本或结果位数有变化", "the edition or the rounding changed");
        return reason is null ? $"{what.Zh} / {what.En}" : $"{what.Zh} / {what.En}: {reason}";
    }

    private static ValueRow Value(string plan, FreshRun run, RunRow row, ValueRow? before, string? why, DateTimeOffset at) => new()
    {
        Plan = plan,
        Indicator = run.Indicator.Code,
        Period = row.Period,
        Origin = ValueOrigin.Computed,
        Revision = (before?.Revision ?? 0) + 1,
        Value = run.Result.Value,
        Published = run.Result.Published,
        NotGivenZh = run.Result.NotGiven?.Zh,
        NotGivenEn = run.Result.NotGiven?.En,
        Provisional = run.Period.Kind == PeriodKind.YearToDate,
        On = ChinaTime.DayOf(at),
        Run = row.Id,
        RecordedAt = at,
        Note = why,
    };
}
