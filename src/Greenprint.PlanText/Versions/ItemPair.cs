using System.Text.Json.Serialization;

namespace Greenprint.PlanText.Versions;

/// <summary>One item in both versions of a plan, or in one of them.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Old">The item in the old version; null where it was added.</param>
/// <param name="New">The item in the new version; null where it was removed.</param>
/// <param name="Fields">Names of the fields that differ, as in the JSON of the reading; empty unless it changed.</param>
public sealed record ItemPair<T>(ItemChange Change, T? Old, T? New, IReadOnlyList<string> Fields)
    where T : class;

/// <summary>What became of an item from one version to the next.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemChange>))]
public enum ItemChange
{
    /// <summary>Both versions have it with the same words and numbers.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>Both versions have it, and something of it differs.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>Only the new version has it.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>Only the old version has it.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,
}
