using Greenprint.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Testing;

/// <summary>What the hosts of tests are composed of.</summary>
public static class TestPlatform
{
    /// <summary>
    /// The platform as the program composes it, but for the rounds of a password's hash: a hundred thousand take a tenth of a second for each person, and the
    /// people of most tests took longer than what these test. The program's own hosts keep them all.
    /// </summary>
    public static void AddTestPlatform(this IHostApplicationBuilder builder, StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddPlatform(location, today: null);
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
    }
}
