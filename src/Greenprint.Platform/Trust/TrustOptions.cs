using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>Settings of trust in other servers, under <c>Platform:Trust</c>. Read once at start; a wrong one stops the program and names itself.</summary>
public sealed class TrustOptions
{
    /// <summary>
    /// A file with the certificates (PEM) of authorities that are trusted besides those of the machine: an intranet mostly signs its own servers. Holds for the
    /// mail server, receivers of webhooks and the single sign-on. Empty: the machine's alone.
    /// </summary>
    public string AuthorityFile { get; set; } = "";
}

internal sealed class TrustOptionsValidator : IValidateOptions<TrustOptions>
{
    public ValidateOptionsResult Validate(string? name, TrustOptions options)
    {
        try
        {
            return options.AuthorityFile.Length == 0 || OwnAuthorities.Read(options.AuthorityFile).Count > 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Platform:Trust:AuthorityFile '{options.AuthorityFile}' holds no certificate in PEM form.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return ValidateOptionsResult.Fail($"Platform:Trust:AuthorityFile '{options.AuthorityFile}' cannot be read: {fault.Message}");
        }
    }
}
