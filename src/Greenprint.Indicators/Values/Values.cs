using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

internal sealed class Values(GreenprintDb db, IChanges changes, IPlans plans, IChinaClock clock) : IValues
{
    public Task<ValueOutcome> Report(Actor actor, ValueEntry entry, CancellationToken cancellation) => One(actor, ValueOrigin.Reported, entry, cancellation);

    public Task<ValueOutcome> Issue(Actor actor, ValueEntry entry, CancellationToken cancellation) => One(actor, ValueOrigin.Issued, entry, cancellation);

    public async Task<ValueBatch> EnterAll(
        Actor actor, IReadOnlyList<(ValueOrigin Origin, ValueEntry Entry)> entries, bool dryRun, CancellationToken cancellation)
    {
        var views = new Dictionary<string, PlanView?>(StringComparer.Ordinal);
        foreach (var plan in entries.Select(item => item.Entry.Plan).Distinct(StringComparer.Ordinal))
        {
            views[plan] = await plans.Find(plan, cancellation);
        }

        var tried = await Try(db, actor, default, entries, views, cancellation);
        if (dryRun || tried.Rows.Count == 0 || !tried.Batch.Accepted)
        {
            return tried.Batch;
        }

        // Judged again inside the transaction: another person may have entered the same value in the meantime.
        return await changes.Apply(actor, change => Enter(change, entries, views, cancellation), cancellation);
    }

    /// <summary>The same inside a change under way: all of them, or none when any is refused.</summary>
    public async Task<ValueBatch> Enter(
        Change change, IReadOnlyList<(ValueOrigin Origin, ValueEntry Entry)> entries, Dictionary<string, PlanView?> views, CancellationToken cancellation)
    {
        var (batch, rows) = await Try(change.Db, change.Actor, change.At, entries, views, cancellation);
        if (!batch.Accepted)
        {
            return batch;
        }

        foreach (var row in rows)
        {
            change.Db.Add(row);
            change.Record(
                views[row.Plan]!.Summary.Region, $"indicator/{row.Plan}/{row.Indicator}", $"value.{row.Origin.Code()}",
                new { row.Period, row.Revision, row.Value, row.Document, row.Person, row.On }, row.Note);
        }

        await change.Db.SaveChangesAsync(cancellation);
        var saved = rows.ToDictionary(row => (row.Plan, row.Indicator, row.Period, row.Origin));
        return new ValueBatch([.. batch.Outcomes.Zip(entries, (outcome, item) => outcome.Result is EntryResult.Unchanged
            ? outcome
            : outcome with { Value = saved[(item.Entry.Plan, item.Entry.Indicator, item.Entry.Period.ToString(), item.Origin)].ToValue() })]);
    }

    public async Task<IReadOnlyList<IndicatorValue>> Revisions(string plan, string indicator, CancellationToken cancellation)
    {
        var rows = await db.Set<ValueRow>().AsNoTracking().Where(row => row.Plan == plan && row.Indicator == indicator).ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToValue()).OrderBy(value => value.Period).ThenBy(value => value.Origin).ThenBy(value => value.Revision)];
    }

    private async Task<ValueOutcome> One(Actor actor, ValueOrigin origin, ValueEntry entry, CancellationToken cancellation) =>
        (await EnterAll(actor, [(origin, entry)], dryRun: false, cancellation)).Outcomes[0];

    private async Task<(ValueBatch Batch, IReadOnlyList<ValueRow> Rows)> Try(
        GreenprintDb source, Actor actor, DateTimeOffset at, IReadOnlyList<(ValueOrigin Origin, ValueEntry Entry)> entries,
        Dictionary<string, PlanView?> views, CancellationToken cancellation)
    {
        var touched = views.Keys.ToList();
        var current = (await source.Set<ValueRow>().AsNoTracking().Where(row => touched.Contains(row.Plan)).ToListAsync(cancellation))
            .GroupBy(row => (row.Plan, row.Indicator, row.Period, row.Origin))
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.Revision)!);

        var outcomes = new List<ValueOutcome>();
        var rows = new List<ValueRow>();
        foreach (var (origin, entry) in entries)
        {
            var key = (entry.Plan, entry.Indicator, entry.Period.ToString(), origin);
            var before = current.GetValueOrDefault(key);
            if (EntryRules.Refuse(origin, entry, views[entry.Plan], before, clock.Today) is { } finding)
            {
                outcomes.Add(new(EntryResult.Refused, null, finding));
                continue;
            }

            if (before is not null && Same(before, entry))
            {
                outcomes.Add(new(EntryResult.Unchanged, before.ToValue(), null));
                continue;
            }

            var row = NewRow(actor, at, origin, entry, views[entry.Plan]!.Indicators.Single(one => one.Code == entry.Indicator), before, clock.Today);
            rows.Add(row);
            current[key] = row;
            outcomes.Add(new(before is null ? EntryResult.Stored : EntryResult.Revised, row.ToValue(), null));
        }

        return (new(outcomes), rows);
    }

    // Who typed it and the remark are not what the value says: typing it again changes nothing.
    private static bool Same(ValueRow before, ValueEntry entry) =>
        Exact.Trimmed(before.Value) == entry.Value && before.Document == Clean(entry.Document) && before.On == entry.On;

    private static ValueRow NewRow(
        Actor actor, DateTimeOffset at, ValueOrigin origin, ValueEntry entry, IndicatorView indicator, ValueRow? before, DateOnly today) => new()
        {
            Plan = entry.Plan,
            Indicator = entry.Indicator,
            Period = entry.Period.ToString(),
            Origin = origin,
            Revision = (before?.Revision ?? 0) + 1,
            Value = Exact.Trimmed(entry.Value),
            Published = entry.Value is { } value ? Rounding.HalfEven(value, indicator.Decimals) : null,
            NotGivenZh = entry.Value is null ? $"已撤回：{entry.Note}" : null,
            NotGivenEn = entry.Value is null ? $"Withdrawn: {entry.Note}" : null,
            Provisional = entry.Period.Kind == PeriodKind.YearToDate || entry.Period.Last >= today,
            Document = Clean(entry.Document),
            Person = Clean(entry.Person) ?? actor.Name,
            On = entry.On,
            RecordedAt = at,
            Note = Clean(entry.Note),
        };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
