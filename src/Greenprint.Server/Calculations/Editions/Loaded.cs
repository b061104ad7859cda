using Greenprint.Platform;
using Greenprint.Standards;

namespace Greenprint.Server.Calculations.Editions;

/// <summary>The standards beside the program, read when a verb first asks for them.</summary>
internal static class Loaded
{
    private static readonly Lazy<StandardLibrary> Library = new(() => StandardLibrary.Load(StandardLibrary.BundledFolder));

    /// <summary>What the verb wants of them.</summary>
    /// <exception cref="RefusedException">It asked for an edition that there is not.</exception>
    internal static T Of<T>(Func<StandardLibrary, T> ask)
    {
        try
        {
            return ask(Library.Value);
        }
        catch (UnknownEditionException unknown)
        {
            throw new RefusedException(unknown.Finding);
        }
    }
}
