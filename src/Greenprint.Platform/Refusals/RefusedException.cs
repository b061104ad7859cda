using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>What was asked cannot be done, and nothing was changed. Carries the finding that says why and what to do; never a bug.</summary>
public sealed class RefusedException(Finding finding) : Exception(finding.ToString())
{
    /// <summary>Why, and what to do.</summary>
    public Finding Finding { get; } = finding;
}
