using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Planning.YearTasks;

/// <summary>How a task's quantity and the sum of its rows are told.</summary>
internal static class SplitWords
{
    /// <summary>In a cell: <c>Σ 300，差 −20</c>.</summary>
    public static Bilingual Short(SplitBalance balance)
    {
        var sum = balance.Sum is { } known ? Figures.Exact(known) : "—";
        var rest = balance.Difference is { } difference && difference != 0 ? TaskWords.Signed(difference) : null;
        return (
            $"Σ {sum}{(rest is null ? "" : $"，差 {rest}")}{(balance.IsPartial ? $"，{Text(balance.Missing)} 个未填" : "")}",
            $"Σ {sum}{(rest is null ? "" : $", {rest}")}{(balance.IsPartial ? $", {Text(balance.Missing)} without a figure" : "")}");
    }

    /// <summary>As a sentence: what the rows make, what the whole asks for, and the difference.</summary>
    public static Bilingual Sentence(SplitBalance balance, string? unit) => (balance.Sum, balance.Total) switch
    {
        (null, _) => ("各地区都还没有填工作量。", "No row has a quantity yet."),
        ({ } sum, null) => ($"各地区合计 {TaskWords.Quantity(sum, unit)}；总任务没有填工作量。", $"The rows make {TaskWords.Quantity(sum, unit)}; the whole has no quantity."),
        ({ } sum, { } total) => (
            $"各地区合计 {TaskWords.Quantity(sum, unit)}，总任务 {TaskWords.Quantity(total, unit)}，差 {TaskWords.Signed(sum - total)}。",
            $"The rows make {TaskWords.Quantity(sum, unit)}, the whole asks for {TaskWords.Quantity(total, unit)}, difference {TaskWords.Signed(sum - total)}."),
    };

    /// <summary>What is missing; null for nothing.</summary>
    public static Bilingual? Gap(SplitBalance balance) => balance.IsPartial
        ? ($"有 {Text(balance.Missing)} 个地区没有填，合计不完整。", $"{Text(balance.Missing)} without a quantity: the sum is a part.")
        : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
