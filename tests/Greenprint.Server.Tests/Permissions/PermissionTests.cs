using System.Globalization;
using Greenprint.Indicators;
using Greenprint.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.Permissions;

/// <summary>Who may use what: the table is typed by hand and driven over the real host. An address without a row fails.</summary>
public sealed class PermissionTests(SampleHost host)
{
    private static readonly string[] People = ["anonymous", "own", "other", "administrator"];

    public static TheoryData<string> Persons => [.. People];

    [Theory, MemberData(nameof(Persons))]
    public async Task Every_address_answers_a_person_as_the_table_says(string person)
    {
        using var client = person == "anonymous" ? host.Anonymous() : await host.SignedInAs(person);
        var wrong = new List<string>();
        var run = await ARun();
        foreach (var row in Rows())
        {
            using var request = new HttpRequestMessage(new HttpMethod(row.Method), row.Address.Replace("RUN", run, StringComparison.Ordinal));
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var status = (int)answer.StatusCode;
            var got = status == 302 && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal) ? "sign-in" : status.ToString(CultureInfo.InvariantCulture);
            if (got != row.Expected[person])
            {
                wrong.Add($"{row.Method} {row.Address}: {got}, not {row.Expected[person]}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_address_of_the_program_has_a_row()
    {
        var known = Rows().Select(row => $"{row.Method} {row.Route}").ToHashSet(StringComparer.Ordinal);
        var missing = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("_framework", StringComparison.Ordinal) && endpoint.RoutePattern.RawText != "{**path:file}")
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Distinct()
            .Where(address => !known.Contains(address));

        Assert.Empty(missing.Order());
    }

    private async Task<string> ARun()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IComputations>().Runs("lanwan-15", null, TestContext.Current.CancellationToken))[0].Run;
    }

    // A page takes its own form back: the same right, held by the same endpoint.
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods switch
    {
        { Count: > 0 } methods when methods.Contains("GET") => ["GET"],
        { Count: > 0 } methods => methods,
        _ => ["GET"],
    };

    private static IEnumerable<Row> Rows() =>
        from line in File.ReadLines(RepositoryRoot.Combine("tests", "Greenprint.Server.Tests", "permissions.csv")).Skip(1)
        where line.Length > 0
        let cells = line.Split(',')
        select new Row(cells[0], cells[1], cells[2], People.Zip(cells[3..7]).ToDictionary(pair => pair.First, pair => pair.Second));

    private sealed record Row(string Method, string Route, string Address, Dictionary<string, string> Expected);
}
