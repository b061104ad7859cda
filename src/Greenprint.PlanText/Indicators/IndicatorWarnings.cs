using System.Text.RegularExpressions;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Indicators;

/// <summary>What a person should look at in the indicators.</summary>
internal static partial class IndicatorWarnings
{
    private const int LongestRow = 60;

    public static IEnumerable<ReadingWarning> Of(IndicatorReading reading, IReadOnlyList<PlanParagraph> paragraphs)
    {
        if (reading.Items.Count == 0 && Announced(paragraphs) is { } announced)
        {
            yield return ReadingWarning.Of("indicator-table-not-found", PlanTextFindings.NoIndicators(), announced.Place.Page, announced.Place.Line);
        }

        foreach (var table in reading.LastPeriod)
        {
            yield return ReadingWarning.Of("last-period-table", PlanTextFindings.LastPeriodTable(table.Caption ?? ""), table.Place.Page, table.Place.Line);
        }

        foreach (var row in reading.NotRead)
        {
            var text = string.Join(' ', row.Cells.Distinct().Where(cell => !cell.IsEmpty).Select(cell => cell.Text));
            yield return ReadingWarning.Of("indicator-row-not-read", PlanTextFindings.IndicatorRowNotRead(text.Length <= LongestRow ? text : text[..LongestRow]), row.Place.Page, row.Place.Line);
        }

        var numbered = reading.Items.Select((item, i) => item.No is null ? $"#{i}" : $"{item.Category} {item.No}").Distinct().Count();
        if (reading.Claimed is { } claimed && numbered > 0 && claimed != numbered && claimed != reading.Items.Count)
        {
            yield return ReadingWarning.Of("indicator-count-differs", PlanTextFindings.IndicatorCountDiffers(claimed, numbered), reading.Items[0].Page);
        }

        foreach (var item in reading.Items)
        {
            if (item.Target is { } target && !TargetWording.Read(target.Text, IndicatorSide.Unknown).IsUnderstood)
            {
                yield return ReadingWarning.Of("target-not-understood", PlanTextFindings.TargetNotUnderstood(item.Name, target.Text), item.Page);
            }
        }
    }

    private static PlanParagraph? Announced(IReadOnlyList<PlanParagraph> paragraphs)
    {
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (!paragraphs[i].IsTabular && Caption().IsMatch(paragraphs[i].Text)
                && (Number().IsMatch(paragraphs[i].Text) || paragraphs.Skip(i + 1).Take(2).Any(next => next.IsTabular)))
            {
                return paragraphs[i];
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[^。；]{0,50}(指标|目标)(体系)?(表|一览表)?$")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(专\s*栏|表)\s*[\d一二三四五六七八九十]")]
    private static partial Regex Number();
}
