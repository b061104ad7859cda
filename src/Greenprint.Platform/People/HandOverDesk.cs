using System.Security.Claims;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Shows what a person answers for, in the regions of an administrator, and hands all of it over in one change.</summary>
internal sealed class HandOverDesk(IChanges changes, IEnumerable<IHandOver> ports, IUnits units, RightsReader rights, IChinaClock clock)
{
    /// <summary>What the person answers for in the administrator's regions, by module; modules with nothing are left out. And how many items lie in other regions.</summary>
    public async Task<(IReadOnlyList<HeldItems> Mine, int Elsewhere)> HeldBy(ClaimsPrincipal user, string person, CancellationToken cancellation)
    {
        var mine = await rights.RegionsWith(user, Rights.Administer, cancellation);
        List<HeldItems> held = [];
        var elsewhere = 0;
        foreach (var port in ports)
        {
            var all = await port.HeldBy(person, cancellation);
            List<HeldItem> items = [.. all.Where(item => mine.Contains(item.Region))];
            elsewhere += all.Count - items.Count;
            if (items.Count > 0)
            {
                held.Add(new(port.Name, items));
            }
        }

        return (held, elsewhere);
    }

    /// <summary>Everything passes to <paramref name="to"/>, or nothing: items of every module, and the posts end where <paramref name="endPosts"/> says so.</summary>
    /// <returns>How many items passed.</returns>
    /// <exception cref="RefusedException">Nobody has that id, giver and receiver are the same, there is nothing to hand over, a module refuses, or posts would end while items in other regions are still open.</exception>
    public async Task<int> HandOver(ClaimsPrincipal user, string from, string to, bool endPosts, DateOnly last, string why, CancellationToken cancellation)
    {
        return await changes.Apply(
            rights.ActorOf(user)!,
            async change =>
            {
                rights.Forget();
                var mine = await rights.RegionsWith(user, Rights.Administer, cancellation);
                if (await change.Db.Set<Person>().CountAsync(person => person.Id == from || person.Id == to, cancellation) != 2)
                {
                    throw new RefusedException(from == to ? PlatformFindings.NothingToHandOver() : PlatformFindings.NoSuchPerson());
                }

                var (passed, elsewhere) = (0, 0);
                HashSet<string> touched = new(StringComparer.Ordinal);
                foreach (var port in ports)
                {
                    // Read inside the change, so that nothing given to the person meanwhile stays behind.
                    var all = await port.HeldBy(from, cancellation);
                    List<HeldItem> items = [.. all.Where(item => mine.Contains(item.Region))];
                    elsewhere += all.Count - items.Count;
                    if (items.Count > 0)
                    {
                        touched.UnionWith(items.Select(item => item.Region));
                        await port.HandOver(change, [.. items.Select(item => item.Id)], from, to, why, cancellation);
                        passed += items.Count;
                    }
                }

                var ended = endPosts ? await EndPosts(change, from, mine, touched, last, why, cancellation) : 0;
                if (passed + ended == 0)
                {
                    throw new RefusedException(PlatformFindings.NothingToHandOver());
                }

                if (endPosts && elsewhere > 0)
                {
                    throw new RefusedException(PlatformFindings.HeldElsewhere(elsewhere));
                }

                // On the record of every county that it concerns, where its administrators and its auditor read it.
                foreach (var region in touched.Order(StringComparer.Ordinal))
                {
                    change.Record(region, $"person/{from}", "person.handed-over", new { to, Items = passed, PostsEnded = ended }, why);
                }

                return passed;
            },
            cancellation);
    }

    private async Task<int> EndPosts(Change change, string person, IReadOnlySet<string> regions, HashSet<string> touched, DateOnly last, string why, CancellationToken cancellation)
    {
        var today = clock.Today;
        var held = await change.Db.Set<PostRow>().AsNoTracking().Where(post => post.PersonId == person && (post.Until == null || (post.Until > last && post.Until > today)))
            .Join(change.Db.Set<OrganizationRow>(), post => post.Unit, unit => unit.Id, (post, unit) => new { post.Id, post.From, post.Until, unit.Region }).ToListAsync(cancellation);
        // A post that begins later is over on its first day: a post without a day cannot be. One of that single day is left as it is.
        var mine = held.Where(post => regions.Contains(post.Region) && !(post.Until <= post.From)).ToList();
        foreach (var post in mine)
        {
            touched.Add(post.Region);
            await units.EndPost(change, post.Id, post.From > last ? post.From : last, why, cancellation);
        }

        return mine.Count;
    }
}

/// <summary>What of one module a person answers for.</summary>
internal sealed record HeldItems(Bilingual Name, IReadOnlyList<HeldItem> Items);
