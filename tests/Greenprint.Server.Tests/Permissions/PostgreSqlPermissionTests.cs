using Greenprint.Platform;
using Greenprint.Testing;

namespace Greenprint.Server.Tests.Permissions;

/// <summary>The whole table once more with the store on PostgreSQL: pages share one connection there too, and rights are asked of it. Long: the county is made anew.</summary>
[Trait("Length", "Long")]
public sealed class PostgreSqlPermissionTests(PostgreSqlSampleHost host) : IClassFixture<PostgreSqlSampleHost>
{
    [Theory, MemberData(nameof(PermissionTests.Persons), MemberType = typeof(PermissionTests))]
    public async Task On_PostgreSQL_too_every_address_answers_a_person_as_the_table_says(string person)
    {
        // Says why, where it is not installed.
        await PostgreSqlCluster.ConnectionString();
        await PermissionTests.AsTheTableSays(host, person);
    }
}

/// <summary>The sample county on PostgreSQL; empty where that is not installed.</summary>
public sealed class PostgreSqlSampleHost : SampleHost
{
    protected override StoreEngine Engine => StoreEngine.PostgreSql;

    public override ValueTask InitializeAsync() => PostgreSqlCluster.Binaries is null ? ValueTask.CompletedTask : base.InitializeAsync();
}
