namespace Greenprint.Server.Serving;

/// <summary>How a site is to serve.</summary>
/// <param name="Urls">Addresses, joined by <c>;</c>.</param>
/// <param name="LoopbackOnly">True to answer this machine only (the sample county).</param>
internal sealed record ServeOrder(string Urls, bool LoopbackOnly = false);
