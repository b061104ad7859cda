using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Ui.Targets;

/// <summary>The target bar in one sentence, from the same numbers as the picture.</summary>
internal static class TargetBarText
{
    internal static Bilingual Sentence(TargetBarModel model) => new(Zh(model), En(model));

    private static string Zh(TargetBarModel model)
    {
        string Show(decimal? value) => Figures.WithUnit(value, model.Decimals, model.Unit, Cultures.Chinese);
        var parts = new List<string>();
        var target = string.Create(CultureInfo.InvariantCulture, $"{model.TargetYear}年目标{model.Target.Text(model.Unit, model.Decimals).Zh}");
        if (model.Baseline is { } baseline && model.Target.Shape != TargetShape.Cumulative)
        {
            parts.Add($"{Year(model.BaselineYear)}基准{Show(baseline)}");
        }

        parts.Add(target);
        parts.Add(model.Latest is null ? "尚无实际值" : $"{model.LatestWhen?.Zh ?? "最新"}为{Show(model.Latest)}");
        parts.Add(model.Progress switch
        {
            null when model.Holds == true => "符合目标要求",
            null when model.Holds == false => "不符合目标要求",
            null => "",
            < 0 => $"比基准差{Figures.Amount(model.Latest!.Value - model.Start!.Value, model.Decimals, model.Unit, Cultures.Chinese)}",
            >= 1 => "已达目标",
            var progress => $"已走完全程的{Percent(progress.Value)}",
        });
        if (model.IsWay && model.Expected is { } expected)
        {
            parts.Add($"按序时进度{(model.Latest is null ? "今天" : "同期")}应达到{Show(expected)}");
        }

        if (model.Steps.Count > 0)
        {
            parts.Add("年度目标：" + string.Join("、", model.Steps.Select(step => $"{Year(step.Year)}{Figures.Number(step.Value, model.Decimals, Cultures.Chinese)}")));
        }

        return string.Join("，", parts.Where(part => part.Length > 0)) + "。";

        static string Year(int? year) => year is null ? "" : Figures.Year(year.Value).Zh;
    }

    private static string En(TargetBarModel model)
    {
        var culture = Cultures.English;
        string Show(decimal? value) => Figures.WithUnit(value, model.Decimals, model.Unit, culture);
        var parts = new List<string>();
        if (model.Baseline is { } baseline && model.Target.Shape != TargetShape.Cumulative)
        {
            parts.Add($"baseline {Show(baseline)}{(model.BaselineYear is { } year ? string.Create(culture, $" in {year}") : "")}");
        }

        parts.Add(string.Create(culture, $"target for {model.TargetYear}: {model.Target.Text(model.Unit, model.Decimals).In(culture)}"));
        parts.Add(model.Latest is null ? "no value yet" : $"{model.LatestWhen?.In(culture) ?? "latest"}: {Show(model.Latest)}");
        parts.Add(model.Progress switch
        {
            null when model.Holds == true => "the target holds",
            null when model.Holds == false => "the target does not hold",
            null => "",
            < 0 => $"worse than the baseline by {Figures.Amount(model.Latest!.Value - model.Start!.Value, model.Decimals, model.Unit, culture)}",
            >= 1 => "the target is met",
            var progress => $"{Percent(progress.Value)} of the way is done",
        });
        if (model.IsWay && model.Expected is { } expected)
        {
            parts.Add($"the schedule asks for {Show(expected)} {(model.Latest is null ? "today" : "by then")}");
        }

        if (model.Steps.Count > 0)
        {
            parts.Add("targets by year: " + string.Join(", ", model.Steps.Select(step => string.Create(culture, $"{step.Year} {Figures.Number(step.Value, model.Decimals, culture)}"))));
        }

        var text = string.Join("; ", parts.Where(part => part.Length > 0)) + ".";
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    // Whole percents, downwards: a way that is not finished never reads as 100 %.
    private static string Percent(decimal progress) => string.Create(CultureInfo.InvariantCulture, $"{decimal.Floor(progress * 100):0}%");
}
