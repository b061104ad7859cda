using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

/// <summary>What one kind of notice is called. Each module brings the words of its own.</summary>
/// <param name="Kind">For example <c>dispatch.issued</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record NoticeKind(string Kind, Bilingual Name);

/// <summary>Names of kinds of notices.</summary>
public static class NoticeKinds
{
    /// <summary>Adds names; a kind without one shows itself.</summary>
    public static void AddNoticeKinds(this IServiceCollection services, params (string Kind, Bilingual Name)[] kinds)
    {
        foreach (var (kind, name) in kinds)
        {
            services.AddSingleton(new NoticeKind(kind, name));
        }
    }
}
