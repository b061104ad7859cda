using Microsoft.Extensions.Options;
using MimeKit;

namespace Greenprint.Platform;

/// <summary>How the way to the mail server is guarded.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and goes on under TLS, or not at all.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>In the clear: a server of the same machine or room.</summary>
    None,
}

/// <summary>Settings of mail, under <c>Mail</c>. Off as long as <see cref="Host"/> is empty. Read once at start; a wrong one stops the program and names itself.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the SMTP server; empty: no mail is sent.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the way there is guarded.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Name to sign in with; empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>The password. Better in <see cref="PasswordFile"/> or in the environment (<c>Mail__Password</c>) than beside the program.</summary>
    public string Password { get; set; } = "";

    /// <summary>A file that holds the password alone.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>The address that mails come from.</summary>
    public string From { get; set; } = "";

    /// <summary>The name beside it.</summary>
    public string FromName { get; set; } = "绿图";

    /// <summary>The hour in China from which the digest of a day is sent.</summary>
    public int Hour { get; set; } = 8;

    /// <summary>Seconds that the server may take for one answer.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    internal bool IsOn => Host.Length > 0;

    internal string Secret() => PasswordFile.Length > 0 ? File.ReadAllText(PasswordFile).TrimEnd('\r', '\n') : Password;
}

internal sealed class MailOptionsValidator(IOptions<NoticeOptions> notices) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (!options.IsOn)
        {
            return ValidateOptionsResult.Success;
        }

        var fault = options switch
        {
            { Port: < 1 or > 65535 } => "Mail:Port lies between 1 and 65535.",
            { Hour: < 0 or > 23 } => "Mail:Hour lies between 0 and 23.",
            { TimeoutSeconds: < 1 or > 300 } => "Mail:TimeoutSeconds lies between 1 and 300.",
            _ when !Enum.IsDefined(options.Security) => "Mail:Security is StartTls, Tls or None.",
            _ when MailAddresses.Parse(options.From) is null => $"Mail:From '{options.From}' is no mail address.",
            _ when notices.Value.Base is null => "Mail needs Notices:Site: the links of a digest begin with it.",
            _ when options.User.Length > 0 && options.Security == MailSecurity.None && options.Host is not ("localhost" or "127.0.0.1" or "::1") =>
                "Mail:User with Mail:Security None would send the password in the clear.",
            _ when options.PasswordFile.Length > 0 && !File.Exists(options.PasswordFile) => $"Mail:PasswordFile '{options.PasswordFile}' is not there.",
            _ => null,
        };
        return fault is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fault);
    }
}

/// <summary>Mail addresses as people type them.</summary>
internal static class MailAddresses
{
    public const int Longest = 254;

    /// <summary>The bare address; null where it is none. One address, without a name, without any sign that could begin another line of a mail's head.</summary>
    public static string? Parse(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > Longest || text.Any(sign => sign is <= ' ' or ',' or ';' or '<' or '>' or '"' or '(' or ')' or '\\' or (char)127)
            || text.Split('@') is not [{ Length: > 0 and <= 64 }, var domain] || !domain.Contains('.', StringComparison.Ordinal) && domain != "localhost")
        {
            return null;
        }

        return MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text ? text : null;
    }
}
