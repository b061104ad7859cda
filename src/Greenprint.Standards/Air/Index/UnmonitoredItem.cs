using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>Whether an item that the monitoring plan leaves out may be absent from the index (HJ 633-2026 5.3.2).</summary>
/// <param name="Item">Item.</param>
/// <param name="MayBeAbsent">True when measured history shows three years in a row in which it was never primary in light or worse pollution.</param>
/// <param name="Reason">What the history shows.</param>
public sealed record UnmonitoredItem(MeasuredItem Item, bool MayBeAbsent, Bilingual Reason)
{
    /// <summary>Asks the history of a place.</summary>
    /// <remarks>
    /// Each of the years must be measured: the item has a value on as many days as a valid year needs (324). The text asks for measured history and names no count:
    /// ours is that of GB 3095 table 4. Any three years in a row will do, the latest that fit are named.
    /// </remarks>
    /// <param name="item">Item.</param>
    /// <param name="history">Whole calendar years of the place while it still measured the item, in any order.</param>
    /// <param name="edition">An edition that has the exception.</param>
    /// <exception cref="ArgumentException">The edition has no such exception, or the history is not of whole years.</exception>
    public static UnmonitoredItem Of(MeasuredItem item, IReadOnlyList<AirResult> history, AirEdition edition)
    {
        if (edition.Index.UnmonitoredYears is not { } years || history.Any(year => year.Period.Kind != PeriodKind.Year))
        {
            throw new ArgumentException("The exception is one of HJ 633-2026, shown by whole years.", nameof(history));
        }

        var clean = history.Where(year => IsMeasured(year, item, edition) && year.Days.All(day => !IsToBlame(day, item))).Select(year => year.Period.Year).ToHashSet();
        var found = clean.Where(last => Enumerable.Range(last - years + 1, years).All(clean.Contains)).DefaultIfEmpty(0).Max();
        return found > 0
            ? new(item, true, (
                $"{found - years + 1} 至 {found} 年实测，{item.Name.Zh}未成为轻度及以上污染的首要污染物。",
                $"Measured from {found - years + 1} to {found}, {item.Symbol} was never the primary pollutant of light or worse pollution."))
            : new(item, false, (
                $"没有连续 {years} 年的实测表明{item.Name.Zh}未成为轻度及以上污染的首要污染物。",
                $"No {years} years in a row show by measurement that {item.Symbol} was never the primary pollutant of light or worse pollution."));
    }

    private static bool IsMeasured(AirResult year, MeasuredItem item, AirEdition edition) =>
        year.ItemDays.First(days => days.Item == item).Valid >= edition.Assessment.YearDays;

    private static bool IsToBlame(AirDay day, MeasuredItem item) =>
        day.Index.Level is { Level: >= 3 } && day.Index.Primary.Any(of => of.Item == item);
}
