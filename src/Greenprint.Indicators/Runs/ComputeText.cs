using System.Globalization;
using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>An answer, a run and a verification as text for a terminal, in the reader's language.</summary>
internal static class ComputeText
{
    public static async Task Write(TextWriter output, ComputeAnswer answer)
    {
        var demo = answer.IsDemo ? Here("　演示数据", "  [sample data]") : "";
        await output.WriteLineAsync($"{answer.Title.Here}　{answer.Period ?? answer.Asked}　{answer.Edition}{demo}");
        foreach (var indicator in answer.Indicators)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync($"{indicator.Name.Here} [{indicator.Code}]");
            await Line(output, Here("目标", "target"), $"{indicator.Target.Text.Here} ({indicator.Target.Year})");
            await Line(output, Here("状态", "state"), $"{indicator.State.Name().Here}　{indicator.Why.Here}");
            foreach (var value in indicator.Values)
            {
                await Line(output, value.Origin.Name().Here, Value(value, indicator));
            }

            if (indicator.Finding is { } finding)
            {
                await Line(output, Here("不能计算", "not computed"), finding.ToString());
            }
            else if (indicator.Computation is { } run)
            {
                await Write(output, run);
            }
        }
    }

    public static async Task Write(TextWriter output, Provenance run)
    {
        if (run.NotGiven is { } reason)
        {
            await Line(output, Here("不能给出", "cannot be given"), reason.Here);
        }

        await Line(output, Here("算法", "method"), $"{run.MethodName.Here} ({run.Method})");
        await Line(output, Here("标准版本", "edition"), string.Join("; ", run.Editions.Select(use => $"{use.Edition} {use.Title.Here}: {use.Use.Here}")));
        foreach (var other in run.ComparedUnder)
        {
            await Line(output, Here($"按 {other.Edition}", $"under {other.Edition}"), other.NotGiven?.Here ?? Number(other.Published));
        }

        await Line(output, Here("修约", "rounding"), run.Rounding.Here);
        foreach (var step in run.Steps)
        {
            await Line(output, step.Label.Here, step.Value);
        }

        await Excluded(output, run);
        await Line(output, Here("输入", "inputs"), string.Create(
            CultureInfo.InvariantCulture, $"{run.Inputs.Count} {Here("个序列", "series")}, {run.Inputs.Sum(input => (long)input.Count)} {Here("条", "rows")}, {run.InputDigest}"));
        await Line(output, Here("批次", "run"), run.Run);
    }

    public static async Task Write(TextWriter output, Verification verification)
    {
        var run = verification.Provenance;
        await output.WriteLineAsync($"{run.Plan} {run.Indicator} {run.Period} {run.Method} {run.Run}");
        await Line(output, Here("数值", "value"), verification.SameValue
            ? Here($"由所列数据复算一致：{Number(run.Value)}", $"the named rows give it again: {Number(run.Value)}")
            : Here($"复算不一致：存 {Number(run.Value)}，复算 {Number(verification.Recomputed)}", $"differs: stored {Number(run.Value)}, recomputed {Number(verification.Recomputed)}"));
        await Line(output, Here("所列数据", "named rows"), verification.SameRows ? run.InputDigest : Here("与当时的摘要不符", "are not the ones that were digested"));
        await Line(output, Here("库中数据", "present rows"), verification.PresentDigest);
        foreach (var row in verification.Changed)
        {
            await Line(output, row.How.Name().Here, string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Station.Here} {row.Item} {row.Start:yyyy-MM-dd HH:mm} {Number(row.Old)} → {Number(row.New)}{(row.Source is null ? "" : $" ({row.Source})")}"));
        }

        await output.WriteLineAsync(verification.Holds
            ? Here("核验通过：数值与数据均一致。", "Verified: value and rows are as they were.")
            : Here($"核验不通过：{verification.Changed.Count} 条数据与当时不同。", $"Not verified: {verification.Changed.Count} rows are not what they were."));
    }

    // One line a reason: whoever wants every station and day asks for JSON.
    private static async Task Excluded(TextWriter output, Provenance run)
    {
        foreach (var reason in run.Excluded.GroupBy(excluded => excluded.Reason.Here))
        {
            var where = reason.GroupBy(excluded => string.Join(' ', new[] { excluded.Station?.Here, excluded.Item }.Where(part => part is not null)))
                .Where(place => place.Key.Length > 0)
                .Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Key} {place.Sum(excluded => excluded.Count)}")).ToList();
            var examples = reason.SelectMany(excluded => excluded.Examples).Distinct(StringComparer.Ordinal).ToList();
            await Line(output, Here("剔除", "left out"), string.Create(
                CultureInfo.InvariantCulture, $"{reason.Sum(excluded => excluded.Count)} × {reason.Key}{Some(where, ": ", 8)}{Some(examples, " | ", 4)}"));
        }
    }

    private static string Some(List<string> parts, string before, int most) => parts.Count == 0 ? "" : parts.Count <= most
        ? before + string.Join(", ", parts)
        : string.Create(CultureInfo.InvariantCulture, $"{before}{string.Join(", ", parts.Take(most))}, … (+{parts.Count - most})");

    private static Bilingual Name(this RowChange change) => change switch
    {
        RowChange.Added => ("补录", "added"),
        RowChange.Revised => ("修订", "revised"),
        RowChange.Tampered => ("篡改", "tampered"),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "No such change."),
    };

    private static Bilingual Name(this IndicatorState state) => state switch
    {
        IndicatorState.Unknown => ("暂无法判定", "Cannot be judged yet"),
        IndicatorState.WaitingForAssignment => ("待上级下达", "Waiting for assignment"),
        IndicatorState.Achieved => ("已完成", "Achieved"),
        IndicatorState.NotAchieved => ("未完成", "Not achieved"),
        IndicatorState.Regressing => ("不降反升", "Worse than baseline"),
        IndicatorState.OnTrack => ("达到或快于序时进度", "On track"),
        IndicatorState.AtRisk => ("略滞后", "Slightly behind"),
        IndicatorState.OffTrack => ("滞后", "Behind"),
        IndicatorState.Suspended => ("暂停", "Suspended"),
        IndicatorState.Cancelled => ("取消", "Cancelled"),
        IndicatorState.Superseded => ("被替代", "Superseded"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    private static string Value(AnsweredValue value, AnsweredIndicator indicator)
    {
        var decides = value.Origin == indicator.Deciding ? Here("，以此判定", ", decides") : "";
        var provisional = value.Provisional ? Here("，年内累计", ", year to date") : "";
        var document = value.Document is null ? "" : $", {value.Document}";
        return value.Published is null
            ? $"—{decides}"
            : $"{value.Published.Value.ToString("F" + indicator.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)} {indicator.Unit} ({Number(value.Value)}){decides}{provisional}{document}";
    }

    private static Task Line(TextWriter output, string label, string text) => output.WriteLineAsync($"  {label}: {text}");

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "—";

    private static string Here(string zh, string en) => new Bilingual(zh, en).Here;
}
