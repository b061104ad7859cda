using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

internal sealed class UnitDirectory(GreenprintDb db, IRegions regions, IChinaClock clock, IEnumerable<IUnitUse> uses) : IUnits
{
    public async Task<UnitTree> Tree(string? region, DateOnly day, CancellationToken cancellation)
    {
        var rows = db.Set<OrganizationRow>().AsNoTracking();
        if (region is not null)
        {
            var places = await regions.WithBelow(region, cancellation);
            rows = rows.Where(row => places.Contains(row.Region));
        }

        var units = (await rows.ToListAsync(cancellation)).Select(row => row.ToOrganization()).Where(unit => unit.ExistsOn(day)).ToList();
        var forms = (await db.Set<UnitFormRow>().AsNoTracking().Where(form => form.Until >= day).ToListAsync(cancellation)).ToLookup(form => form.Unit, StringComparer.Ordinal);
        return new(units.Select(unit => AsOf(unit, forms[unit.Id])));
    }

    public async Task<Organization?> Find(string id, CancellationToken cancellation) =>
        (await db.Set<OrganizationRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation))?.ToOrganization();

    public async Task<IReadOnlyList<Post>> PeopleOf(string unit, DateOnly day, CancellationToken cancellation) => [.. (await PeopleOf([unit], day, cancellation))[unit]];

    public async Task<ILookup<string, Post>> PeopleOf(IReadOnlyCollection<string> units, DateOnly day, CancellationToken cancellation) =>
        (await Posts(post => units.Contains(post.Unit) && post.From <= day && (post.Until == null || post.Until >= day), cancellation))
        .OrderBy(post => post.IsDeputy).ThenBy(post => post.From).ThenBy(post => post.Name, StringComparer.Ordinal)
        .ToLookup(post => post.Unit, StringComparer.Ordinal);

    public async Task<IReadOnlyList<Post>> PostsOf(string person, CancellationToken cancellation) =>
        [.. (await Posts(post => post.PersonId == person, cancellation)).OrderByDescending(post => post.From).ThenBy(post => post.Unit, StringComparer.Ordinal)];

    public async Task<Guid> Appoint(Change change, NewPost post, string? why, CancellationToken cancellation)
    {
        if (!await change.Db.Set<Person>().AnyAsync(person => person.Id == post.Person, cancellation))
        {
            throw new RefusedException(PlatformFindings.NoSuchPerson());
        }

        var unit = await Row(change, post.Unit, cancellation);
        if (post.From < unit.Opened || post.From > unit.Closed || post.Until > unit.Closed || (unit.Closed is not null && post.Until is null) || post.Until < post.From)
        {
            throw new RefusedException(PlatformFindings.UnitDays());
        }

        var held = await change.Db.Set<PostRow>().Where(row => row.PersonId == post.Person && row.Unit == post.Unit && row.TitleZh == post.Title.Zh).ToListAsync(cancellation);
        if (held.Exists(row => !(row.Until < post.From) && !(post.Until < row.From)))
        {
            throw new RefusedException(PlatformFindings.PostHeld(post.Title));
        }

        var added = new PostRow
        {
            Id = Guid.NewGuid(),
            PersonId = post.Person,
            Unit = post.Unit,
            TitleZh = post.Title.Zh,
            TitleEn = post.Title.En,
            IsDeputy = post.IsDeputy,
            From = post.From,
            Until = post.Until,
        };
        change.Db.Add(added);
        change.Record(unit.Region, $"person/{post.Person}", "post.given", new { added.Id, post.Unit, post.Title, post.IsDeputy, post.From, post.Until }, why);
        return added.Id;
    }

    public async Task EndPost(Change change, Guid post, DateOnly until, string? why, CancellationToken cancellation)
    {
        var row = await change.Db.Set<PostRow>().AsTracking().SingleOrDefaultAsync(row => row.Id == post, cancellation);
        // A post that is over stays as it ended; one whose end is still to come may end earlier.
        if (row is null || row.Until <= clock.Today || row.Until <= until || until < row.From)
        {
            throw new RefusedException(row is null ? PlatformFindings.NoSuchPost() : PlatformFindings.UnitDays());
        }

        row.Until = until;
        var region = await change.Db.Set<OrganizationRow>().Where(unit => unit.Id == row.Unit).Select(unit => unit.Region).SingleAsync(cancellation);
        change.Record(region, $"person/{row.PersonId}", "post.ended", new { row.Id, row.Unit, Title = new Bilingual(row.TitleZh, row.TitleEn), until }, why);
    }

    public async Task Reform(Change change, string unit, UnitForm form, string why, CancellationToken cancellation)
    {
        var row = await Row(change, unit, cancellation);
        await RefuseParent(change, row, form, cancellation);
        var before = new UnitForm(new(row.NameZh, row.NameEn), row.Parent, row.Kind, null);
        if (form with { From = null } == before)
        {
            return;
        }

        if (form.From is { } from)
        {
            var forms = await change.Db.Set<UnitFormRow>().Where(old => old.Unit == unit).ToListAsync(cancellation);
            if (from == DateOnly.MinValue || from > clock.Today || from <= row.Opened || from > row.Closed || forms.Exists(old => old.Until >= from.AddDays(-1)))
            {
                throw new RefusedException(PlatformFindings.UnitDays());
            }

            change.Db.Add(new UnitFormRow
            {
                Unit = unit,
                Number = forms.Count + 1,
                Until = from.AddDays(-1),
                NameZh = row.NameZh,
                NameEn = row.NameEn,
                Parent = row.Parent,
                Kind = row.Kind,
            });
        }

        (row.NameZh, row.NameEn, row.Parent, row.Kind) = (form.Name.Zh, form.Name.En, form.Parent, form.Kind);
        change.Record(row.Region, $"unit/{unit}", form.From is null ? "unit.corrected" : "unit.reformed", new { Before = before, After = form }, why);
    }

    public async Task Close(Change change, string unit, DateOnly last, string why, CancellationToken cancellation)
    {
        var row = await Row(change, unit, cancellation);
        if (row.Closed is not null || last < row.Opened)
        {
            throw new RefusedException(PlatformFindings.UnitDays());
        }

        if (await HangsOn(change.Db, unit, last, cancellation) is { Count: > 0 } left)
        {
            throw new RefusedException(PlatformFindings.UnitInUse(new(row.NameZh, row.NameEn), left));
        }

        row.Closed = last;
        change.Record(row.Region, $"unit/{unit}", "unit.closed", new { last }, why);
    }

    // The new place holds from a day on, and the units above may have stood elsewhere then: no day since may have a circle.
    private static async Task RefuseParent(Change change, OrganizationRow row, UnitForm form, CancellationToken cancellation)
    {
        var rows = await change.Db.Set<OrganizationRow>().AsNoTracking().ToListAsync(cancellation);
        var forms = (await change.Db.Set<UnitFormRow>().AsNoTracking().ToListAsync(cancellation)).ToLookup(past => past.Unit, StringComparer.Ordinal);
        var start = form.From ?? (forms[row.Id].Any() ? forms[row.Id].Max(past => past.Until).AddDays(1) : DateOnly.MinValue);
        var days = forms.SelectMany(past => past).Select(past => past.Until.AddDays(1)).Where(day => day > start).Append(start).Distinct();
        foreach (var day in days)
        {
            var parents = rows.ToDictionary(
                other => other.Id, other => AsOf(other.ToOrganization(), forms[other.Id].Where(past => past.Until >= day)).Parent, StringComparer.Ordinal);
            UnitRules.RefuseParent(row.ToOrganization() with { Name = form.Name, Parent = form.Parent }, parents);
        }
    }

    private static Organization AsOf(Organization unit, IEnumerable<UnitFormRow> later) => later.MinBy(form => form.Until) is { } form
        ? unit with { Name = new(form.NameZh, form.NameEn), Parent = form.Parent, Kind = form.Kind }
        : unit;

    private static async Task<OrganizationRow> Row(Change change, string unit, CancellationToken cancellation) =>
        change.Db.Set<OrganizationRow>().Local.FirstOrDefault(row => row.Id == unit)
        ?? await change.Db.Set<OrganizationRow>().AsTracking().SingleOrDefaultAsync(row => row.Id == unit, cancellation)
        ?? throw new RefusedException(PlatformFindings.NoSuchUnit(unit));

    private async Task<List<Bilingual>> HangsOn(GreenprintDb work, string unit, DateOnly last, CancellationToken cancellation)
    {
        List<Bilingual> left = [];
        var below = await work.Set<OrganizationRow>().Where(row => row.Parent == unit && (row.Closed == null || row.Closed > last)).OrderBy(row => row.Id).ToListAsync(cancellation);
        left.AddRange(below.Select(row => new Bilingual(
            $"下级单位“{row.NameZh}”仍挂在其下，请先调整隶属关系或一并撤销", $"“{row.NameEn ?? row.NameZh}” stands below it: move it or close it first")));
        var posts = await Posts(post => post.Unit == unit && (post.Until == null || post.Until > last), cancellation);
        left.AddRange(posts.OrderBy(post => post.From).Select(post => new Bilingual(
            $"{post.Name}仍任{post.Title.Zh}，请先办理离任", $"{post.Name} still holds the post “{post.Title.En ?? post.Title.Zh}”: end it first")));
        foreach (var use in uses)
        {
            left.AddRange(await use.HangsOn(unit, last, cancellation));
        }

        return left;
    }

    private async Task<List<Post>> Posts(System.Linq.Expressions.Expression<Func<PostRow, bool>> which, CancellationToken cancellation) =>
    [
        .. (await db.Set<PostRow>().AsNoTracking().Where(which).Join(db.Set<Person>(), post => post.PersonId, person => person.Id, (post, person) => new { post, person.DisplayName })
            .ToListAsync(cancellation)).Select(found => found.post.ToPost(found.DisplayName)),
    ];
}
