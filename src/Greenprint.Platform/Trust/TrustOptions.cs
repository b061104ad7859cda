using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>Settings of trust in other servers, under <c>Platform:Trust</c>. Read once at start; a wrong one stops the program and names itself.</summary>
public sealed class TrustOptions
{
    /// <summary>
    /// A file with the root certificates (PEM) of authorities that are trusted besides those of the machine: an intranet mostly signs its own servers. Holds for the
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
            // A certificate that another one signed ends no chain: with it alone nothing would be trusted.
            return options.AuthorityFile.Length == 0 || OwnAuthorities.Read(options.AuthorityFile).Any(one => one.SubjectName.RawData.AsSpan().SequenceEqual(one.IssuerName.RawData))
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Platform:Trust:AuthorityFile '{options.AuthorityFile}' holds no root certificate in PEM form; one of an office below it is not enough.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return ValidateOptionsResult.Fail($"Platform:Trust:AuthorityFile '{options.AuthorityFile}' cannot be read: {fault.Message}");
        }
    }
}
