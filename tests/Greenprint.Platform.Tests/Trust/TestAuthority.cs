using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Greenprint.Platform.Tests.Trust;

/// <summary>An authority of an intranet: signs certificates of servers, by way of an office below it, as authorities do.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddDays(-1);

    private readonly X509Certificate2 root;
    private readonly X509Certificate2 office;

    public TestAuthority(string name)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var officeKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        root = Signing($"CN={name}", rootKey).CreateSelfSigned(From, From.AddYears(10));
        using var signed = Signing($"CN={name} office", officeKey).Create(root, From, From.AddYears(5), RandomNumberGenerator.GetBytes(8));
        office = signed.CopyWithPrivateKey(officeKey);
        AuthorityFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");
        File.WriteAllText(AuthorityFile, root.ExportCertificatePem());
    }

    /// <summary>What a machine is given so that it trusts the authority: the root alone.</summary>
    public string AuthorityFile { get; }

    /// <summary>A certificate of a server with its key.</summary>
    /// <param name="name">Name of the machine.</param>
    /// <param name="isOver">True for one that is past its day.</param>
    /// <param name="ofOffice">True for one that the office below the authority signed: its own certificate goes with it.</param>
    public X509Certificate2 Certificate(string name, bool isOver = false, bool ofOffice = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Parse("192.0.2.1"));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.Create(ofOffice ? office : root, From, isOver ? From.AddHours(1) : From.AddYears(1), RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    public X509Certificate2Collection Office => [office];

    public void Dispose()
    {
        root.Dispose();
        office.Dispose();
        File.Delete(AuthorityFile);
    }

    private static CertificateRequest Signing(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
