using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>How a check came out.</summary>
public enum DoctorLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, and should be looked at.</summary>
    Notice,

    /// <summary>Wrong: <c>doctor</c> exits with 1.</summary>
    Fault,
}

/// <summary>What a check found.</summary>
/// <param name="Level">How bad.</param>
/// <param name="Text">What was found, and what to do where it is not good.</param>
public sealed record DoctorVerdict(DoctorLevel Level, Bilingual Text);

/// <summary>One thing that <c>greenprint doctor</c> looks at. Modules register their own; each runs in a scope of its own and may throw.</summary>
public interface IDoctorCheck
{
    /// <summary>A stable name for scripts, for example <c>history.chain</c>.</summary>
    string Name { get; }

    /// <summary>Looks, and changes nothing.</summary>
    Task<DoctorVerdict> Look(CancellationToken cancellation);
}
