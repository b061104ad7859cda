using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Greenprint.Portal.Tests;

/// <summary>One host on the sample county for the tests that only read.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private PortalHost? host;

    /// <summary>A browser on the portal.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        host = await PortalHost.Start(SampleCounty.Doors());
        Client = host.Client();
    }

    /// <summary>A page as a browser reads it.</summary>
    public async Task<IDocument> Page(string address) =>
        new HtmlParser().ParseDocument(await Client.GetStringAsync(address, TestContext.Current.CancellationToken));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host!.DisposeAsync();
    }
}
