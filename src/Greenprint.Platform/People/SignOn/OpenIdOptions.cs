using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>
/// Settings of a government's single sign-on (统一身份认证) by OpenID Connect, under <c>Platform:OpenId</c>. Off until an authority is named. Read once at
/// start; a wrong one stops the program and names itself.
/// </summary>
public sealed class OpenIdOptions
{
    /// <summary>Address of the provider, under which <c>.well-known/openid-configuration</c> lies; empty turns it off.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The name by which the provider knows this installation.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that goes with it, from the environment (<c>Platform__OpenId__ClientSecret</c>).</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>A file that holds the secret instead.</summary>
    public string ClientSecretFile { get; set; } = "";

    /// <summary>The claim of the identity token that names the account, and never changes for a person.</summary>
    public string AccountClaim { get; set; } = "sub";

    /// <summary>What is asked of the provider, parted by spaces; <c>openid</c> is always among it.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>What the button says, Chinese.</summary>
    public string LabelZh { get; set; } = "统一身份认证";

    /// <summary>What the button says, English.</summary>
    public string LabelEn { get; set; } = "single sign-on";

    /// <summary>True where the provider asks everybody for a second factor; else a session counts as having one only where the token says so.</summary>
    public bool HasSecondFactor { get; set; }

    /// <summary>False lets the provider be reached without encryption; only for trials on one machine.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>Seconds within which the provider has to answer.</summary>
    [Range(1, 60)]
    public int AnswerSeconds { get; set; } = 10;

    internal bool IsOn => Authority.Length > 0;

    internal string Secret => ClientSecretFile.Length > 0 ? File.ReadAllText(ClientSecretFile).Trim() : ClientSecret;
}

[OptionsValidator]
internal sealed partial class OpenIdRanges : IValidateOptions<OpenIdOptions>;

/// <summary>What a range cannot say.</summary>
internal sealed class OpenIdOptionsValidator : IValidateOptions<OpenIdOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenIdOptions options)
    {
        List<string> wrong = [];
        if (options.IsOn)
        {
            if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("http" or "https") || (options.RequireHttps && authority.Scheme != "https"))
            {
                wrong.Add("Platform:OpenId:Authority is not an https address (or http with RequireHttps=false).");
            }

            if (options.ClientId.Length == 0)
            {
                wrong.Add("Platform:OpenId:ClientId is empty.");
            }

            if (options.ClientSecretFile.Length > 0 && !File.Exists(options.ClientSecretFile))
            {
                wrong.Add($"Platform:OpenId:ClientSecretFile: there is no file '{options.ClientSecretFile}'.");
            }

            if (options.AccountClaim.Length == 0)
            {
                wrong.Add("Platform:OpenId:AccountClaim is empty.");
            }
        }

        return wrong.Count > 0 ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }
}
