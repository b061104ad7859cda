using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Who is reached by a notice, step by step. Asked once per scope for each person, unit and right, however many notices there are.</summary>
internal sealed class Recipients(GreenprintDb db, IUnits units, IRights rights)
{
    private readonly Dictionary<(NoticeTo To, DateOnly Day), (NoticeStep, IReadOnlyList<string>)> known = [];

    public async Task<(NoticeStep Step, IReadOnlyList<string> People)> Of(NoticeTo to, DateOnly day, CancellationToken cancellation) =>
        known.TryGetValue((to, day), out var found) ? found : known[(to, day)] = await Ask(to, day, cancellation);

    private async Task<(NoticeStep, IReadOnlyList<string>)> Ask(NoticeTo to, DateOnly day, CancellationToken cancellation)
    {
        if (to.Person is { } person && await IsHere(person, day, cancellation))
        {
            return (NoticeStep.Person, to is { AndDeputies: true, Unit: { } at } ? [person, .. Others(await DeputiesOf(at, day, cancellation), to).Where(deputy => deputy != person)] : [person]);
        }

        if (to.Right is { } right && Others(Ids(await rights.Holders(right, to.Region, to.Unit, cancellation)), to) is { Count: > 0 } holders)
        {
            return (NoticeStep.Holders, holders);
        }

        if (to.Right is null && to.Unit is { } unit && Others(await PeopleOf(unit, day, cancellation), to) is { Count: > 0 } people)
        {
            return (NoticeStep.Unit, people);
        }

        return await rights.Holders(Rights.Administer, to.Region, null, cancellation) is { Count: > 0 } administrators
            ? (NoticeStep.Administrators, Ids(administrators))
            : (NoticeStep.Nobody, [""]);
    }

    /// <summary>True for who has a post on the day or a role: who has left has neither.</summary>
    public async Task<bool> IsHere(string person, DateOnly day, CancellationToken cancellation) =>
        await db.Set<Grant>().AnyAsync(grant => grant.PersonId == person && grant.Revoked == null, cancellation)
        || await db.Set<PostRow>().AnyAsync(post => post.PersonId == person && post.From <= day && (post.Until == null || post.Until >= day), cancellation);

    // Who works there on the day, those who stand in among them, and who reports for this very unit without a post in it.
    private async Task<IReadOnlyList<string>> PeopleOf(string unit, DateOnly day, CancellationToken cancellation)
    {
        var posts = await units.PeopleOf(unit, day, cancellation);
        var reporters = await db.Set<Grant>().AsNoTracking().Where(grant => grant.Unit == unit && grant.Role == Role.Reporter && grant.Revoked == null).Select(grant => grant.PersonId).ToListAsync(cancellation);
        return [.. posts.Select(post => post.Person).Concat(reporters.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> DeputiesOf(string unit, DateOnly day, CancellationToken cancellation) =>
        [.. (await units.PeopleOf(unit, day, cancellation)).Where(post => post.IsDeputy).Select(post => post.Person).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Others(IReadOnlyList<string> people, NoticeTo to) => [.. people.Where(person => person != to.Except)];

    private static IReadOnlyList<string> Ids(IReadOnlyList<PersonName> people) => [.. people.Select(person => person.Id)];
}
