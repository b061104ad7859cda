using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>One receiver of notices, under <c>Webhooks:0</c>, <c>Webhooks:1</c> and so on. Only who sets up the program names addresses; no data ever does.</summary>
public sealed class WebhookReceiver
{
    /// <summary>Its name: small letters, digits and hyphens. What was delivered is counted under it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The address that takes the messages.</summary>
    public string Address { get; set; } = "";

    /// <summary>The secret of the signature, at least 16 characters. Better in <see cref="SecretFile"/> or in the environment than beside the program.</summary>
    public string Secret { get; set; } = "";

    /// <summary>A file that holds the secret alone.</summary>
    public string SecretFile { get; set; } = "";

    /// <summary>The kinds it wants; none named: all of them.</summary>
    public IList<string> Kinds { get; } = [];

    /// <summary>The address as people and the history are shown it: what follows the question mark is often a secret.</summary>
    internal string Shown => new Uri(Address).GetLeftPart(UriPartial.Path);

    internal string Key() => SecretFile.Length > 0 ? File.ReadAllText(SecretFile).TrimEnd('\r', '\n') : Secret;
}

/// <summary>The receivers.</summary>
public sealed class WebhookOptions
{
    /// <summary>Every one of them.</summary>
    public IList<WebhookReceiver> Receivers { get; } = [];

    internal static void Bind(WebhookOptions options, IConfiguration configuration)
    {
        foreach (var section in configuration.GetSection("Webhooks").GetChildren())
        {
            var receiver = new WebhookReceiver();
            section.Bind(receiver);
            options.Receivers.Add(receiver);
        }
    }
}

internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        List<string> faults = [];
        foreach (var (i, receiver) in options.Receivers.Index())
        {
            if (!Names().IsMatch(receiver.Name) || options.Receivers.Count(other => other.Name == receiver.Name) > 1)
            {
                faults.Add(FormattableString.Invariant($"Webhooks:{i}:Name '{receiver.Name}' is taken, or not made of small letters, digits and hyphens."));
            }

            if (!Uri.TryCreate(receiver.Address, UriKind.Absolute, out var address) || address is not { Scheme: "http" or "https", UserInfo: "", Fragment: "" })
            {
                faults.Add(FormattableString.Invariant($"Webhooks:{i}:Address '{receiver.Address}' is no address such as https://messages.lanwan.example/greenprint."));
            }

            if (receiver.SecretFile.Length > 0 && !File.Exists(receiver.SecretFile))
            {
                faults.Add(FormattableString.Invariant($"Webhooks:{i}:SecretFile '{receiver.SecretFile}' is not there."));
            }
            else if (receiver.Key().Length < ShortestSecret)
            {
                faults.Add(FormattableString.Invariant($"Webhooks:{i}:Secret has fewer than {ShortestSecret} characters."));
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Names();
}
