namespace Greenprint.Platform;

/// <summary>
/// A port: what the running server does from time to time by itself. Run in a scope of its own; a failure is logged and the next run comes as before, so
/// whatever it does must be safe to begin anew.
/// </summary>
public interface IRoutine
{
    /// <summary>Its name in the log.</summary>
    string Name { get; }

    /// <summary>How much time passes between two runs.</summary>
    TimeSpan Every { get; }

    /// <summary>Runs it once.</summary>
    Task Run(CancellationToken cancellation);
}
