using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>
/// Whether another server is who it says it is: by the authorities of the machine, else by those of <see cref="TrustOptions.AuthorityFile"/>. A name that
/// does not match is never trusted. Lists of revoked certificates are not asked for: an intranet does not reach them.
/// </summary>
internal sealed class OwnAuthorities(IOptions<TrustOptions> options)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2Collection own = options.Value.AuthorityFile.Length > 0 ? Read(options.Value.AuthorityFile) : [];

    public static X509Certificate2Collection Read(string file)
    {
        X509Certificate2Collection found = [];
        found.ImportFromPemFile(file);
        return found;
    }

    /// <summary>As <see cref="RemoteCertificateValidationCallback"/>.</summary>
    public bool Trusts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        // Another name and no certificate at all are no matter of who signed.
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null || own.Count == 0)
        {
            return false;
        }

        using var again = new X509Chain();
        again.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        again.ChainPolicy.CustomTrustStore.AddRange(own);
        again.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        again.ChainPolicy.DisableCertificateDownloads = true;
        again.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        foreach (var sent in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            again.ChainPolicy.ExtraStore.Add(sent.Certificate);   // the way up to the authority
        }

        using var shown = new X509Certificate2(certificate);
        return again.Build(shown);
    }
}
