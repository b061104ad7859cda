using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Greenprint.Platform.Tests;

/// <summary>A government's single sign-on on this machine: a real OpenID Connect provider (OpenIddict) that takes whoever asks for <see cref="Who"/>.</summary>
internal sealed class LocalProvider : IAsyncDisposable
{
    public const string ClientId = "greenprint";
    public const string ClientSecret = "estuary-secret-of-the-test";

    private readonly WebApplication site;

    private LocalProvider(WebApplication site) => this.site = site;

    public string Url { get; private set; } = "";

    /// <summary>Who sits before the provider; null refuses.</summary>
    public string? Who { get; set; } = "gov-1001";

    /// <summary>True where they showed a second factor there.</summary>
    public bool ShowedFactor { get; set; }

    /// <summary>Signs tokens with a key that the provider never published.</summary>
    public bool ForgesSignature { get; set; }

    /// <summary>Names another issuer in its tokens.</summary>
    public bool ForgesIssuer { get; set; }

    /// <summary>Sessions that were ended here.</summary>
    public int Ended { get; private set; }

    public Dictionary<string, string?> Settings => new()
    {
        ["Platform:OpenId:Authority"] = Url,
        ["Platform:OpenId:ClientId"] = ClientId,
        ["Platform:OpenId:ClientSecret"] = ClientSecret,
        ["Platform:OpenId:RequireHttps"] = "false",
        ["Platform:OpenId:AnswerSeconds"] = "60",
    };

    public static async Task<LocalProvider> Start()
    {
        LocalProvider? provider = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/end");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.OpenId, Scopes.Profile);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.EnableDegradedMode();   // without stores: the two handlers below know the one client
            server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.RedirectUri?.EndsWith("/sign-in/callback", StringComparison.Ordinal) != true || context.RedirectUri.Contains("/en/", StringComparison.Ordinal))
                {
                    context.Reject(Errors.InvalidClient, "Not this client.");
                }

                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(Errors.InvalidClient, "Not this client.");
                }

                return default;
            }));
            server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
            server.AddEventHandler<GenerateTokenContext>(handler => handler
                .UseInlineHandler(context =>
                {
                    provider!.Forge(context);
                    return default;
                })
                .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
        });
        var site = builder.Build();
        provider = new(site);
        site.UseAuthentication();
        site.MapGet("/connect/authorize", provider.Authorize);
        site.MapGet("/connect/end", provider.End);
        await site.StartAsync();
        provider.Url = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";

        // The first answer of a program takes its time; whoever asks next is not to wait for it.
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        await client.GetStringAsync(new Uri(provider.Url + ".well-known/openid-configuration"));
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
    }

    private IResult Authorize(HttpContext context)
    {
        if (Who is null)
        {
            return Results.Forbid(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity("local");
        identity.AddClaim(new Claim(Claims.Subject, Who));
        if (ShowedFactor)
        {
            identity.AddClaim(new Claim("amr", "mfa"));
        }

        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private IResult End()
    {
        Ended++;
        return Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private void Forge(GenerateTokenContext context)
    {
        if (context.TokenType?.EndsWith("id_token", StringComparison.Ordinal) != true)
        {
            return;
        }

        if (ForgesIssuer)
        {
            context.SecurityTokenDescriptor.Issuer = "https://elsewhere.invalid/";
        }

        if (ForgesSignature)
        {
            context.SecurityTokenDescriptor.SigningCredentials = new(
                new RsaSecurityKey(RSA.Create(2048)) { KeyId = context.SecurityTokenDescriptor.SigningCredentials?.Key.KeyId }, SecurityAlgorithms.RsaSha256);
        }
    }
}
