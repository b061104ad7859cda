using System.Globalization;
using Greenprint.Planning.Packs;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Confirming;

/// <summary>Makes the rows of a draft plan what was decided about its items. Only the rows of items whose decision changed are touched.</summary>
internal static class PlanEntries
{
    private static readonly Bilingual NoGroup = ("主要指标", "Indicators");

    /// <returns>Null when it was done; else what stands in the way, and nothing was changed.</returns>
    public static async Task<Finding?> Settle(
        Change change, PlanRow plan, IReadOnlyList<FoundItem> before, IReadOnlyList<FoundItem> after, IRegions regions, CancellationToken cancellation)
    {
        var clauses = new ClausePath(await change.Db.Set<ClauseRow>().AsNoTracking().Where(row => row.Plan == plan.Id).OrderBy(row => row.Position)
            .Select(row => new ClauseLevel(row.Id, row.Level)).ToListAsync(cancellation));
        var (was, now) = (Written.All(before, clauses), Written.All(after, clauses));
        List<Written> gone = [.. was.Where(pair => now.GetValueOrDefault(pair.Key)?.Says(pair.Value) != true).Select(pair => pair.Value)];
        List<FoundItem> coming = [.. after.Where(item => item.IsInPlan && was.GetValueOrDefault(item.Id)?.Says(now[item.Id]) != true)];
        var others = await Others(change.Db, plan.Id, gone, cancellation);
        if (coming.FirstOrDefault(item => others.Contains((item.Kind, now[item.Id].Code))) is { } twice)
        {
            return PlanningFindings.Incomplete(twice.Content.Name!, nameof(FoundContent.Code), ("规划中已有同一代码的条目，不是从这份文件来的。", "The plan has an entry of this code already, which did not come from this document."));
        }

        // The yearly steps of what only waits again stay: nothing was decided against them.
        var waiting = after.Where(item => item is { Kind: FoundKind.Indicator, State: FoundState.Open }).Select(item => was.GetValueOrDefault(item.Id)?.Code).OfType<string>();
        await Remove(change.Db, plan.Id, gone, [.. now.Values.Where(one => one.Kind == FoundKind.Indicator).Select(one => one.Code), .. waiting], cancellation);
        foreach (var (id, moved) in now)
        {
            if (was.TryGetValue(id, out var old) && old != moved && old.Says(moved))
            {
                await Move(change.Db, plan.Id, moved, cancellation);
                if (old.Number != moved.Number)
                {
                    await Renumber(change.Db, plan.Id, moved, cancellation);
                }
            }
        }

        var units = new Units((await regions.Organizations(plan.Region, cancellation)).ToLookup(unit => unit.Name.Zh, unit => unit.Id, StringComparer.Ordinal));
        var groups = await Groups(change.Db, plan.Id, after, [.. was.Values.Concat(now.Values).Where(one => one.Kind == FoundKind.Indicator).Select(one => one.Code)], cancellation);
        foreach (var item in coming)
        {
            Add(change, plan, item, now[item.Id], groups, units);
        }

        return null;
    }

    /// <summary>Codes that stay in the plan: an editor also adds rows by workbook, and those are nobody's items.</summary>
    private static async Task<HashSet<(FoundKind Kind, string Code)>> Others(DbContext db, string plan, IEnumerable<Written> gone, CancellationToken cancellation)
    {
        HashSet<(FoundKind, string)> codes =
        [
            .. (await db.Set<ItemRow>().Where(row => row.Plan == plan && row.Kind != ItemKind.Group).Select(row => new { row.Kind, row.Code }).ToListAsync(cancellation))
                .Select(row => (row.Kind switch { ItemKind.Goal => FoundKind.Goal, ItemKind.KeyTask => FoundKind.KeyTask, _ => FoundKind.Safeguard }, row.Code)),
            .. (await db.Set<IndicatorRow>().Where(row => row.Plan == plan).Select(row => row.Code).ToListAsync(cancellation)).Select(code => (FoundKind.Indicator, code)),
            .. (await db.Set<ProjectRow>().Where(row => row.Plan == plan).Select(row => row.Code).ToListAsync(cancellation)).Select(code => (FoundKind.Project, code)),
            .. (await db.Set<MeasureRow>().Where(row => row.Plan == plan).Select(row => row.Code).ToListAsync(cancellation)).Select(code => (FoundKind.Measure, code)),
        ];
        codes.ExceptWith(gone.Select(one => (one.Kind, one.Code)));
        return codes;
    }

    // Only its place: what an editor wrote into the row by workbook stays.
    private static async Task Move(DbContext db, string plan, Written item, CancellationToken cancellation)
    {
        switch (item.Kind)
        {
            case FoundKind.Indicator:
                await db.Set<IndicatorRow>().Where(row => row.Plan == plan && row.Code == item.Code).ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, item.Position), cancellation);
                break;
            case FoundKind.Project:
                await db.Set<ProjectRow>().Where(row => row.Plan == plan && row.Code == item.Code)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, item.Position).SetProperty(row => row.Clause, item.Clause), cancellation);
                break;
            case FoundKind.Measure:
                await db.Set<MeasureRow>().Where(row => row.Plan == plan && row.Code == item.Code).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Position, item.Position).SetProperty(row => row.Clause, item.Clause).SetProperty(row => row.KeyTask, item.KeyTask), cancellation);
                break;
            default:
                var kind = KindOf(item.Kind);
                await db.Set<ItemRow>().Where(row => row.Plan == plan && row.Kind == kind && row.Code == item.Code)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, item.Position).SetProperty(row => row.Clause, item.Clause), cancellation);
                break;
        }
    }

    // A measure and an indicator have no number in the plan.
    private static async Task Renumber(DbContext db, string plan, Written item, CancellationToken cancellation)
    {
        if (item.Kind == FoundKind.Project)
        {
            await db.Set<ProjectRow>().Where(row => row.Plan == plan && row.Code == item.Code).ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, item.Number), cancellation);
        }
        else if (item.Kind is FoundKind.Goal or FoundKind.KeyTask or FoundKind.Safeguard)
        {
            var kind = KindOf(item.Kind);
            await db.Set<ItemRow>().Where(row => row.Plan == plan && row.Kind == kind && row.Code == item.Code).ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, item.Number), cancellation);
        }
    }

    private static async Task Remove(DbContext db, string plan, IReadOnlyList<Written> gone, IReadOnlyList<string> staying, CancellationToken cancellation)
    {
        foreach (var kind in gone.Select(one => one.Kind).Distinct())
        {
            var codes = gone.Where(one => one.Kind == kind).Select(one => one.Code).ToList();
            switch (kind)
            {
                case FoundKind.Goal or FoundKind.KeyTask or FoundKind.Safeguard:
                    var rows = KindOf(kind);
                    await db.Set<ItemRow>().Where(row => row.Plan == plan && row.Kind == rows && codes.Contains(row.Code)).ExecuteDeleteAsync(cancellation);
                    break;
                case FoundKind.Indicator:
                    await db.Set<IndicatorRow>().Where(row => row.Plan == plan && codes.Contains(row.Code)).ExecuteDeleteAsync(cancellation);
                    await db.Set<BaselineRow>().Where(row => row.Plan == plan && codes.Contains(row.Indicator)).ExecuteDeleteAsync(cancellation);
                    await db.Set<TargetRow>().Where(row => row.Plan == plan && codes.Contains(row.Indicator)).ExecuteDeleteAsync(cancellation);
                    await db.Set<StepRow>().Where(row => row.Plan == plan && codes.Contains(row.Indicator) && !staying.Contains(row.Indicator)).ExecuteDeleteAsync(cancellation);
                    break;
                case FoundKind.Project:
                    await db.Set<ProjectRow>().Where(row => row.Plan == plan && codes.Contains(row.Code)).ExecuteDeleteAsync(cancellation);
                    break;
                case FoundKind.Measure:
                    await db.Set<MeasureRow>().Where(row => row.Plan == plan && codes.Contains(row.Code)).ExecuteDeleteAsync(cancellation);
                    break;
                default:
                    throw new InvalidOperationException($"{kind} has no rows.");
            }

            if (SubjectOf(kind) is { } subject)
            {
                await db.Set<ResponsibilityRow>().Where(row => row.Plan == plan && row.Subject == subject && codes.Contains(row.Code)).ExecuteDeleteAsync(cancellation);
            }
        }
    }

    private static void Add(Change change, PlanRow plan, FoundItem item, Written written, IReadOnlyDictionary<string, string> groups, Units units)
    {
        var code = written.Code;
        var (content, none) = (item.Content, new Bilingual(""));
        var name = new Bilingual(content.Name!.Trim());
        var text = new Bilingual(content.Text ?? "");
        ItemRow Row(ItemKind kind, Bilingual title, Bilingual body) => ItemRow.Of(plan.Id, kind, item.Position, code, content.Number ?? "", title, body, content.ClauseId);
        switch (item.Kind)
        {
            case FoundKind.Goal:
                change.Db.Add(Row(ItemKind.Goal, none, name));
                break;
            case FoundKind.KeyTask:
                change.Db.Add(Row(ItemKind.KeyTask, name, text));
                break;
            case FoundKind.Safeguard:
                change.Db.Add(Row(ItemKind.Safeguard, name, text));
                break;
            case FoundKind.Indicator:
                PackRows.Add(
                    change.Db, plan.Id, plan.Start, item.Position, PlanEntry.Indicator(code, content, groups[GroupName(item)]), change.At, change.Actor.Name);
                break;
            case FoundKind.Project:
                change.Db.Add(ProjectRow.Of(plan.Id, item.Position, PlanEntry.Project(code, item)));
                break;
            case FoundKind.Measure:
                change.Db.Add(MeasureRow.Of(plan.Id, item.Position, new(code, name) { KeyTask = written.KeyTask, ClauseId = content.ClauseId, Page = item.Place.Page }));
                break;
            default:
                throw new InvalidOperationException($"{item.Kind} has no rows.");
        }

        change.Db.AddRange(item.Kind switch
        {
            FoundKind.Indicator => Known(plan.Id, Subjects.Indicator, code, content, units),
            FoundKind.KeyTask => Known(plan.Id, Subjects.KeyTask, code, content, units),
            FoundKind.Project => PackRows.Duties(plan.Id, Subjects.Project, code, units.Named(content.Lead), units.Named(content.Support)),
            FoundKind.Measure => PackRows.Duties(plan.Id, Subjects.Measure, code, units.Named(content.Lead), units.Named(content.Support)),
            _ => [],
        });
    }

    /// <summary>Codes of the groups by name; a group is there as long as an indicator of the plan stands in it.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Groups(DbContext db, string plan, IReadOnlyList<FoundItem> items, IReadOnlyList<string> own, CancellationToken cancellation)
    {
        var names = items.Where(item => item is { Kind: FoundKind.Indicator, IsInPlan: true }).OrderBy(item => item.Position).Select(GroupName).Distinct(StringComparer.Ordinal).ToList();
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(row => row.Plan == plan && row.Kind == ItemKind.Group).ToListAsync(cancellation);
        var codes = rows.DistinctBy(row => row.TitleZh).ToDictionary(row => row.TitleZh, row => row.Code, StringComparer.Ordinal);
        var used = await db.Set<IndicatorRow>().Where(row => row.Plan == plan && !own.Contains(row.Code)).Select(row => row.Group).ToListAsync(cancellation);
        var gone = codes.Where(pair => !names.Contains(pair.Key)).Select(pair => pair.Value).Except(used).ToList();
        await db.Set<ItemRow>().Where(row => row.Plan == plan && row.Kind == ItemKind.Group && gone.Contains(row.Code)).ExecuteDeleteAsync(cancellation);
        foreach (var (position, name) in names.Index())
        {
            if (!codes.TryGetValue(name, out var code))
            {
                codes[name] = code = Enumerable.Range(1, codes.Count + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"group-{number}")).First(free => !codes.ContainsValue(free));
                db.Add(ItemRow.Of(plan, ItemKind.Group, position, code, "", name == NoGroup.Zh ? NoGroup : new(name), new(""), null));
            }
            else if (rows.First(row => row.Code == code).Position != position)
            {
                await db.Set<ItemRow>().Where(row => row.Plan == plan && row.Kind == ItemKind.Group && row.Code == code)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, position), cancellation);
            }
        }

        return codes;
    }

    private static string GroupName(FoundItem item) => string.IsNullOrWhiteSpace(item.Content.Group) ? NoGroup.Zh : item.Content.Group.Trim();

    // Of an indicator and a task only units that this installation knows: reports are asked of them. The names as printed stay with the item.
    private static IEnumerable<ResponsibilityRow> Known(string plan, string subject, string code, FoundContent content, Units units)
    {
        // A plan names several who lead; the first of them is asked, the others support.
        var lead = units.Known(content.Lead);
        return PackRows.Duties(plan, subject, code, lead.Count == 0 ? null : lead[0], [.. lead.Skip(1).Concat(units.Known(content.Support).Except(lead))]);
    }

    private static ItemKind KindOf(FoundKind kind) => kind switch
    {
        FoundKind.Goal => ItemKind.Goal,
        FoundKind.KeyTask => ItemKind.KeyTask,
        _ => ItemKind.Safeguard,
    };

    private static string? SubjectOf(FoundKind kind) => kind switch
    {
        FoundKind.Indicator => Subjects.Indicator,
        FoundKind.KeyTask => Subjects.KeyTask,
        FoundKind.Project => Subjects.Project,
        FoundKind.Measure => Subjects.Measure,
        _ => null,
    };

    /// <summary>What of an item its rows hold.</summary>
    private sealed record Written(FoundKind Kind, string Code, int Position, string Number, string Content, string? Clause, string? KeyTask)
    {
        /// <summary>True where both say the same, wherever it stands and whatever its number.</summary>
        public bool Says(Written other) => (Kind, Code, Content) == (other.Kind, other.Code, other.Content);

        public static Dictionary<string, Written> All(IReadOnlyList<FoundItem> items, ClausePath clauses)
        {
            var tasks = items.Where(item => item is { Kind: FoundKind.KeyTask, IsInPlan: true, Content.ClauseId: not null }).ToLookup(item => item.Content.ClauseId!, item => item.Id, StringComparer.Ordinal);
            return items.Where(item => item.IsInPlan).ToDictionary(
                item => item.Id,
                item => new Written(
                    item.Kind,
                    PlanEntry.CodeOf(item),
                    item.Position,
                    item.Content.Number ?? "",
                    FoundJson.Write(item.Content with { ClauseId = null, Number = null }),
                    item.Content.ClauseId,
                    item.Kind == FoundKind.Measure ? clauses.Upwards(item.Content.ClauseId).Select(clause => tasks[clause].FirstOrDefault()).FirstOrDefault(task => task is not null) : null),
                StringComparer.Ordinal);
        }
    }

    private sealed record Units(ILookup<string, string> ByName)
    {
        public IReadOnlyList<string> Known(IReadOnlyList<string>? names) => [.. Named(names).Select(named => named.Unit).OfType<string>().Distinct(StringComparer.Ordinal)];

        // A name that two units share does not say which.
        public IReadOnlyList<NamedUnit> Named(IReadOnlyList<string>? names) =>
            [.. (names ?? []).Select(name => name.Trim()).Where(name => name.Length > 0).Select(name => new NamedUnit(name, ByName[name].ToList() is [var one] ? one : null))];
    }
}

/// <summary>A clause with its level, in reading order.</summary>
internal sealed record ClauseLevel(string Id, int Level);

/// <summary>Which clauses enclose a clause.</summary>
internal sealed class ClausePath(IReadOnlyList<ClauseLevel> clauses)
{
    private readonly Dictionary<string, int> order = clauses.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);

    /// <summary>The clause itself, then the ones that enclose it, innermost first.</summary>
    public IEnumerable<string> Upwards(string? id)
    {
        var level = int.MaxValue;
        for (var at = id is not null && order.TryGetValue(id, out var found) ? found : -1; at >= 0; at--)
        {
            if (clauses[at].Level < level)
            {
                level = clauses[at].Level;
                yield return clauses[at].Id;
            }
        }
    }
}
