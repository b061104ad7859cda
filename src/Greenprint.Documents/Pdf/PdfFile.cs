using Greenprint.Documents.Pdf.Pages;
using Greenprint.Documents.Pictures;
using Greenprint.Documents.Recognition;
using Greenprint.Quantities;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Greenprint.Documents.Pdf;

/// <summary>Reads a PDF as blocks: signs to lines, lines to tables and paragraphs, page by page and then over the page breaks.</summary>
internal static class PdfFile
{
    public static ReadBlocks Read(Stream content, string name, DocumentLimits limits, CancellationToken cancel)
    {
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters(limits.UnpackedPdfStreamBytes) };
        try
        {
            using var document = PdfDocument.Open(content, options);
            return Read(document, content, name, limits, cancel);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ReadBlocks.Refused(DocumentFindings.PdfEncrypted(name));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The library has no exception of its own for a file that lies; whatever it throws, the file is what is wrong.
            return ReadBlocks.Refused(DocumentFindings.PdfDamaged(name, fault.GetType().Name));
        }
    }

    private static ReadBlocks Read(PdfDocument document, Stream content, string name, DocumentLimits limits, CancellationToken cancel)
    {
        var extractor = new PageExtractor();
        var pages = new List<PageContent>();
        var remarks = new List<Finding>();
        for (var number = 1; number <= Math.Min(document.NumberOfPages, limits.PdfPages); number++)
        {
            cancel.ThrowIfCancellationRequested();
            if (Extract(document, extractor, number, name, remarks) is { } page)
            {
                pages.Add(page);
            }
        }

        if (document.NumberOfPages > limits.PdfPages)
        {
            remarks.Add(DocumentFindings.MorePages(name, document.NumberOfPages, limits.PdfPages));
        }

        var missing = PicturePages.Read(pages, content, name, extractor.Font(""), limits, remarks, cancel);
        var blocks = PageReading.Blocks(pages, extractor.FontNames, cancel);
        return new ReadBlocks(SourceFormat.Pdf, null, BlockLayout.Paragraphs, blocks, remarks, blocks.Count == 0 && missing > 0 ? DocumentFindings.OnlyPictures(name, missing) : null)
        {
            Pages = [.. pages.Select(page => new SourcePage(page.Number, Points.Tenth(page.Width), Points.Tenth(page.Height), page.Origin))],
        };
    }

    // One page that cannot be read costs that page; the rest is read.
    private static PageContent? Extract(PdfDocument document, PageExtractor extractor, int number, string name, List<Finding> remarks)
    {
        try
        {
            return extractor.Extract(document.GetPage(number));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            remarks.Add(DocumentFindings.PageNotRead(name, number, fault.GetType().Name));
            return null;
        }
    }
}
