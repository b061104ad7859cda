using Greenprint.Delivery.Dispatch;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Tests.Dispatch;

/// <summary>Items for tests, told act by act. Registered on 2 March 2026 at nine by <c>wang</c>, due on 9 April.</summary>
internal sealed class Story
{
    public const string Unit = "jia/water";
    public static readonly DateOnly Due = new(2026, 4, 9);
    private readonly List<DispatchEvent> events = [];

    public IReadOnlyList<DispatchEvent> Events => events;

    public DispatchItem Item => DispatchFold.Of(events);

    public static DateTimeOffset At(int month, int day, int hour = 9) => ChinaTime.At(new DateTime(2026, month, day, hour, 0, 0));

    public static Story Registered(params StrikeOffStep[] steps)
    {
        var story = new Story();
        story.events.Add(new DispatchEvent(1, DispatchAct.Register, At(3, 2), "wang", "wang") { Unit = Unit, Person = "chen", Day = Due, Steps = steps });
        return story;
    }

    public static Story Issued(params StrikeOffStep[] steps) => Registered(steps).Then(DispatchAct.Review, "zhao").Then(DispatchAct.Issue, "wang");

    public static Story InHand(params StrikeOffStep[] steps) => Issued(steps).Then(DispatchAct.Sign, "chen").Then(DispatchAct.Begin, "chen");

    public static Story Reported(params StrikeOffStep[] steps) => InHand(steps).Then(DispatchAct.Report, "chen");

    public static Story Closed(params StrikeOffStep[] steps) => Reported(steps).Then(DispatchAct.Check, "li").Then(DispatchAct.Close, "wang");

    /// <summary>The next event as it would be, with what its act needs filled in.</summary>
    public DispatchEvent Next(DispatchAct act, string by, DateTimeOffset? at = null) => new(events.Count + 1, act, at ?? At(3, 2).AddHours(events.Count), by, by)
    {
        Why = "理由",
        Day = act is DispatchAct.AskExtension or DispatchAct.GrantExtension or DispatchAct.Unlock ? Item.Due.AddDays(10) : null,
        Unit = act == DispatchAct.HandOver ? "jia/farming" : null,
        Into = act == DispatchAct.Merge ? "other" : null,
    };

    public Story Then(DispatchAct act, string by, DateTimeOffset? at = null) => Then(Next(act, by, at));

    public Story Then(DispatchEvent next)
    {
        _ = DispatchFold.Apply(Item, next);
        events.Add(next);
        return this;
    }
}
