using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Greenprint.Ui.Charts;

/// <summary>An ECharts option as JSON: data only, no functions, so that the server and the browser draw the same chart.</summary>
/// <param name="Json">The option.</param>
public sealed record ChartOption(string Json)
{
    // Chinese stays readable; '<' is escaped, because the option also stands inside a script element.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>Names the option: equal options have equal digests.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json)))[..32];

    internal static ChartOption From(JsonObject option) => new(option.ToJsonString(Readable));
}
