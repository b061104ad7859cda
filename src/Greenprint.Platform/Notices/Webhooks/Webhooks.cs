using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>
/// Delivers notices to the receivers that were set up, to each in the order of their numbers and at least once: a message is tried again until it is
/// taken, and the later ones wait for it. After a day without success the receiver is given up and shown to the administrators.
/// </summary>
internal sealed class Webhooks(GreenprintDb db, IChanges changes, IChinaClock clock, WebhookSender sender, IOptions<WebhookOptions> webhooks, IOptions<NoticeOptions> site) : IRoutine
{
    private const int AtOnce = 20;

    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(1);

    private static readonly Actor Sender = Actor.System("greenprint serve");

    public string Name => "webhooks";

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, 15 * Math.Pow(2, attempts - 1)));

    public async Task Run(CancellationToken cancellation)
    {
        foreach (var receiver in webhooks.Value.Receivers)
        {
            await Deliver(receiver, cancellation);
        }
    }

    /// <summary>The receivers with how far they are; null where nothing was tried yet.</summary>
    public async Task<IReadOnlyList<(WebhookReceiver Receiver, WebhookRow? Row)>> All(CancellationToken cancellation)
    {
        var rows = await db.Set<WebhookRow>().AsNoTracking().ToDictionaryAsync(row => row.Name, StringComparer.Ordinal, cancellation);
        return [.. webhooks.Value.Receivers.Select(receiver => (receiver, rows.GetValueOrDefault(receiver.Name)))];
    }

    /// <summary>Begins again with a receiver, at the message that it did not take. False where there is nothing to begin again.</summary>
    public Task<bool> SendAgain(Actor actor, string name, CancellationToken cancellation) => changes.Apply(
        actor,
        async change =>
        {
            if (await change.Db.Set<WebhookRow>().SingleOrDefaultAsync(row => row.Name == name && row.FailingSince != null, cancellation) is not { } row)
            {
                return false;
            }

            (row.Attempts, row.FailingSince, row.NextTry, row.StoppedAt) = (0, null, null, null);
            change.Record("", $"webhook/{name}", "webhook.resumed", new { row.Delivered, row.Fault });
            return true;
        },
        cancellation);

    private async Task Deliver(WebhookReceiver receiver, CancellationToken cancellation)
    {
        var row = await db.Set<WebhookRow>().AsNoTracking().SingleOrDefaultAsync(one => one.Name == receiver.Name, cancellation) ?? await Begin(receiver, cancellation);
        if (row.StoppedAt is not null || row.NextTry > clock.Now)
        {
            return;
        }

        var waiting = db.Set<NoticeRow>().AsNoTracking().Where(notice => notice.Number > row.Delivered);
        if (receiver.Kinds.Count > 0)
        {
            var kinds = receiver.Kinds.ToList();
            waiting = waiting.Where(notice => kinds.Contains(notice.Kind));
        }

        var next = await waiting.OrderBy(notice => notice.Number).Take(AtOnce).ToListAsync(cancellation);
        var ids = next.Select(notice => notice.Person).Distinct().ToList();
        var people = next.Count == 0 ? [] : await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, StringComparer.Ordinal, cancellation);
        var (taken, fault) = (0, (string?)null);
        foreach (var notice in next)
        {
            fault = await sender.Post(receiver, WebhookSender.Message(notice, people.GetValueOrDefault(notice.Person), site.Value), cancellation);
            if (fault is not null)
            {
                break;
            }

            taken++;
        }

        if (next.Count > 0)
        {
            await Mark(receiver.Name, taken == 0 ? null : next[taken - 1].Number, taken, fault, cancellation);
        }
    }

    // A receiver that is new begins with what happens from now on.
    private Task<WebhookRow> Begin(WebhookReceiver receiver, CancellationToken cancellation) => changes.Apply(
        Sender,
        async change =>
        {
            var row = new WebhookRow { Name = receiver.Name, Delivered = await change.Db.Set<NoticeRow>().MaxAsync(notice => (long?)notice.Number, cancellation) ?? 0 };
            change.Db.Add(row);
            change.Record("", $"webhook/{receiver.Name}", "webhook.begun", new { Address = receiver.Shown, row.Delivered });
            return row;
        },
        cancellation);

    private Task<int> Mark(string name, long? delivered, int taken, string? fault, CancellationToken cancellation) => changes.Apply(
        Sender,
        async change =>
        {
            var row = await change.Db.Set<WebhookRow>().SingleAsync(one => one.Name == name, cancellation);
            if (delivered is { } number)
            {
                (row.Delivered, row.DeliveredAt, row.Attempts, row.FailingSince, row.NextTry, row.Fault) = (Math.Max(row.Delivered, number), change.At, 0, null, null, null);
                change.Record("", $"webhook/{name}", "webhook.delivered", new { Through = number, Count = taken });
            }

            if (fault is not null)
            {
                row.FailingSince ??= change.At;
                row.Attempts++;
                (row.Fault, row.NextTry) = (fault, change.At + Pause(row.Attempts));
                row.StoppedAt = change.At - row.FailingSince >= GivenUpAfter ? change.At : null;
                change.Record("", $"webhook/{name}", row.StoppedAt is null ? "webhook.failed" : "webhook.stopped", new { row.Attempts, Fault = fault, row.Delivered });
            }

            return 0;
        },
        cancellation);
}
