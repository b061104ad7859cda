using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>
/// Binds a method (算法) to an indicator that computed values decide and that nothing computes. What is computed already is not bound anew here: figures that were
/// judged by would change under everybody.
/// </summary>
public interface IMethodBindings
{
    /// <summary>Binds it; whether there is such a method and such stations was asked before.</summary>
    /// <returns>Null when it was recorded; else why it was refused, and nothing was changed.</returns>
    Task<Finding?> Bind(Change change, string plan, string indicator, MethodBinding binding, string why, CancellationToken cancellation);
}
