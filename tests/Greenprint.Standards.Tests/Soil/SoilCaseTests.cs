using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Soil;

namespace Greenprint.Standards.Tests.Soil;

/// <summary>Every hand-worked case of soil, by both ways in.</summary>
public sealed class SoilCaseTests
{
    private static readonly string[] NotItems = ["use", "ph", "background"];

    public static TheoryData<Case> Cases => CaseFiles.Of("soil");

    [Theory, MemberData(nameof(Cases))]
    public void Grade_of_a_plot(Case of)
    {
        var table = TestStandards.Library.SoilTables.Single(known => known.Edition.Id == of.Edition);
        if (!table.TryUse(of["use"], out var use))
        {
            Assert.Equal("refused", of.Expected);
            return;
        }

        (StandardItem Item, MeasuredValue Value)[] values = [.. of.Pairs.Where(pair => !NotItems.Contains(pair.Key)).Select(pair =>
        {
            Assert.True(MeasuredValue.TryParse(pair.Value, out var value), pair.Value);
            return (TestStandards.Library.Items.Get(pair.Key), value);
        })];
        var background = of["background"]?.Split(':') is [var code, var natural] ? new Dictionary<string, decimal> { [code] = decimal.Parse(natural, CultureInfo.InvariantCulture) } : null;
        decimal? ph = of["ph"] is null ? null : of.Number("ph");

        var judged = SoilJudge.Judge(table.For(use, ph), values.Select(value => KeyValuePair.Create(value.Item, value.Value)), background);
        var (grades, ratios) = (new byte[values.Length], new decimal?[values.Length]);
        var columns = new SoilColumns(table, [.. values.Select(value => value.Item)], background).Judge(use, ph, [.. values.Select(value => value.Value)], grades, ratios);

        Assert.Equal(of.Expected, judged.Grade is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"grade={judged.Grade};limiting={string.Join(' ', judged.Limiting)}{Ratios(judged)}"));
        Assert.Equal(judged.Grade ?? 0, columns);
    }

    private static string Ratios(SoilJudgement judged) => judged.Grade == 1 ? "" :
        ";ratio=" + string.Join(' ', judged.Items.Where(item => item.Ratio >= 1).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Item}({Rounding.HalfEven(item.Ratio!.Value, 2):F2})")));
}
