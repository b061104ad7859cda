using Greenprint.Quantities;

namespace Greenprint.Ui;

/// <summary>What stands around every page: asked once per page. A port; the program that composes the modules answers it.</summary>
public interface ISiteFrame
{
    /// <summary>The frame for the current reader.</summary>
    ValueTask<SiteFrame> ForReader(CancellationToken cancellation);
}

/// <summary>Name, navigation and marks of the site.</summary>
/// <param name="Place">The government whose plan this is, for example 岚湾县; null in an empty store.</param>
/// <param name="Links">The main navigation, in order.</param>
/// <param name="Demo">True marks every page 演示数据.</param>
public sealed record SiteFrame(Bilingual? Place, IReadOnlyList<SiteLink> Links, bool Demo)
{
    /// <summary>Links at the right end: sign in, or the desk of the signed-in person.</summary>
    public IReadOnlyList<SiteLink> Account { get; init; } = [];

    /// <summary>Links of the footer.</summary>
    public IReadOnlyList<SiteLink> Footer { get; init; } = [];

    /// <summary>The program's version, in the footer.</summary>
    public string? Version { get; init; }
}

/// <summary>A link of the frame.</summary>
/// <param name="Href">Relative to the base of the language, for example <c>plans</c>; empty is the home page.</param>
/// <param name="Label">Its word.</param>
/// <param name="Posts">True where following it changes something (sign out): drawn as a form.</param>
public sealed record SiteLink(string Href, Bilingual Label, bool Posts = false)
{
    /// <summary>A bell with this number beside it: how much waits there; null for a plain link.</summary>
    public int? Bell { get; init; }
}
