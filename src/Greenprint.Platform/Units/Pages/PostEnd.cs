namespace Greenprint.Platform;

/// <summary>When and why a post ends, as it was entered.</summary>
/// <param name="Until">Last day; null where it could not be read.</param>
/// <param name="Why">The reason, or null.</param>
public sealed record PostEnd(DateOnly? Until, string? Why);
