using Greenprint.Documents.Pdf.Pages;
using Greenprint.Quantities;

namespace Greenprint.Documents.Pictures;

/// <summary>
/// Reads those pages of a PDF that are pictures without a text, and the tables that stand as pictures in a page of text, as far as tools and limits
/// allow; remarks name what was read and the pages that were not.
/// </summary>
internal static class PicturePages
{
    /// <summary>Replaces the pages that were read in <paramref name="pages"/>.</summary>
    /// <returns>How many pages remain unread.</returns>
    public static int Read(List<PageContent> pages, Stream content, string name, int font, DocumentLimits limits, List<Finding> remarks, CancellationToken cancel)
    {
        var wanted = Enumerable.Range(0, pages.Count).Where(i => pages[i] is { Origin: PageOrigin.None, HasLargePicture: true }).ToArray();
        var insets = Enumerable.Range(0, pages.Count).Where(i => pages[i] is { Origin: PageOrigin.Text, Pictures.Count: > 0 }).ToArray();
        if (wanted.Length + insets.Length == 0)
        {
            return 0;
        }

        if (limits.ReadPictures && !ReadingTools.ArePresent)
        {
            // Of pictures in a text it cannot be told whether they are more than maps.
            remarks.AddRange(wanted.Length > 0 ? [DocumentFindings.NoReadingTools(name, [.. wanted.Select(i => pages[i].Number)])] : []);
            return wanted.Length;
        }

        var (read, tables, lost) = limits.ReadPictures ? Read(pages, wanted, insets, content, font, limits, cancel) : ([], [], []);
        if (read.Count > 0)
        {
            remarks.Add(DocumentFindings.PicturesRead(name, read));
        }

        if (tables.Count > 0)
        {
            remarks.Add(DocumentFindings.TablePicturesRead(name, tables));
        }

        if (lost.Count > 0)
        {
            remarks.Add(DocumentFindings.TablePicturesNotRead(name, lost));
        }

        var unread = wanted.Select(i => pages[i].Number).Except(read).ToArray();
        if (unread.Length > 0)
        {
            remarks.Add(DocumentFindings.PicturesNotRead(name, unread));
        }

        return unread.Length;
    }

    private static (List<int> Pages, List<int> Tables, List<int> Lost) Read(List<PageContent> pages, int[] wanted, int[] insets, Stream content, int font, DocumentLimits limits, CancellationToken cancel)
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
            var (read, _) = Replace(pages, wanted, reader.Read, time.Token, cancel);
            var (tables, unseen) = Replace(pages, insets, reader.ReadInsets, time.Token, cancel);
            return (read, tables, [.. reader.TablesNotRead.Concat(unseen).Distinct().Order()]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (List<int> Replaced, int[] Unseen) Replace(
        List<PageContent> pages, int[] wanted, Func<PageContent, CancellationToken, PageContent?> read, CancellationToken time, CancellationToken cancel)
    {
        var replaced = new List<int>();
        int[] unseen = [];
        foreach (var i in wanted)
        {
            try
            {
                if (read(pages[i], time) is { Origin: not PageOrigin.None } page)
                {
                    pages[i] = page;
                    replaced.Add(page.Number);
                }
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                unseen = [.. wanted.SkipWhile(other => other != i).Select(other => pages[other].Number)];
                break;   // the time is up: the rest stays unread, and a remark names it
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or System.ComponentModel.Win32Exception)
            {
                // This page stays unread; the others are read.
            }
        }

        return (replaced, unseen);
    }
}
