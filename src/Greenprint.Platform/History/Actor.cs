namespace Greenprint.Platform;

/// <summary>Who acts: a signed-in person, or the program on somebody's order at the terminal.</summary>
/// <param name="Id">The person's id, or <c>system</c>.</param>
/// <param name="Name">The name to show in the history.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The program itself, for example <c>greenprint observe import</c> at the terminal.</summary>
    public static Actor System(string what) => new("system", what);
}
