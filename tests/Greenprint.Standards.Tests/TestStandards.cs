using Greenprint.Testing;

namespace Greenprint.Standards.Tests;

/// <summary>The library of this checkout, read once.</summary>
internal static class TestStandards
{
    internal static string Folder { get; } = RepositoryRoot.Combine("data", "standards");

    internal static StandardLibrary Library { get; } = StandardLibrary.Load(Folder);
}
