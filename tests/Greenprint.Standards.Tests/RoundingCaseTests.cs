using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Standards.Tests;

/// <summary>The worked examples of the page on rounding.</summary>
public sealed class RoundingCaseTests
{
    public static TheoryData<Case> Cases => CaseFiles.Of("rounding");

    [Theory, MemberData(nameof(Cases))]
    public void A_figure_is_rounded_as_the_page_says(Case of)
    {
        var value = of.Number("value");
        if (of.Expected == "refused")
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Significant(value, (int)of.Number("digits")));
            return;
        }

        var rounded = of["digits"] is not null ? Rounding.Significant(value, (int)of.Number("digits"))
            : of["keep"] is null ? Rounding.HalfEven(value, (int)of.Number("decimals")) : Rounding.HalfEvenKeepingOne(value, (int)of.Number("decimals"));

        Assert.Equal(decimal.Parse(of.Expected, CultureInfo.InvariantCulture), rounded);
    }
}
