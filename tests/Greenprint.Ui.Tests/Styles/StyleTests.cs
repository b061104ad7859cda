using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.Testing;
using Greenprint.Ui.Charts;

namespace Greenprint.Ui.Tests.Styles;

/// <summary>Laws of the style sheets, read from the files themselves.</summary>
public sealed partial class StyleTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "src/Greenprint.Ui/wwwroot/css");
    private static readonly string Tokens = File.ReadAllText(Path.Combine(Folder, "tokens.css"));
    private static readonly Dictionary<string, string> Light = Values(Tokens[..Tokens.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal)]);
    private static readonly Dictionary<string, string> Dark = Values(Between(":root[data-theme=\"dark\"]", "@media"));

    public static TheoryData<string> States => [.. Light.Keys.Where(name => name.StartsWith("--state-", StringComparison.Ordinal))];

    [Fact]
    public void Colours_are_named_in_the_tokens_and_on_paper_only()
    {
        var elsewhere = Directory.GetFiles(Folder, "*.css").Where(file => Path.GetFileName(file) is not ("tokens.css" or "print.css"))
            .SelectMany(file => Colour().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"))
            .Where(found => !found.EndsWith(": #fff", StringComparison.Ordinal));   // white on the brand's green, in both themes

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void A_dark_system_and_a_chosen_dark_look_the_same() =>
        Assert.Equal(Dark.OrderBy(pair => pair.Key), Values(Tokens[Tokens.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal)..]).OrderBy(pair => pair.Key));

    [Fact]
    public void Pictures_outside_a_page_have_the_colours_of_the_light_theme() =>
        Assert.All(ChartColours.Light, pair => Assert.Equal(Light[pair.Key], pair.Value));

    [Theory, MemberData(nameof(States))]
    public void A_state_can_be_read_on_every_ground(string state)
    {
        foreach (var (theme, values) in new[] { ("light", Light), ("dark", Dark) })
        {
            foreach (var ground in new[] { "--ground", "--paper", "--raised", "--brand-soft" })
            {
                Assert.True(Contrast(values[state], values[ground]) >= 4.5, $"{theme}: {state} on {ground} has {Contrast(values[state], values[ground]):0.00}");
            }
        }
    }

    [Theory]
    [InlineData("--ink", "--paper")]
    [InlineData("--ink-quiet", "--paper")]
    [InlineData("--ink-quiet", "--ground")]
    [InlineData("--ink-quiet", "--brand-soft")]
    [InlineData("--link", "--paper")]
    [InlineData("--link", "--brand-soft")]
    [InlineData("--wrong", "--paper")]
    [InlineData("--mark-ink", "--mark")]
    [InlineData("--chart-value", "--ground")]
    public void Text_can_be_read(string text, string ground)
    {
        Assert.True(Contrast(Light[text], Light[ground]) >= 4.5, $"light {Contrast(Light[text], Light[ground]):0.00}");
        Assert.True(Contrast(Dark[text], Dark[ground]) >= 4.5, $"dark {Contrast(Dark[text], Dark[ground]):0.00}");
    }

    // A reader who knows the national scales must never take a state for an air level or a water class.
    [Theory, MemberData(nameof(States))]
    public void A_state_has_no_national_colour(string state)
    {
        foreach (var name in Light.Keys.Where(name => name.StartsWith("--aqi-", StringComparison.Ordinal) || name.StartsWith("--water-", StringComparison.Ordinal)))
        {
            var (a, b) = (Rgb(Light[state]), Rgb(Light[name]));
            var distance = Math.Sqrt(Math.Pow(a.R - b.R, 2) + Math.Pow(a.G - b.G, 2) + Math.Pow(a.B - b.B, 2));
            Assert.True(distance > 40, $"{state} is too near to {name}: {distance:0}");
        }
    }

    [Fact]
    public void White_can_be_read_on_the_brand() => Assert.All([Light, Dark], values => Assert.True(Contrast("#ffffff", values["--brand"]) >= 4.5));

    private static string Between(string from, string to)
    {
        var start = Tokens.IndexOf(from, StringComparison.Ordinal);
        return Tokens[start..Tokens.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static Dictionary<string, string> Values(string css) =>
        Declaration().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

    private static double Contrast(string one, string other)
    {
        double[] both = [Luminance(Rgb(one)), Luminance(Rgb(other))];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    // Relative luminance: WCAG 2.
    private static double Luminance((int R, int G, int B) colour)
    {
        static double Linear(int value) => value / 255d <= 0.04045 ? value / 255d / 12.92 : Math.Pow(((value / 255d) + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));
    }

    private static (int R, int G, int B) Rgb(string colour)
    {
        if (colour.StartsWith('#'))
        {
            int Part(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return (Part(1), Part(3), Part(5));
        }

        var parts = Regex.Matches(colour, @"\d+").Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], parts[1], parts[2]);
    }

    [GeneratedRegex(@"(?:#[0-9a-f]{3,8}\b|rgba?\([^)]*\)|hsla?\([^)]*\))", RegexOptions.IgnoreCase)]
    private static partial Regex Colour();

    [GeneratedRegex(@"(--[a-z0-9-]+):\s*(#[0-9a-f]{6}|rgb\([^)]+\));")]
    private static partial Regex Declaration();
}
