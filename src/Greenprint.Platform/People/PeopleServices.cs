using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

internal static class PeopleServices
{
    public static void AddPeople(this IServiceCollection services, IConfiguration configuration, StoreLocation store)
    {
        services.AddOptions<PeopleOptions>().Bind(configuration.GetSection("Platform:People")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PeopleOptions>, PeopleOptionsValidator>();
        services.AddHttpContextAccessor();
        services.AddScoped<IPeople, People>();
        services.AddScoped<Links>();
        services.AddScoped<Accounts>();
        services.AddScoped<SignIn>();
        services.AddScoped<Sessions>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<FactorDesk>();
        services.AddScoped<PeopleDesk>();
        services.AddScoped<UnitsDesk>();
        services.AddScoped<HandOverDesk>();
        services.AddScoped<AuthenticationStateProvider, LiveSession>();
        services.AddScoped<RightsReader>();
        services.AddScoped<IRights>(provider => provider.GetRequiredService<RightsReader>());
        // One folder for every process of the installation, so that a session survives a restart.
        services.AddDataProtection().SetApplicationName("greenprint").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(store.Folder, "keys")));
        // On purpose: the folder's permissions guard the keys, and a certificate for them would itself lie beside them.
        services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new NullXmlEncryptor());
        AddIdentity(services);
        AddCookies(services);
        services.AddOpenId(configuration);
        AddPolicies(services);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.AllowedUserNameCharacters = "";   // any: names are Chinese as well
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequiredUniqueChars = 5;
            })
            .AddUserStore<PersonStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Person>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddPasswordValidator<NameIsNoPassword>();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonPrincipals>();
        services.AddOptions<IdentityOptions>().Configure<IOptions<PeopleOptions>>((identity, people) =>
            identity.Password.RequiredLength = people.Value.PasswordLength);
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "greenprint";
            cookie.Cookie.Path = "/";   // the language is a step of the path; one session serves both
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/forbidden";
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = EndWhenOver;
            cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        // Who passed the password and owes the code: nobody yet, for a few minutes. Lax, because the single sign-on leads here as well.
        services.AddAuthentication().AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            (cookie.Cookie.Name, cookie.Cookie.Path, cookie.Cookie.HttpOnly, cookie.Cookie.SameSite) = ("greenprint-code", "/", true, SameSiteMode.Lax);
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromMinutes(5), false);
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<PeopleOptions>>((cookie, people) =>
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(people.Value.SessionMinutes));
        services.AddAntiforgery();
        services.Configure<AntiforgeryOptions>(antiforgery => (antiforgery.Cookie.Name, antiforgery.Cookie.Path) = ("greenprint-form", "/"));
    }

    // At every request, so that a session ends for every tab at once.
    private static async Task EndWhenOver(CookieValidatePrincipalContext context)
    {
        if (!await LiveSession.Holds(context.HttpContext.RequestServices, context.Principal))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    // A person is led to the sign-in page or told that it is not theirs; a program gets the plain status.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status403Forbidden || context.Request.Path.StartsWithSegments("/api") || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, RightHandler>();
        var builder = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new Nobody()).Build());
        builder.AddPolicy(PlatformPolicies.People, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement(Rights.Administer, Rights.ManageRights)));
        foreach (var right in RightsOfRole.All)
        {
            builder.AddPolicy(right, policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement(right)));
        }
    }
}

/// <summary>A password that holds the sign-in name is the first one tried.</summary>
internal sealed class NameIsNoPassword : IPasswordValidator<Person>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) => Task.FromResult(
        user.UserName is { Length: > 2 } name && password?.Contains(name, StringComparison.OrdinalIgnoreCase) == true
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordHoldsName", Description = "The password holds the sign-in name." })
            : IdentityResult.Success);
}
