using System.Text;
using Greenprint.Documents;

namespace Greenprint.PlanText.Tests;

/// <summary>Reads a text or file as the program does.</summary>
internal static class Reading
{
    public static PlanReading Of(string text, string name = "plan.txt") => Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);

    public static PlanReading Of(Stream content, string name)
    {
        var document = DocumentReader.Read(content, name);
        Assert.Null(document.Refusal);
        return PlanReader.Read(document.Document!);
    }

    /// <summary>The outline as one line a heading: level, number, title.</summary>
    public static string[] Lines(this PlanReading reading) => [.. reading.Outline.Select(item => $"{item.Level} {item.Number} {item.Title}")];
}

/// <summary>Generators of these tests.</summary>
internal static class Any
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
