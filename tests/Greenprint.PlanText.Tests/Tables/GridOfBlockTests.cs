using Greenprint.Documents;
using Greenprint.PlanText.Tables;

namespace Greenprint.PlanText.Tests.Tables;

public sealed class GridOfBlockTests
{
    [Fact]
    public void A_cell_that_claims_to_span_everything_overflows_nothing()
    {
        var table = new TableBlock(new BlockPlace(1, 1), [new TableRow([new("指标", int.MaxValue), new("2025年", int.MaxValue)]), new TableRow([new("森林覆盖率"), new("50")])]);

        Assert.Equal(2, GridOfBlock.Of(table).Rows.Count);
    }
}
