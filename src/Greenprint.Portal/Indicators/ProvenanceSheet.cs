using System.Globalization;
using Greenprint.Indicators;
using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.Content;

namespace Greenprint.Portal.Indicators;

/// <summary>How a value came about, in the words of a page.</summary>
internal static class ProvenanceSheet
{
    /// <summary>Which value a card is about.</summary>
    internal static Bilingual Title(IndicatorValue value) => new(
        $"{Words.Origin(value.Origin).Zh}从何而来（{Figures.When(value.Period).Zh}）",
        $"Where the value comes from: {Words.Origin(value.Origin).En?.ToLowerInvariant()}, {Figures.When(value.Period).En}");

    /// <summary>Of a computed value.</summary>
    internal static ProvenanceModel Of(Provenance run)
    {
        var facts = new List<ProvenanceFact>
        {
            new(("方法", "Method"), new($"{run.MethodName.Zh}（{run.Method}）", $"{run.MethodName.In(Cultures.English)} ({run.Method})")),
            new(("时段", "Period"), Figures.When(run.Period)),
        };
        facts.AddRange(run.Editions.Select(edition => new ProvenanceFact(edition.Use, new(
            $"{edition.Edition} {edition.Title.Zh}", $"{edition.Edition} {edition.Title.In(Cultures.English)}"))));
        facts.AddRange(run.Inputs.GroupBy(input => input.Station).Select(station => new ProvenanceFact(new($"输入：{station.Key.Zh}", $"Input: {station.Key.In(Cultures.English)}"), Input([.. station]))));
        facts.AddRange(run.Steps.Select(step => new ProvenanceFact(step.Label, new(step.Value, step.Value))));
        facts.Add(new(("修约", "Rounding"), run.Rounding));
        if (run.NotGiven is { } rule)
        {
            facts.Add(new(("不能给出的原因", "Why it cannot be given"), rule));
        }

        facts.AddRange(run.ComparedUnder.Select(other => new ProvenanceFact(
            new($"按{other.Edition}计算", $"Under {other.Edition}"),
            other.Published is { } value
                ? new(value.ToString(CultureInfo.InvariantCulture), value.ToString(CultureInfo.InvariantCulture))
                : other.NotGiven ?? Figures.Missing)));
        facts.Add(new(("计算时间", "Computed at"), Figures.Moment(run.ComputedAt)));
        return new(facts)
        {
            Excluded = [.. run.Excluded.Select(Excluded)],
            Digest = run.InputDigest,
            VerifyCommand = $"greenprint indicator verify {run.Run}",
        };
    }

    /// <summary>Of a value that people brought. The person who entered it is on the record, but not on a public page.</summary>
    internal static ProvenanceModel Of(IndicatorValue value)
    {
        var facts = new List<ProvenanceFact> { new(("来源", "Origin"), Words.OriginLong(value.Origin)), new(("时段", "Period"), Figures.When(value.Period)) };
        if (value.Document is { Length: > 0 } document)
        {
            facts.Add(new(("文件", "Document"), new(document)));
        }

        if (value.On is { } on)
        {
            facts.Add(new(("文件日期", "Date of the document"), Figures.Day(on)));
        }

        facts.Add(new(("录入时间", "Recorded at"), Figures.Moment(value.RecordedAt)));
        if (value.Revision > 1)
        {
            facts.Add(new(("修订", "Revision"), new(
                string.Create(CultureInfo.InvariantCulture, $"第{value.Revision}版"), string.Create(CultureInfo.InvariantCulture, $"number {value.Revision}"))));
        }

        return new(facts);
    }

    // One line for a station: its items, the span of all, and the readings together.
    private static Bilingual Input(IReadOnlyList<InputSeries> station)
    {
        var (from, to) = (Figures.Day(ChinaTime.DayOf(station.Min(input => input.From))), Figures.Day(ChinaTime.DayOf(station.Max(input => input.To).AddTicks(-1))));
        var count = Figures.Number(station.Sum(input => input.Count), 0, CultureInfo.InvariantCulture);
        var items = station.Select(input => Item(input.Item)).Distinct().ToList();
        return new(
            $"{string.Join("、", items.Select(item => item.Zh))}，{from.Zh}至{to.Zh}，共{count}条",
            $"{string.Join(", ", items.Select(item => item.In(Cultures.English)))}, {from.En} to {to.En}, {count} readings");
    }

    private static Bilingual Item(string code) => ItemCatalogue.All.FirstOrDefault(item => item.Code == code)?.Name ?? new(code, code);

    private static ProvenanceExclusion Excluded(Exclusion excluded)
    {
        var place = new[] { excluded.Station?.Zh, excluded.Item is null ? null : Item(excluded.Item).Zh }.Where(part => !string.IsNullOrEmpty(part));
        var placeEn = new[] { excluded.Station?.In(Cultures.English), excluded.Item is null ? null : Item(excluded.Item).In(Cultures.English) }.Where(part => !string.IsNullOrEmpty(part));
        Bilingual reason = new(
            string.Join("，", place.Append(excluded.Reason.Zh)),
            string.Join(", ", placeEn.Append(excluded.Reason.In(Cultures.English))));
        var examples = string.Join("、", excluded.Examples.Take(3));
        return new(reason, excluded.Count, examples.Length == 0 ? null : new($"例如{examples}", $"for example {string.Join(", ", excluded.Examples.Take(3))}"));
    }
}
