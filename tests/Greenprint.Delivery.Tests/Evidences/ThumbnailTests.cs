using System.Text;
using Greenprint.Delivery.Evidences;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Greenprint.Delivery.Tests.Evidences;

public sealed class ThumbnailTests
{
    // Where the first row and column of the stored picture belong: Exif 2.3, tag 0112, typed from its table.
    [Theory]
    [InlineData(1, false, "top left")]
    [InlineData(2, false, "top right")]
    [InlineData(3, false, "bottom right")]
    [InlineData(4, false, "bottom left")]
    [InlineData(5, true, "top left")]
    [InlineData(6, true, "top right")]
    [InlineData(7, true, "bottom right")]
    [InlineData(8, true, "bottom left")]
    public void A_small_picture_stands_upright_however_the_camera_was_held(int orientation, bool isTurned, string red)
    {
        using var small = SKBitmap.Decode(Thumbnails.Draw(Photos.Quarter((ushort)orientation)));

        var (width, height) = isTurned ? (Thumbnails.Pixels / 2, Thumbnails.Pixels) : (Thumbnails.Pixels, Thumbnails.Pixels / 2);
        Assert.Equal((width, height), (small.Width, small.Height));
        foreach (var y in new[] { "top", "bottom" })
        {
            foreach (var x in new[] { "left", "right" })
            {
                var color = small.GetPixel(x == "left" ? width / 4 : width * 3 / 4, y == "top" ? height / 4 : height * 3 / 4);
                Assert.Equal(red == $"{y} {x}", color.Red > 200);
                Assert.Equal(red != $"{y} {x}", color.Blue > 200);
            }
        }
    }

    [Fact]
    public void A_small_picture_is_never_larger_than_the_photo()
    {
        using var bitmap = new SKBitmap(40, 20);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var small = SKBitmap.Decode(Thumbnails.Draw(data.ToArray()));
        Assert.Equal((40, 20), (small.Width, small.Height));
    }

    [Fact]
    public void What_is_no_picture_or_claims_to_be_a_huge_one_is_not_drawn()
    {
        Assert.Null(Thumbnails.Draw("no picture"u8.ToArray()));
        Assert.Null(Thumbnails.Draw(Photos.Jpeg(1)));
        Assert.Null(Thumbnails.Draw(Huge()));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_photo_is_seen_in_small_by_who_sees_the_work_and_without_its_place(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        var item = await county.InHand();
        await Attach(county, item, "现场.jpg", Photos.Quarter(6));
        await Attach(county, item, "未解码.jpg", Photos.Jpeg(1));
        var stored = await county.Stored(item);
        var ids = (await county.In(services => services.GetRequiredService<ReportDesk>().Of(stored, County.Stop))).Evidence.ToDictionary(proof => proof.Name, proof => proof.Id, StringComparer.Ordinal);

        var small = await Small(county, "zhao", ids["现场.jpg"]);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(small!), StringComparison.Ordinal);
        using (var picture = SKBitmap.Decode(small))
        {
            Assert.Equal((Thumbnails.Pixels / 2, Thumbnails.Pixels), (picture.Width, picture.Height));
        }

        Assert.Null(await Small(county, "he", ids["现场.jpg"]));

        // What cannot be drawn is shown as it is, clean.
        Assert.Equal(PhotoCleaner.Clean(FileKind.Jpeg, Photos.Jpeg(1)), await Small(county, "zhao", ids["未解码.jpg"]));

        // It is not tried again at every look.
        var folder = await county.In(services => Task.FromResult(Path.Combine(services.GetRequiredService<StoreLocation>().Folder, "cache", "thumbnails")));
        Assert.Equal([0, small!.Length], Directory.GetFiles(folder).Select(file => (int)new FileInfo(file).Length).Order());
        Assert.NotNull(await Small(county, "zhao", ids["未解码.jpg"]));

        // The folder may be deleted at any time.
        Directory.Delete(folder, recursive: true);
        Assert.Equal(small, await Small(county, "zhao", ids["现场.jpg"]));
    }

    private static Task Attach(County county, string item, string name, byte[] bytes) => county.In(async services =>
    {
        using var content = new MemoryStream(bytes);
        Assert.Null(await services.GetRequiredService<EvidenceDesk>().Add(county["chen"], item, new(name, content, EvidenceClass.Record, ""), County.Stop));
        return 0;
    });

    private static Task<byte[]?> Small(County county, string who, string id) => county.In(async services =>
    {
        if (await services.GetRequiredService<EvidenceDesk>().OpenSmall(county[who], id, County.Stop) is not { } found)
        {
            return null;
        }

        await using var content = found.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, County.Stop);
        return copy.ToArray();
    });

    private static byte[] Huge()
    {
        // A bitmap file's head of 60,000 × 60,000 points and nothing behind it.
        var head = new byte[64];
        "BM"u8.CopyTo(head);
        head[10] = 54;
        head[14] = 40;
        BitConverter.GetBytes(60_000).CopyTo(head, 18);
        BitConverter.GetBytes(60_000).CopyTo(head, 22);
        head[26] = 1;
        head[28] = 24;
        return head;
    }
}
