using System.Reflection;
using System.Text.RegularExpressions;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.AspNetCore.Identity;

namespace Greenprint.Platform.Tests;

public sealed partial class DocsTests
{
    [Fact]
    public void Every_finding_is_explained_and_every_explanation_has_its_finding()
    {
        var explained = Headings().Matches(File.ReadAllText(RepositoryRoot.Combine("docs", "findings.md"))).Select(match => match.Groups[1].Value);
        var raised = typeof(PlatformFindings).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => (Finding)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!)
            .Select(finding => finding.Code);

        Assert.Equal(raised.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_stands_in_the_docs_with_its_default()
    {
        var docs = File.ReadAllText(RepositoryRoot.Combine("docs", "settings.md"));

        foreach (var setting in typeof(PeopleOptions).GetProperties())
        {
            Assert.Contains($"| `Platform:People:{setting.Name}` | {setting.GetValue(new PeopleOptions())} |", docs, StringComparison.Ordinal);
        }

        foreach (var setting in typeof(TrustOptions).GetProperties())
        {
            Assert.Contains($"| `Platform:Trust:{setting.Name}` | {setting.GetValue(new TrustOptions())} |", docs, StringComparison.Ordinal);
        }

        foreach (var setting in typeof(OpenIdOptions).GetProperties())
        {
            Assert.Contains($"| `Platform:OpenId:{setting.Name}` | {setting.GetValue(new OpenIdOptions())} |", docs, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_setting_of_mail_and_webhooks_stands_in_the_docs_with_its_default()
    {
        var docs = File.ReadAllText(RepositoryRoot.Combine("docs", "settings.md"));

        Assert.Contains($"| `Notices:Site` | {new NoticeOptions().Site} |", docs, StringComparison.Ordinal);
        foreach (var setting in typeof(MailOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Assert.Contains($"| `Mail:{setting.Name}` | {setting.GetValue(new MailOptions())} |", docs, StringComparison.Ordinal);
        }

        foreach (var setting in typeof(WebhookReceiver).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Assert.Contains($"| `Webhooks:0:{setting.Name}{(setting.Name == nameof(WebhookReceiver.Kinds) ? ":0" : "")}` |", docs, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_check_of_the_doctor_stands_in_the_docs()
    {
        var docs = await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "operations.md"), TestContext.Current.CancellationToken);
        await using var store = await TestStore.Create(StoreEngine.Sqlite);

        await using var scope = store.Scope();
        foreach (var check in (IEnumerable<IDoctorCheck>)scope.ServiceProvider.GetService(typeof(IEnumerable<IDoctorCheck>))!)
        {
            Assert.Contains($"| `{check.Name}` |", docs, StringComparison.Ordinal);
        }
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "x",
        var type when type == typeof(Bilingual) => new Bilingual("x"),
        var type when type == typeof(IReadOnlyList<Bilingual>) => Array.Empty<Bilingual>(),
        var type when type == typeof(Role) => Role.Editor,
        var type when type == typeof(int) => 1,
        var type when type == typeof(long) => 1L << 20,
        var type when type == typeof(StoreEngine) => StoreEngine.Sqlite,
        var type when type == typeof(IdentityError) => new IdentityError { Code = "x", Description = "x" },
        var type when type == typeof(StoreHolder) => new StoreHolder(1, "x", "x", DateTimeOffset.UnixEpoch, null, null),
        var type => throw new InvalidOperationException($"No sample of {type}."),
    };

    [GeneratedRegex(@"^### (PLF-\d{3})$", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
