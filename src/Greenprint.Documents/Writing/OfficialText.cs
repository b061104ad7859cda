using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Greenprint.Documents.Writing;

/// <summary>Text as runs: spaces kept, line feeds as breaks, characters that XML cannot hold left out.</summary>
internal static class OfficialText
{
    internal static Run Run(string text)
    {
        var run = new Run();
        var first = true;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!first)
            {
                run.Append(new Break());
            }

            first = false;
            if (line.Length > 0)
            {
                run.Append(new WordText(Legal(line)) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }

    internal static Paragraph Paragraph(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    /// <summary>The text without what XML cannot hold: also for properties and attributes, of which one such character would spoil the whole file.</summary>
    internal static string Legal(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
        {
            return text;
        }

        var legal = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                legal.Append(text[at]);
            }
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                legal.Append(text, at++, 2);
            }
        }

        return legal.ToString();
    }
}
