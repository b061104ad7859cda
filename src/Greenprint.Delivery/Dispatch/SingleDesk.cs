using System.Security.Claims;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>What the bureau orders outside a cycle (单项交办), as it was typed.</summary>
/// <param name="Key">Made with the form: one that is sent twice registers one item.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="Kind">What gave rise to it.</param>
internal sealed record SingleOrder(Guid Key, string Region, SingleKind Kind)
{
    /// <summary>Name and number of the document, or empty.</summary>
    public string Document { get; init; } = "";

    public string Title { get; init; } = "";

    public string Ask { get; init; } = "";

    public string Unit { get; init; } = "";

    public string? Person { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>Null: the rule gives the day when it is issued.</summary>
    public DateOnly? SignBy { get; init; }

    /// <summary>The weakest proof that lets it count as done; null where none is asked for.</summary>
    public EvidenceClass? Evidence { get; init; }

    /// <summary>The plan among whose items it is counted; null for none.</summary>
    public string? Plan { get; init; }

    public IReadOnlyCollection<StrikeOffStep> Steps { get; init; } = [];
}

/// <summary>The bureau registers one item outside a cycle; somebody else reviews it before it is issued, as every item.</summary>
internal sealed class SingleDesk(WorkOrders orders, Charges charges, IRights rights, IRegions regions, IPlans plans, IChanges changes)
{
    /// <summary>Longest title and document, and longest text of what is asked, in characters.</summary>
    public const int LongestLine = 200, LongestText = 2000;

    /// <summary>The regions whose dispatch <paramref name="user"/> runs.</summary>
    public async Task<IReadOnlyList<Region>> RegionsOf(ClaimsPrincipal user, CancellationToken cancellation)
    {
        List<Region> mine = [];
        foreach (var region in await regions.All(cancellation))
        {
            if (await rights.May(user, Rights.Dispatch, region.Code, cancellation))
            {
                mine.Add(region);
            }
        }

        return mine;
    }

    /// <summary>The plans in force of a region.</summary>
    public async Task<IReadOnlyList<PlanSummary>> PlansOf(string region, CancellationToken cancellation) =>
        [.. (await plans.All(cancellation)).Where(plan => plan.Region == region && plan.Status == PlanStatus.InForce)];

    /// <summary>Registers it.</summary>
    /// <returns>Id of the item, or what is wrong with the order, each by its field.</returns>
    public Task<(string? Item, IReadOnlyList<Finding> Faults)> Register(ClaimsPrincipal user, SingleOrder order, CancellationToken cancellation) => changes.Apply<(string?, IReadOnlyList<Finding>)>(
        rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for people who work."),
        async change =>
        {
            if (await regions.Find(order.Region, cancellation) is not { } region || !await rights.May(user, Rights.Dispatch, order.Region, cancellation))
            {
                return (null, [DeliveryFindings.BadItem("region", ("只能在本人负责调度的地区交办。", "An item is registered in a region whose dispatch is yours."))]);
            }

            var faults = Faults(order, region, ChinaTime.DayOf(change.At)).ToList();
            if (order.Unit.Length > 0 && await charges.WhyNot(order.Region, order.Unit, order.Person, ChinaTime.DayOf(change.At), cancellation) is var (field, why))
            {
                faults.Add(DeliveryFindings.BadItem(field, why));
            }

            if (order.Plan is { } plan && (await PlansOf(order.Region, cancellation)).All(one => one.Id != plan))
            {
                faults.Add(DeliveryFindings.BadItem("plan", ("请选择本地区生效的规划。", "Choose a plan in force of the region.")));
            }

            if (faults.Count > 0)
            {
                return (null, faults);
            }

            var item = new SingleItem(
                $"single/{order.Key:N}", order.Region, order.Unit, SingleKinds.SubjectOf(order.Kind, order.Key.ToString("N")), new(order.Title.Trim()), new(order.Ask.Trim()), order.Due!.Value)
            {
                Plan = order.Plan,
                Person = order.Person,
                SignBy = order.SignBy,
                Evidence = order.Evidence,
                Steps = [.. order.Steps.Distinct().Order()],
                Origin = string.IsNullOrWhiteSpace(order.Document) ? null : order.Document.Trim(),
            };
            return (await orders.Open(change, item, cancellation), []);
        },
        cancellation);

    private static IEnumerable<Finding> Faults(SingleOrder order, Region region, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(order.Title) || order.Title.Length > LongestLine)
        {
            yield return DeliveryFindings.BadItem("title", ($"请填写交办事项，不超过 {LongestLine} 字。", $"Say what shall be done, in at most {LongestLine} characters."));
        }

        if (string.IsNullOrWhiteSpace(order.Ask) || order.Ask.Length > LongestText)
        {
            yield return DeliveryFindings.BadItem("ask", ($"请填写问题和要求，不超过 {LongestText} 字。", $"Say what is wrong and what is asked, in at most {LongestText} characters."));
        }

        if (order.Document.Length > LongestLine)
        {
            yield return DeliveryFindings.BadItem("document", ($"来源文件不超过 {LongestLine} 字。", $"The document is named in at most {LongestLine} characters."));
        }

        if (order.Unit.Length == 0)
        {
            yield return DeliveryFindings.BadItem("unit", ("请选择责任单位。", "Choose the unit in charge."));
        }

        if (order.Due is not { } due || due < today)
        {
            yield return DeliveryFindings.BadItem("due", ("请填写办理期限，不早于今天。", "Give the due day; it does not lie before today."));
        }
        else if (order.SignBy < today || order.SignBy > due)
        {
            yield return DeliveryFindings.BadItem("sign-by", ("签收期限须在今天与办理期限之间。", "The day for signing lies between today and the due day."));
        }

        if (order.Steps.Except(Acceptances.For(region.Level)).Any())
        {
            yield return DeliveryFindings.BadItem("steps", ("所选验收环节不适用于本地区。", "An acceptance that was chosen does not fit the region."));
        }
    }
}
