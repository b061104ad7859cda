using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Greenprint.Documents.Recognition;
using Greenprint.Quantities;

namespace Greenprint.Documents.Docx;

/// <summary>Reads the main part of a Word document as blocks.</summary>
internal static class DocxFile
{
    public static ReadBlocks Read(Stream content, string name, DocumentLimits limits, CancellationToken cancel)
    {
        try
        {
            var settings = new OpenSettings { AutoSave = false, MaxCharactersInPart = limits.UnpackedPartBytes };
            using var document = WordprocessingDocument.Open(content, isEditable: false, settings);
            if (document.MainDocumentPart?.Document?.Body is not { } body)
            {
                return ReadBlocks.Refused(DocumentFindings.Damaged(name, "word/document.xml"));
            }

            var walker = new BodyWalker(document.MainDocumentPart, cancel);
            walker.Walk(body);
            IReadOnlyList<Finding> remarks = walker.HasTrackedChanges ? [DocumentFindings.TrackedChanges(name)] : [];
            return new ReadBlocks(SourceFormat.Docx, null, BlockLayout.Paragraphs, walker.Blocks, remarks, null);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or UriFormatException
            or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or NotSupportedException)
        {
            // The package library has no exception of its own for a file that lies: each of these has come from a damaged or made-up file.
            return ReadBlocks.Refused(DocumentFindings.Damaged(name, fault is XmlException xml ? $"XML {xml.LineNumber}:{xml.LinePosition}" : fault.GetType().Name));
        }
    }
}
