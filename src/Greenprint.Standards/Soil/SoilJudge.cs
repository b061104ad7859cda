using Greenprint.Quantities;

namespace Greenprint.Standards.Soil;

/// <summary>One item of a plot, judged.</summary>
/// <param name="Item">Item.</param>
/// <param name="Value">Content in mg/kg.</param>
/// <param name="Grade">1, 2 or 3.</param>
/// <param name="Ratio">Content over screening value (单项指数), before rounding; null when not detected.</param>
/// <param name="Limit">What it was judged by.</param>
public sealed record SoilItem(StandardItem Item, MeasuredValue Value, int Grade, decimal? Ratio, SoilLimit Limit);

/// <summary>A plot, judged by its worst item.</summary>
/// <param name="Grade">1, 2 or 3; null where nothing could be judged.</param>
/// <param name="Limiting">The items that decide it, the largest ratio first; none for grade 1, which every item must have.</param>
/// <param name="Items">Every item that took part.</param>
/// <param name="NotJudged">Items with a value that took no part, with the reason.</param>
/// <param name="Notes">What was assumed or excepted, in words.</param>
public sealed record SoilJudgement(
    int? Grade, IReadOnlyList<StandardItem> Limiting, IReadOnlyList<SoilItem> Items, IReadOnlyList<(StandardItem Item, Bilingual Words)> NotJudged, IReadOnlyList<Bilingual> Notes);

/// <summary>Grades of soil. The soil side only: what grows on farmland may change its class afterwards.</summary>
public static class SoilJudge
{
    /// <summary>Judges one plot, readably. For many plots see <see cref="SoilColumns"/>; the results are the same.</summary>
    /// <param name="limits">From <see cref="SoilTable.For"/>.</param>
    /// <param name="values">Contents by item in mg/kg; items without limits are passed over.</param>
    /// <param name="background">Natural background (土壤环境背景值) by item code where it is known; read for the items that have the exception.</param>
    public static SoilJudgement Judge(
        SoilLimits limits, IEnumerable<KeyValuePair<StandardItem, MeasuredValue>> values, IReadOnlyDictionary<string, decimal>? background = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(values);
        var judged = new List<SoilItem>();
        var notJudged = new List<(StandardItem, Bilingual)>();
        var notes = limits.Notes.ToList();
        foreach (var (item, value) in values)
        {
            if (value.IsMissing || limits.For(item.Code) is not { } limit)
            {
                continue;
            }

            var natural = background is not null && background.TryGetValue(item.Code, out var known) ? known : (decimal?)null;
            var grade = GradeOf(limit, value, natural);
            if (grade == 0)
            {
                notJudged.Add((item, WhyNot(value)));
                continue;
            }

            judged.Add(new(item, value, grade, RatioOf(limit, value), limit));
            if (limit.HasBackground && value.Value > limit.Screening)
            {
                notes.Add(Background(item, grade));
            }
        }

        int? worst = judged.Count == 0 ? null : judged.Max(item => item.Grade);
        return new(
            worst, worst is null or 1 ? [] : [.. judged.Where(item => item.Grade == worst).OrderByDescending(item => item.Ratio ?? 0m).Select(item => item.Item)], judged, notJudged, notes);
    }

    /// <summary>The grade of one value, or 0 where it cannot be judged. At a limit the better grade.</summary>
    internal static int GradeOf(SoilLimit limit, in MeasuredValue value, decimal? background)
    {
        if (value.Value is not { } content)
        {
            return value.DetectionLimit > limit.Screening ? 0 : 1;   // not detected tells nothing where the method cannot see the screening value
        }

        return content < 0 ? 0
            : content <= limit.Screening || (limit.HasBackground && content <= background) ? 1
            : content <= limit.Control || limit.Control is null ? 2 : 3;
    }

    /// <summary>Content over screening value; null when not detected.</summary>
    internal static decimal? RatioOf(SoilLimit limit, in MeasuredValue value) => value.Value / limit.Screening;

    /// <summary>Why a value without a grade has none.</summary>
    internal static Bilingual WhyNot(in MeasuredValue value) => value.IsBelowDetection
        ? ("未检出，但检出限高于筛选值，无法判定", "not detected, but the detection limit is above the screening value: cannot be judged")
        : ("测值为负，不参加评价", "the value is negative and takes no part");

    private static Bilingual Background(StandardItem item, int grade) => grade == 1
        ? ($"{item.Name.Zh}高于筛选值但不高于土壤环境背景值，不纳入污染地块管理", $"{item.Name.En} is above the screening value but not above the natural background: the plot is not managed as polluted for it")
        : ($"{item.Name.Zh}高于筛选值；若不高于当地土壤环境背景值，则不纳入污染地块管理", $"{item.Name.En} is above the screening value; were it not above the local natural background, the plot would not be managed as polluted for it");
}
