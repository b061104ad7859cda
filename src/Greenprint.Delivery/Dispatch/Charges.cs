using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Who can be charged with an item: a unit of its region or below it, and a person who works there.</summary>
internal sealed class Charges(IUnits units)
{
    /// <summary>Why not, with the field that says who: <c>unit</c> or <c>person</c>; null when they can.</summary>
    public async Task<(string Field, Bilingual Why)?> WhyNot(string region, string unit, string? person, DateOnly day, CancellationToken cancellation) =>
        (await units.Tree(region, day, cancellation)).Find(unit) is null ? ("unit", DeliveryFindings.NoSuchUnit(unit).Message)
        : person is not null && (await units.PeopleOf(unit, day, cancellation)).All(post => post.Person != person)
            ? ("person", ("该人员不在责任单位任职，请从该单位人员中选择。", "This person has no post in the unit in charge: choose one of its people."))
        : null;
}
