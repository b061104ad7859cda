using Greenprint.Quantities;
using Greenprint.Ui.AsOf;

namespace Greenprint.Planning.KeyTasks;

/// <summary>Words of key tasks through time.</summary>
internal static class KeyTaskWords
{
    /// <summary>By what a version holds: the plan, a document, or a change of duties without one.</summary>
    public static Bilingual By(KeyTaskVersion version) => version switch
    {
        { On: null } => ("规划原文", "the plan itself"),
        { Document: { } document, On: { } on } => new Bilingual($"{document} {AsOfDay.Text(on)}"),
        { Reason: var reason, On: { } on } => new Bilingual($"{reason} {AsOfDay.Text(on)}", $"changed by the workbook {AsOfDay.Text(on)}"),
    };
}
