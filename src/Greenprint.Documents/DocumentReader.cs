using System.Security.Cryptography;
using Greenprint.Documents.Docx;
using Greenprint.Documents.Markdown;
using Greenprint.Documents.Pdf;
using Greenprint.Documents.Recognition;
using Greenprint.Documents.Text;
using Greenprint.Quantities;

namespace Greenprint.Documents;

/// <summary>Reads a foreign document. The content decides what it is; the extension may only agree.</summary>
/// <remarks>
/// A document is foreign: it may be wrong, huge or hostile. Nothing in it is run, no link in it is followed, no path in it is opened,
/// and its size is counted before it is believed. A server still reads it in a process of its own (<c>greenprint plan read</c>).
/// </remarks>
public static class DocumentReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How large it may be; <see cref="DocumentLimits.Default"/> where null.</param>
    /// <param name="cancel">Stops the reading between two parts.</param>
    public static DocumentReading ReadFile(string path, DocumentLimits? limits = null, CancellationToken cancel = default)
    {
        FileStream content;
        try
        {
            content = File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return DocumentReading.Refused(DocumentFindings.CannotOpen(path));
        }

        using (content)
        {
            return Read(content, path, limits, cancel);
        }
    }

    /// <summary>Reads an open file.</summary>
    /// <param name="content">The bytes; must know its length and be seekable, so that a size can be refused before it is read.</param>
    /// <param name="name">Name of the file with its extension, as messages shall name it.</param>
    /// <param name="limits">How large it may be; <see cref="DocumentLimits.Default"/> where null.</param>
    /// <param name="cancel">Stops the reading between two parts.</param>
    /// <exception cref="ArgumentException">The stream cannot be sought.</exception>
    public static DocumentReading Read(Stream content, string name, DocumentLimits? limits = null, CancellationToken cancel = default)
    {
        if (!content.CanSeek)
        {
            throw new ArgumentException("A document is read from a stream that knows its length.", nameof(content));
        }

        limits ??= DocumentLimits.Default;
        var kind = ContentKinds.Of(content);
        if (Refusal(kind, name, content.Length, limits) is { } refusal)
        {
            return DocumentReading.Refused(refusal);
        }

        if (kind == ContentKind.Zip && PackageGuard.Check(content, name, limits, PackageKind.Word, cancel) is { } fault)
        {
            return DocumentReading.Refused(fault);
        }

        if (Disagreement(kind, name) is { } wrong)
        {
            return DocumentReading.Refused(wrong);
        }

        content.Position = 0;
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        content.Position = 0;
        var blocks = kind switch
        {
            ContentKind.Zip => DocxFile.Read(content, name, limits, cancel),
            ContentKind.Pdf => PdfFile.Read(content, name, limits, cancel),
            _ => TextOf(content, name),
        };
        if (blocks.Refusal is not null)
        {
            return DocumentReading.Refused(blocks.Refusal);
        }

        if (blocks.Blocks.Count == 0)
        {
            return DocumentReading.Refused(DocumentFindings.NoText(name));
        }

        return new DocumentReading(
            new SourceDocument(
                Path.GetFileName(name), blocks.Format, blocks.Encoding, content.Length, digest, blocks.Layout, blocks.Blocks, blocks.Remarks)
            {
                Pages = blocks.Pages,
            },
            null);
    }

    private static Finding? Refusal(ContentKind kind, string name, long bytes, DocumentLimits limits) => kind switch
    {
        ContentKind.Empty => DocumentFindings.Empty(name),
        ContentKind.Pdf when bytes > limits.PdfBytes => DocumentFindings.TooLarge(name, bytes, limits.PdfBytes),
        ContentKind.Ole => Extension(name) is ".docx" ? DocumentFindings.Encrypted(name) : DocumentFindings.OldOffice(name),
        ContentKind.Rtf => DocumentFindings.OtherFormat(name, "RTF"),
        ContentKind.Html => DocumentFindings.OtherFormat(name, "HTML"),
        ContentKind.Zip when bytes > limits.DocxBytes => DocumentFindings.TooLarge(name, bytes, limits.DocxBytes),
        ContentKind.Text when bytes > limits.TextBytes => DocumentFindings.TooLarge(name, bytes, limits.TextBytes),
        ContentKind.Binary => DocumentFindings.Binary(name),
        _ => null,
    };

    private static Finding? Disagreement(ContentKind kind, string name)
    {
        var extension = Extension(name);
        return kind switch
        {
            ContentKind.Zip when extension is not (".docx" or ".docm" or ".dotx" or "") =>
                DocumentFindings.WrongExtension(name, extension, ("Word 文档", "a Word document"), ".docx"),
            ContentKind.Pdf when extension is not (".pdf" or "") => DocumentFindings.WrongExtension(name, extension, ("PDF", "a PDF"), ".pdf"),
            ContentKind.Text when extension is ".docx" or ".docm" or ".doc" or ".pdf" or ".xlsx" =>
                DocumentFindings.WrongExtension(name, extension, ("纯文本", "plain text"), ".txt"),
            _ => null,
        };
    }

    private static ReadBlocks TextOf(Stream content, string name)
    {
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        var decoded = TextDecoder.Decode(bytes, name);
        if (decoded.Refusal is not null)
        {
            return ReadBlocks.Refused(decoded.Refusal);
        }

        var markdown = Extension(name) is ".md" or ".markdown";
        var blocks = markdown ? MarkdownFile.Blocks(decoded.Text) : TextFile.Blocks(decoded.Text);
        return new ReadBlocks(
            markdown ? SourceFormat.Markdown : SourceFormat.Text,
            decoded.Encoding,
            TextLayout.Of(blocks),
            blocks,
            decoded.Remarks,
            null);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "An extension is written in lower case.")]
    private static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();
}
