using System.Text.Json.Serialization;

namespace Greenprint.Documents;

/// <summary>Where the text of a page comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PageOrigin>))]
public enum PageOrigin
{
    /// <summary>The text that the document holds.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>A picture of a page, read by text recognition: every sign may be wrong.</summary>
    [JsonStringEnumMemberName("picture")]
    Picture,

    /// <summary>Nothing was read: the page is empty, or a picture that could not be read; a remark says which.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
