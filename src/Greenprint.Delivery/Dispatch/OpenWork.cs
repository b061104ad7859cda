using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Dispatch;

/// <summary>A unit with open items is not closed before they are handed over.</summary>
internal sealed class OpenWork(GreenprintDb db) : IUnitUse
{
    public async Task<IReadOnlyList<Bilingual>> HangsOn(string unit, DateOnly last, CancellationToken cancellation)
    {
        var open = await db.Set<ItemRow>().CountAsync(item => item.Unit == unit && item.Ending == DispatchEnding.None && item.Stage != DispatchStage.Closed, cancellation);
        return open == 0 ? [] : [($"未办结的调度事项 {open} 项，请先移交。", $"{open} open dispatch item(s): hand them over first.")];
    }
}
