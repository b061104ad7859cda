using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Classes;

namespace Greenprint.Standards.Tests.Classes;

/// <summary>Every hand-worked case of sea water, sediment, biota and groundwater, by both ways in.</summary>
public sealed class ClassCaseTests
{
    private static readonly string[] NotItems = ["use", "target"];

    public static TheoryData<Case> Cases => CaseFiles.Of("class-table");

    [Theory, MemberData(nameof(Cases))]
    public void Class_of_a_sample(Case of)
    {
        var table = TestStandards.Library.ClassTables.Single(known => known.Edition.Id == of.Edition);
        var options = new ClassOptions(of["use"], of["target"] is { } target ? int.Parse(target, CultureInfo.InvariantCulture) : null);
        (StandardItem Item, MeasuredValue Value)[] values = [.. of.Pairs.Where(pair => !NotItems.Contains(pair.Key)).Select(pair =>
        {
            Assert.True(table.TryRead(pair.Key, pair.Value, out var value), pair.Value);
            return (TestStandards.Library.Items.Get(pair.Key), value);
        })];

        var judged = table.Judge(values.Select(value => KeyValuePair.Create(value.Item, value.Value)), options);
        var columns = table.Columns([.. values.Select(value => value.Item)], options);
        var row = values.Select(value => value.Value).Concat(new MeasuredValue[columns.Items.Count - values.Length]).ToArray();

        Assert.Equal(of.Expected, judged.Class is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"class={judged.Class};limiting={string.Join(' ', judged.Limiting)}{Multiples(table, judged)}"));
        Assert.Equal(judged.Class ?? 0, columns.Judge(row, new byte[row.Length]));
    }

    private static string Multiples(ClassTable table, ClassJudgement judged)
    {
        var exceeding = judged.Items.Where(item => item.Multiple is not null)
            .Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Item}({Rounding.HalfEven(item.Multiple!.Value, table.MultipleDecimals):F2})")).ToList();
        return exceeding.Count == 0 ? "" : $";x={string.Join(' ', exceeding)}";
    }
}
