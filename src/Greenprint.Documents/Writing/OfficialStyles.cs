using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Writing;

/// <summary>The styles of an official document: which font, which size, how far in (GB/T 9704-2012 5.2.2, 7.3). Sizes are in half points: 三号 is 16 pt.</summary>
internal static class OfficialStyles
{
    internal const string Body = "Body";
    internal const string Title = "Title";
    internal const string Subtitle = "Subtitle";
    internal const string Caption = "Caption";
    internal const string Cell = "Cell";
    internal const string CellHead = "CellHead";
    internal const string Footer = "Footer";
    internal const string Header = "Header";
    internal const string ContentsTitle = "ContentsTitle";

    /// <summary>22 lines on 225 mm, in twentieths of a point.</summary>
    internal const int Line = 580;

    private const string Fangsong = "仿宋_GB2312";
    private const string Kai = "楷体_GB2312";
    private const string Hei = "黑体";
    private const string Song = "宋体";
    private const string TitleSong = "方正小标宋简体";

    internal static string Heading(int level) => $"Heading{Math.Clamp(level, 1, 5)}";

    internal static string Contents(int level) => $"TOC{level}";

    internal static Styles Write()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(Fangsong), new FontSize { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Exactly(Line)))));
        styles.Append(
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            Paragraph(Body, "Body Text", new(new Indentation { FirstLineChars = 200, FirstLine = "640" }, new Justification { Val = JustificationValues.Both }), Fangsong, 32),
            Paragraph(Title, "Title", new(Exactly(700, before: 580, after: 290), new Justification { Val = JustificationValues.Center }), TitleSong, 44),
            Paragraph(Subtitle, "Subtitle", new(Exactly(Line, after: 580), new Justification { Val = JustificationValues.Center }), Kai, 32),
            HeadingStyle(1, Hei), HeadingStyle(2, Kai), HeadingStyle(3, Fangsong, bold: true), HeadingStyle(4, Fangsong), HeadingStyle(5, Fangsong),
            Paragraph(Caption, "caption", new(new KeepNext(), Exactly(Line, before: 120), new Justification { Val = JustificationValues.Center }), Hei, 28),
            Paragraph(Cell, "Cell", new(new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = "300", LineRule = LineSpacingRuleValues.AtLeast }), Song, 21),
            Paragraph(CellHead, "Cell Head", new(new KeepNext(), new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = "320", LineRule = LineSpacingRuleValues.AtLeast }, new Justification { Val = JustificationValues.Center }), Hei, 21),
            Paragraph(Footer, "footer", new(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }), Song, 28),
            Paragraph(Header, "header", new(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Center }), Kai, 21),
            Paragraph(ContentsTitle, "TOC Heading", new(Exactly(Line, after: 290), new Justification { Val = JustificationValues.Center }), Hei, 32),
            ContentsStyle(1, Hei), ContentsStyle(2, Fangsong));
        return styles;
    }

    private static Style HeadingStyle(int level, string font, bool bold = false)
    {
        var style = Paragraph(
            Heading(level), $"heading {level}", new(new KeepNext(), Exactly(Line), new Indentation { FirstLineChars = 200, FirstLine = "640" }, new OutlineLevel { Val = level - 1 }), font, 32, bold);
        style.InsertAfter(new NextParagraphStyle { Val = Body }, style.GetFirstChild<BasedOn>());
        return style;
    }

    private static Style ContentsStyle(int level, string font) => Paragraph(
        Contents(level), $"toc {level}",
        new(new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = OfficialPages.TextWidth }), Exactly(520), new Indentation { Left = level == 1 ? "0" : "480" }), font, 28);

    private static Style Paragraph(string id, string name, StyleParagraphProperties paragraph, string font, int halfPoints, bool bold = false)
    {
        var run = new StyleRunProperties(Fonts(font));
        if (bold)
        {
            run.Append(new Bold());
        }

        run.Append(new FontSize { Val = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static RunFonts Fonts(string eastAsian) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", ComplexScript = "Times New Roman", EastAsia = eastAsian };

    private static SpacingBetweenLines Exactly(int line, int before = 0, int after = 0) => new()
    {
        Line = line.ToString(System.Globalization.CultureInfo.InvariantCulture),
        LineRule = LineSpacingRuleValues.Exact,
        Before = before.ToString(System.Globalization.CultureInfo.InvariantCulture),
        After = after.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
