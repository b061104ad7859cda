using System.CommandLine;

namespace Greenprint.Platform;

/// <summary>What a verb wants of the store.</summary>
public enum StoreUse
{
    /// <summary>Reads only; runs beside a server.</summary>
    Read,

    /// <summary>Writes: on SQLite it needs the store alone, and hands its work to a running server that holds it.</summary>
    Write,

    /// <summary>As it stands: nothing is made, upgraded or locked. For verbs that look at a broken store, or make one themselves.</summary>
    Bare,
}

/// <summary>Where a verb runs: on its own with the store of <c>--data</c>, or inside the running server on behalf of a terminal.</summary>
/// <param name="Services">Services of one scope on the store.</param>
/// <param name="Output">Results.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="Directory">The directory the person stands in; paths of arguments are resolved against it by <see cref="PathOf"/>.</param>
/// <param name="ShowProgress">True when standard error is a terminal.</param>
public sealed record VerbContext(IServiceProvider Services, TextWriter Output, TextWriter Error, string Directory, bool ShowProgress)
{
    /// <summary>The full path of an argument. File arguments of verbs are strings for this reason: the server's own directory is another.</summary>
    public string PathOf(string argument) => Path.GetFullPath(argument, Directory);
}

/// <summary>Runs verbs on a store.</summary>
public interface IVerbHost
{
    /// <summary>Opens the store that <paramref name="parsed"/> names, runs <paramref name="work"/>, closes it. Returns the exit code (0 done, 1 refused).</summary>
    Task<int> WithStore(ParseResult parsed, StoreUse use, Func<VerbContext, CancellationToken, Task<int>> work, CancellationToken cancellation);
}
