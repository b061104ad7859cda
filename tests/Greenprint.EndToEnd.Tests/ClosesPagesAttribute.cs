using System.Collections.Concurrent;
using System.Reflection;
using Greenprint.EndToEnd.Tests;
using Xunit.v3;

[assembly: ClosesPages]

namespace Greenprint.EndToEnd.Tests;

/// <summary>Closes what a test opened in the browser they all share: a hundred windows left behind slow down every later test.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ClosesPagesAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = new(StringComparer.Ordinal);

    /// <summary>Belongs to the running test from now on.</summary>
    public static void Remember(IBrowserContext context)
    {
        if (TestContext.Current.Test is { } test)
        {
            Opened.GetOrAdd(test.UniqueID, _ => []).Add(context);
        }
    }

    // The runner has no asynchronous way to ask; the browser answers on a thread of its own.
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Opened.TryRemove(test.UniqueID, out var opened))
        {
            Task.WhenAll(opened.Select(context => context.CloseAsync())).GetAwaiter().GetResult();
        }
    }
}
