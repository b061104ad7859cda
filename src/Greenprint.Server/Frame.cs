using Greenprint.Ui;

namespace Greenprint.Server;

/// <summary>What stands around every page: the place, the ways, and the mark of invented data.</summary>
internal sealed class Frame : ISiteFrame
{
    public ValueTask<SiteFrame> ForReader(CancellationToken cancellation) => ValueTask.FromResult(new SiteFrame(null, [], Demo: false));
}
