using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Writing;

/// <summary>
/// A table of contents: a field filled with its entries. Only a word processor knows the pages, so their numbers are left open and the field is marked
/// for Word to renew when it opens the file.
/// </summary>
internal static class OfficialContents
{
    private const int Levels = 2;

    /// <summary>Name of the bookmark of the heading with this running number, from 1, where it has no name of its own.</summary>
    internal static string Anchor(int number) => string.Create(CultureInfo.InvariantCulture, $"_Toc{number:000000}");

    internal static IEnumerable<Paragraph> Write(IEnumerable<OfficialPart> parts)
    {
        yield return OfficialText.Paragraph(OfficialStyles.ContentsTitle, "目　　录");
        var entries = parts.OfType<OfficialHeading>().Select((heading, at) => (heading, Anchor: heading.Bookmark ?? Anchor(at + 1))).Where(entry => entry.heading.Level <= Levels).ToList();
        for (var at = 0; at < entries.Count; at++)
        {
            var (heading, anchor) = entries[at];
            var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = OfficialStyles.Contents(heading.Level) }));
            if (at == 0)
            {
                paragraph.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }), Code($" TOC \\o \"1-{Levels}\" \\h \\z \\u "), Mark(FieldCharValues.Separate));
            }

            var centred = NumberShape.TryRead(heading.Number, out var shape, out _) && shape.IsCentred;
            paragraph.Append(new Hyperlink(
                OfficialText.Run($"{heading.Number}{(centred ? " " : "")}{heading.Title}"), new Run(new TabChar()),
                Mark(FieldCharValues.Begin), Code($" PAGEREF {anchor} \\h "), Mark(FieldCharValues.Separate), Mark(FieldCharValues.End))
            { Anchor = anchor, History = true });
            if (at == entries.Count - 1)
            {
                paragraph.Append(Mark(FieldCharValues.End));
            }

            yield return paragraph;
        }
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static Run Code(string code) => new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve });
}
