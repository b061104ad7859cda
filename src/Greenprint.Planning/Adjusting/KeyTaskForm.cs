using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.Adjusting;

/// <summary>A key task as somebody types it.</summary>
public sealed record KeyTaskForm
{
    /// <summary>The version that the editor saw.</summary>
    public int Seen { get; init; }

    /// <summary>Title, Chinese.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it says, Chinese.</summary>
    public string Text { get; init; } = "";

    /// <summary>Title, English.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>What it says, English.</summary>
    public string TextEn { get; init; } = "";

    /// <summary>Id of the lead unit.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Ids of the supporting units.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>What a browser sent. The order of the supporting units is that of the plan: a box that stays ticked changes nothing.</summary>
    internal static KeyTaskForm Of(IFormCollection form, KeyTaskContent now)
    {
        List<string> ticked = [.. form["support"].OfType<string>()];
        return new()
        {
            Seen = int.TryParse(form["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : 0,
            Title = form["title"].ToString(),
            // A browser sends line ends of its own.
            Text = form["text"].ToString().ReplaceLineEndings("\n"),
            TitleEn = form["title-en"].ToString(),
            TextEn = form["text-en"].ToString().ReplaceLineEndings("\n"),
            Lead = form["lead"].ToString(),
            Support = [.. now.Support.Where(ticked.Contains), .. ticked.Except(now.Support, StringComparer.Ordinal)],
        };
    }

    internal static KeyTaskForm Of(KeyTaskContent content, int seen) => new()
    {
        Seen = seen,
        Title = content.Title.Zh,
        Text = content.Text.Zh,
        TitleEn = content.Title.En ?? "",
        TextEn = content.Text.En ?? "",
        Lead = content.Lead ?? "",
        Support = content.Support,
    };

    internal KeyTaskContent Read() => new(new(Title.Trim(), Blank(TitleEn)), new(Text.Trim(), Blank(TextEn))) { Lead = Blank(Lead), Support = Support };

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
