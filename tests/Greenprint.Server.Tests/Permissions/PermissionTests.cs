using System.Globalization;
using System.Net;
using Greenprint.Indicators;
using Greenprint.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.Permissions;

/// <summary>
/// Who may use what: <c>permissions.csv</c> is typed by hand and driven over the real host by one person of each kind. An address without a row fails.
/// A row says what somebody without a session gets, what everybody with one gets, and who gets something else (<c>editor=200 steward=200</c>).
/// </summary>
public sealed class PermissionTests(SampleHost host)
{
    public static TheoryData<string> Persons => ["anonymous", .. SampleHost.People.Keys];

    [Theory, MemberData(nameof(Persons))]
    public Task Every_address_answers_a_person_as_the_table_says(string person) => AsTheTableSays(host, person);

    internal static async Task AsTheTableSays(SampleHost host, string person)
    {
        using var client = person == "anonymous" ? host.Anonymous() : await host.SignedInAs(person);
        var wrong = new List<string>();
        var run = await ARun(host);
        foreach (var row in Rows())
        {
            using var request = new HttpRequestMessage(new HttpMethod(row.Method), row.Address
                .Replace("RUN", run, StringComparison.Ordinal).Replace("ITEM", host.Item, StringComparison.Ordinal).Replace("CYCLE", host.Cycle, StringComparison.Ordinal).Replace("PERSON", host.Reporter, StringComparison.Ordinal));
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var status = (int)answer.StatusCode;
            var got = status == 302 && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal) ? "sign-in" : status.ToString(CultureInfo.InvariantCulture);
            if (got != row.Of(person))
            {
                wrong.Add($"{row.Method} {row.Address}: {got}, not {row.Of(person)}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_names_only_people_there_are_and_nobody_twice() =>
        Assert.Empty(Rows().Where(row => row.Except.Keys.Except(SampleHost.People.Keys).Any()).Select(row => row.Address));

    [Fact]
    public async Task A_lasting_connection_is_begun_by_signed_in_people_only()
    {
        var begin = new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative);
        using var anybody = host.Anonymous();
        using var editor = await host.SignedInAs("editor");

        using var refused = await anybody.PostAsync(begin, null, TestContext.Current.CancellationToken);
        using var begun = await editor.PostAsync(begin, null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, begun.StatusCode));
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

    private static async Task<string> ARun(SampleHost host)
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
        let cells = line.Split(',') is { Length: 6 } six ? six : throw new InvalidDataException($"permissions.csv: not six cells: {line}")
        let except = cells[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1])
        select new Row(cells[0], cells[1], cells[2], cells[3], cells[4], except);

    private sealed record Row(string Method, string Route, string Address, string Anonymous, string SignedIn, Dictionary<string, string> Except)
    {
        public string Of(string person) => person == "anonymous" ? Anonymous : Except.GetValueOrDefault(person, SignedIn);
    }
}
