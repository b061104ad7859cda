using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.PlanText.Tests.Generated.Printed;

/// <summary>Writes a printed plan as a Word document, from which LibreOffice makes its pages.</summary>
internal sealed class PrintedWord
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private readonly PrintedPlan plan;
    private readonly StringBuilder body = new();
    private bool isLandscape;
    private int footnotes;

    private PrintedWord(PrintedPlan plan) => this.plan = plan;

    public static MemoryStream Of(PrintedPlan plan) => new PrintedWord(plan).Write();

    private MemoryStream Write()
    {
        Cover();
        foreach (var part in plan.Parts)
        {
            Add(part);
        }

        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document($"<w:document {W}><w:body>{body}{Section(false)}</w:body></w:document>");
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Styles());
            main.AddNewPart<HeaderPart>("head").Header = new Header($"<w:hdr {W}>{(plan.Look.HasRunningHead ? Paragraph(plan.Title, "<w:jc w:val=\"center\"/>", 9) : "<w:p/>")}</w:hdr>");
            main.AddNewPart<FooterPart>("foot").Footer = new Footer($"<w:ftr {W}>{Footer()}</w:ftr>");
            if (footnotes > 0)
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                    $"<w:footnotes {W}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
                    + string.Concat(Enumerable.Range(2, footnotes).Select(id => $"<w:footnote w:id=\"{id}\"><w:p><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteRef/></w:r>{Run("数据来源：历年生态环境质量公报。", 9)}</w:p></w:footnote>")) + "</w:footnotes>");
            }
        }

        stream.Position = 0;
        return stream;
    }

    private void Cover()
    {
        body.Append(Paragraph(plan.Title, "<w:spacing w:before=\"400\" w:after=\"400\"/><w:jc w:val=\"center\"/>", 22, isBold: true));
        if (plan.Look.HasCover)
        {
            body.Append(Paragraph($"{plan.Region}人民政府", "<w:spacing w:before=\"6000\"/><w:jc w:val=\"center\"/>", 16));
            body.Append(Paragraph($"{plan.Sketch.Start}年12月", "<w:jc w:val=\"center\"/>", 16));
            body.Append(PageBreak);
        }

        if (plan.Look.HasContents)
        {
            body.Append(Paragraph("目  录", "<w:jc w:val=\"center\"/>", 16));
            foreach (var (heading, i) in plan.Outline.Where(heading => heading.Level <= 2).Select((heading, i) => (heading, i)))
            {
                body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8800\"/></w:tabs></w:pPr>{Run(heading.Number + heading.Title, 12)}<w:r><w:tab/></w:r>{Run($"{i / 4 + 1}", 12)}</w:p>");
            }
        }
    }

    private void Add(PrintedPart part)
    {
        var look = plan.Look;
        body.Append(part switch
        {
            PrintedHeading { Level: 1 } heading => Paragraph(heading.Number + heading.Title, $"<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:jc w:val=\"{(look.Grammar is 0 or 2 ? "center" : "left")}\"/>", look.BodySize + 2, isBold: true),
            PrintedHeading heading => Paragraph(heading.Number + heading.Title, "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"560\"/>", look.BodySize, isBold: heading.Level == 2),
            PrintedBody text => Body(text),
            PrintedCaption caption => Paragraph(caption.Text, "<w:keepNext/><w:jc w:val=\"center\"/>", look.TableSize, isBold: true),
            PrintedNote note => Paragraph(note.Text, "", 9),
            PrintedTable table => PrintedTableWriter.Write(table, look, isLandscape ? 13958 : 8844, Run),
            PrintedPageBreak => PageBreak,
            PrintedTurn turn => Turn(turn.ToLandscape),
            _ => throw new InvalidOperationException(part.ToString()),
        });
    }

    private string Body(PrintedBody text)
    {
        var mark = text.HasFootnote ? $"<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{2 + footnotes++}\"/></w:r>" : "";
        return $"<w:p><w:pPr><w:spacing w:line=\"360\" w:lineRule=\"auto\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"{(int)(plan.Look.BodySize * 40)}\"/><w:jc w:val=\"both\"/></w:pPr>{Run(text.Text, plan.Look.BodySize)}{mark}</w:p>";
    }

    private const string PageBreak = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";

    // What stands before the turn is a section of its own.
    private string Turn(bool toLandscape)
    {
        var before = $"<w:p><w:pPr>{Section(isLandscape)}</w:pPr></w:p>";
        isLandscape = toLandscape;
        return before;
    }

    private static string Section(bool isLandscape) =>
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"head\"/><w:footerReference w:type=\"default\" r:id=\"foot\"/>"
        + (isLandscape ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>")
        + "<w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>";

    private string Footer()
    {
        if (plan.Look.Footer.Length == 0)
        {
            return "<w:p/>";
        }

        var around = plan.Look.Footer.Split('#');
        return $"<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{Run(around[0], 10.5)}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run("1", 10.5)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{Run(around[1], 10.5)}</w:p>";
    }

    private string Styles() =>
        $"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{plan.Look.LatinFace}\" w:hAnsi=\"{plan.Look.LatinFace}\" w:eastAsia=\"{plan.Look.Face}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style></w:styles>";

    private string Paragraph(string text, string properties, double size, bool isBold = false) => $"<w:p><w:pPr>{properties}</w:pPr>{Run(text, size, isBold)}</w:p>";

    private string Run(string text, double size, bool isBold = false) => Run(text, size, isBold, plan.Look.HasSubscripts);

    private static string Run(string text, double size, bool isBold, bool hasSubscripts)
    {
        var at = hasSubscripts ? text.IndexOf("PM2.5", StringComparison.Ordinal) : -1;
        return at < 0 ? One(text, "") : One(text[..(at + 2)], "") + One("2.5", "<w:vertAlign w:val=\"subscript\"/>") + Run(text[(at + 5)..], size, isBold, hasSubscripts);

        string One(string piece, string more) =>
            $"<w:r><w:rPr>{(isBold ? "<w:b/>" : "")}<w:sz w:val=\"{(int)(size * 2)}\"/><w:szCs w:val=\"{(int)(size * 2)}\"/>{more}</w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(piece)}</w:t></w:r>";
    }
}
