using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Greenprint.Platform;

/// <summary>The wire to a government's single sign-on: authorization code with PKCE, and the end of the session there.</summary>
internal static partial class OpenId
{
    public const string Scheme = "greenprint-openid";

    /// <summary>Who came from the provider to connect their account, for some minutes.</summary>
    public const string Arrived = "greenprint-openid-arrived";

    // The language of the page that led away; the provider knows one address of ours.
    private const string Base = "greenprint.base";
    private const string Connects = "greenprint.connects";
    private static readonly TimeSpan Way = TimeSpan.FromMinutes(10);

    public static void AddOpenId(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Platform:OpenId");
        services.AddOptions<OpenIdOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdRanges>();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdOptionsValidator>();
        services.AddScoped<SignOnDesk>();
        services.AddAuthentication().AddCookie(Arrived, cookie =>
        {
            (cookie.Cookie.Name, cookie.Cookie.Path, cookie.Cookie.HttpOnly, cookie.Cookie.SameSite) = ("greenprint-arrived", "/", true, SameSiteMode.Lax);
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Way, false);
        });
        if (section.Get<OpenIdOptions>() is { IsOn: true })
        {
            services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
            services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<OpenIdOptions>, OwnAuthorities>((wire, settings, trust) => Configure(wire, settings.Value, trust));
        }
    }

    public static void MapOpenId(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in/provider", LeadToProvider).WithName(nameof(LeadToProvider)).WithSummary("Sign in at the single sign-on").AllowAnonymous();
        endpoints.MapGet("/sign-out/provider", EndAtProvider).WithName(nameof(EndAtProvider)).WithSummary("End the session at the single sign-on").AllowAnonymous();
    }

    internal static async Task<Results<NotFound, RedirectHttpResult, EmptyHttpResult>> LeadToProvider(
        HttpContext context, IOptions<OpenIdOptions> options, ILogger<OpenIdOptions> log, string? returnUrl, bool connect = false)
    {
        if (!options.Value.IsOn)
        {
            return TypedResults.NotFound();
        }

        var home = SignInPage.Home(returnUrl);
        var properties = new AuthenticationProperties { RedirectUri = home.StartsWith('/') ? home : $"{context.Request.PathBase}/{home}" };
        properties.Items[Base] = context.Request.PathBase;
        if (connect)
        {
            properties.Items[Connects] = "true";
        }

        try
        {
            await context.ChallengeAsync(Scheme, properties);
            return TypedResults.Empty;
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException && !context.RequestAborted.IsCancellationRequested)
        {
            Away(log, fault);
            return TypedResults.LocalRedirect($"~/sign-in?refused={SignOnRefusal.Away}");
        }
    }

    internal static async Task<Results<NotFound, EmptyHttpResult>> EndAtProvider(HttpContext context, IOptions<OpenIdOptions> options)
    {
        if (!options.Value.IsOn)
        {
            return TypedResults.NotFound();
        }

        await context.SignOutAsync(Scheme, new AuthenticationProperties { RedirectUri = context.Request.PathBase + "/" });
        return TypedResults.Empty;
    }

    private static void Configure(OpenIdConnectOptions wire, OpenIdOptions settings, OwnAuthorities trust)
    {
        (wire.Authority, wire.ClientId, wire.ClientSecret) = (settings.Authority, settings.ClientId, settings.Secret);
        wire.SignInScheme = Arrived;
        wire.RequireHttpsMetadata = settings.RequireHttps;
        wire.BackchannelHttpHandler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = trust.Trusts } };
        wire.BackchannelTimeout = TimeSpan.FromSeconds(settings.AnswerSeconds);
        (wire.ResponseType, wire.ResponseMode, wire.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (wire.CallbackPath, wire.SignedOutCallbackPath, wire.RemoteSignOutPath) = ("/sign-in/callback", "/sign-out/callback", default);
        (wire.MapInboundClaims, wire.SaveTokens, wire.GetClaimsFromUserInfoEndpoint) = (false, false, false);
        wire.RemoteAuthenticationTimeout = Way;
        wire.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid").Distinct())
        {
            wire.Scope.Add(scope);
        }

        // An answer by query comes with cookies that are lax, over http in an intranet as well.
        foreach (var cookie in new[] { wire.CorrelationCookie, wire.NonceCookie })
        {
            (cookie.Path, cookie.SameSite, cookie.SecurePolicy) = ("/", SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        }

        wire.Events = new()
        {
            OnRedirectToIdentityProvider = context =>
            {
                context.ProtocolMessage.RedirectUri = Ours(context.Request, context.Properties.Items[Base], context.Options.CallbackPath);
                return Task.CompletedTask;
            },
            OnRedirectToIdentityProviderForSignOut = LeaveProvider,
            OnTicketReceived = Arrive,
            OnRemoteFailure = Fail,
        };
    }

    private static async Task Arrive(TicketReceivedContext context)
    {
        context.HandleResponse();
        var items = context.Properties!.Items;
        var desk = context.HttpContext.RequestServices.GetRequiredService<SignOnDesk>();
        var way = new SignOnWay(items[Base] ?? "", context.ReturnUri!, items.ContainsKey(Connects));
        context.Response.Redirect(await desk.Arrive(context.HttpContext, context.Principal!, way));
    }

    // A forged token, an answer that was used before, a refusal at the provider: nobody is signed in, and the log of the program says why.
    private static Task Fail(RemoteFailureContext context)
    {
        context.HandleResponse();
        Failed(context.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdOptions>>(), context.Failure);
        context.Response.Redirect($"{(context.Properties?.Items.TryGetValue(Base, out var known) == true ? known : "")}/sign-in?refused={SignOnRefusal.Failed}");
        return Task.CompletedTask;
    }

    private static Task LeaveProvider(RedirectContext context)
    {
        var home = context.Properties.RedirectUri!;
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            // This provider ends no sessions.
            context.HandleResponse();
            context.Response.Redirect(home);
            return Task.CompletedTask;
        }

        context.ProtocolMessage.ClientId = context.Options.ClientId;
        context.ProtocolMessage.PostLogoutRedirectUri = Ours(context.Request, home.TrimEnd('/'), context.Options.SignedOutCallbackPath);
        return Task.CompletedTask;
    }

    // Without the language, so that the provider is told one address.
    private static string Ours(HttpRequest request, string? shown, PathString path)
    {
        var root = shown?.EndsWith("/en", StringComparison.Ordinal) == true ? shown[..^3] : shown;
        return $"{request.Scheme}://{request.Host}{root}{path}";
    }

    [LoggerMessage(1, LogLevel.Warning, "The single sign-on cannot be reached.")]
    private static partial void Away(ILogger log, Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "An answer of the single sign-on was refused.")]
    private static partial void Failed(ILogger log, Exception? fault);
}
