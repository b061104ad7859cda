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

    public static async Task Settle(
        Change change, PlanRow plan, IReadOnlyList<FoundItem> before, IReadOnlyList<FoundItem> after, IRegions regions, CancellationToken cancellation)
    {
        var was = before.Where(item => item.IsInPlan).ToDictionary(item => item.Id, Written.Of, StringComparer.Ordinal);
        var now = after.Where(item => item.IsInPlan).ToDictionary(item => item.Id, Written.Of, StringComparer.Ordinal);
        await Remove(change.Db, plan.Id, [.. was.Where(pair => now.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Value)], cancellation);
        var units = new Units((await regions.Organizations(plan.Region, cancellation)).ToLookup(unit => unit.Name.Zh, unit => unit.Id, StringComparer.Ordinal));
        var groups = await Groups(change.Db, plan.Id, after, cancellation);
        foreach (var (item, written) in after.Where(item => item.IsInPlan).Select(item => (item, now[item.Id])).Where(pair => was.GetValueOrDefault(pair.item.Id) != pair.Item2))
        {
            Add(change, plan, item, written.Code, groups, units);
        }
    }

    private static async Task Remove(DbContext db, string plan, IReadOnlyList<Written> gone, CancellationToken cancellation)
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
                    await db.Set<StepRow>().Where(row => row.Plan == plan && codes.Contains(row.Indicator)).ExecuteDeleteAsync(cancellation);
                    break;
                default:
                    break;
            }

            if (SubjectOf(kind) is { } subject)
            {
                await db.Set<ResponsibilityRow>().Where(row => row.Plan == plan && row.Subject == subject && codes.Contains(row.Code)).ExecuteDeleteAsync(cancellation);
            }
        }
    }

    private static void Add(Change change, PlanRow plan, FoundItem item, string code, IReadOnlyDictionary<string, string> groups, Units units)
    {
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
            default:
                break;
        }

        if (SubjectOf(item.Kind) is { } subject)
        {
            change.Db.AddRange(Duties(plan.Id, subject, code, content, units));
        }
    }

    /// <summary>Codes of the groups by name; a group is there as long as an indicator of the plan stands in it.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Groups(DbContext db, string plan, IReadOnlyList<FoundItem> items, CancellationToken cancellation)
    {
        var names = items.Where(item => item is { Kind: FoundKind.Indicator, IsInPlan: true }).OrderBy(item => item.Position).Select(GroupName).Distinct(StringComparer.Ordinal).ToList();
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(row => row.Plan == plan && row.Kind == ItemKind.Group).ToListAsync(cancellation);
        var codes = rows.DistinctBy(row => row.TitleZh).ToDictionary(row => row.TitleZh, row => row.Code, StringComparer.Ordinal);
        var gone = codes.Where(pair => !names.Contains(pair.Key)).Select(pair => pair.Value).ToList();
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

    // Only units that this installation knows: a right and a duty rest on a unit, not on a name. The names as printed stay with the item.
    private static IEnumerable<ResponsibilityRow> Duties(string plan, string subject, string code, FoundContent content, Units units)
    {
        // A plan names several who lead; the first of them is asked for a figure, the others support.
        var lead = units.Known(content.Lead);
        return lead.Take(1).Select(unit => new ResponsibilityRow { Plan = plan, Subject = subject, Code = code, Part = Part.Lead, Position = 0, Unit = unit })
            .Concat(lead.Skip(1).Concat(units.Known(content.Support).Except(lead))
                .Select((unit, position) => new ResponsibilityRow { Plan = plan, Subject = subject, Code = code, Part = Part.Support, Position = position, Unit = unit }));
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
        _ => null,
    };

    /// <summary>What of an item its rows hold.</summary>
    private sealed record Written(FoundKind Kind, string Code, int Position, string Content)
    {
        public static Written Of(FoundItem item) => new(item.Kind, PlanEntry.CodeOf(item), item.Position, FoundJson.Write(item.Content));
    }

    private sealed record Units(ILookup<string, string> ByName)
    {
        // A name that two units share does not say which.
        public IReadOnlyList<string> Known(IReadOnlyList<string>? names) =>
            [.. (names ?? []).Select(name => ByName[name.Trim()].ToList()).Where(units => units.Count == 1).Select(units => units[0]).Distinct(StringComparer.Ordinal)];
    }
}
