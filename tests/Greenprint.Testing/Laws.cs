using System.Globalization;

namespace Greenprint.Testing;

/// <summary>How often a costly law is tried. Mutation testing runs each of them a thousand times over, and needs few tries to see that something broke.</summary>
public static class Laws
{
    private static readonly int Share = int.TryParse(Environment.GetEnvironmentVariable("GREENPRINT_LAWS_PERCENT"), CultureInfo.InvariantCulture, out var percent) ? percent : 100;

    /// <summary>True where every law is tried as often as it should be: only then must each outcome have been met.</summary>
    public static bool AreWhole => Share >= 100;

    /// <summary>The tries of a law that is usually tried so often: all of them, or the share that <c>GREENPRINT_LAWS_PERCENT</c> asks for.</summary>
    public static int Tries(int usually) => Math.Max(1, usually * Share / 100);
}
