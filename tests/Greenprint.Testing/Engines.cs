using Greenprint.Platform;
using Xunit;

namespace Greenprint.Testing;

/// <summary>For tests that run on both engines: <c>[Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]</c>.</summary>
public static class Engines
{
    /// <summary>SQLite and PostgreSQL.</summary>
    public static TheoryData<StoreEngine> Both { get; } = [StoreEngine.Sqlite, StoreEngine.PostgreSql];
}
