using Greenprint.Documents.Pdf.Pages;
using Greenprint.Quantities;

namespace Greenprint.Documents.Pictures;

/// <summary>Reads those pages of a PDF that are pictures without a text, as far as tools and limits allow; remarks name the others.</summary>
internal static class PicturePages
{
    /// <summary>Replaces the pages that were read in <paramref name="pages"/>.</summary>
    /// <returns>How many pages remain unread.</returns>
    public static int Read(List<PageContent> pages, Stream content, string name, int font, DocumentLimits limits, List<Finding> remarks, CancellationToken cancel)
    {
        var wanted = Enumerable.Range(0, pages.Count).Where(i => pages[i] is { Origin: PageOrigin.None, HasLargePicture: true }).ToArray();
        if (wanted.Length == 0)
        {
            return 0;
        }

        if (limits.ReadPictures && !ReadingTools.ArePresent)
        {
            remarks.Add(DocumentFindings.NoReadingTools(name, [.. wanted.Select(i => pages[i].Number)]));
            return wanted.Length;
        }

        var read = limits.ReadPictures ? Read(pages, wanted, content, font, limits, cancel) : [];
        if (read.Count > 0)
        {
            remarks.Add(DocumentFindings.PicturesRead(name, read));
        }

        var unread = wanted.Select(i => pages[i].Number).Except(read).ToArray();
        if (unread.Length > 0)
        {
            remarks.Add(DocumentFindings.PicturesNotRead(name, unread));
        }

        return unread.Length;
    }

    private static List<int> Read(List<PageContent> pages, int[] wanted, Stream content, int font, DocumentLimits limits, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("greenprint-pages-");
        try
        {
            var pdf = Path.Combine(folder.FullName, "document.pdf");
            using (var copy = File.Create(pdf))
            {
                content.Position = 0;
                content.CopyTo(copy);
            }

            var reader = new PictureReader(pdf, folder.FullName, font);
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            time.CancelAfter(limits.PictureTime);
            var read = new List<int>();
            foreach (var i in wanted)
            {
                try
                {
                    if (reader.Read(pages[i], time.Token) is { Origin: PageOrigin.Picture } page)
                    {
                        pages[i] = page;
                        read.Add(page.Number);
                    }
                }
                catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
                {
                    break;   // the time is up: the rest stays unread, and a remark names it
                }
                catch (Exception fault) when (fault is InvalidDataException or IOException or System.ComponentModel.Win32Exception)
                {
                    // This page stays unread; the others are read.
                }
            }

            return read;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
