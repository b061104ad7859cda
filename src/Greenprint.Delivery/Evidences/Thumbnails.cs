using Greenprint.Platform;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace Greenprint.Delivery.Evidences;

/// <summary>
/// Draws photos small, so that a page with twenty of them opens on a phone. The pictures lie in the store's folder <c>cache</c>, which may be deleted at any
/// time. Where one cannot be drawn, the photo itself is shown.
/// </summary>
internal sealed partial class Thumbnails(StoreLocation store, ILogger<Thumbnails> log) : IDisposable
{
    /// <summary>The longer side: three times what the pages show, for screens that are that fine.</summary>
    public const int Pixels = 288;

    // Points of the photo, and of what is unpacked of it (four bytes each): a few bytes that claim to be a large picture take no memory.
    private const long LargestPhoto = 120_000_000, LargestRead = 40_000_000;
    private const int Quality = 80;

    // One at a time: the largest photo takes some hundred megabytes while it is drawn.
    private readonly SemaphoreSlim drawing = new(1);

    private bool isMissing;

    public void Dispose() => drawing.Dispose();

    /// <summary>Path of the small picture (JPEG, upright) of a clean photo; null where it cannot be drawn.</summary>
    /// <exception cref="RefusedException">The photo is missing or damaged in the store.</exception>
    public async Task<string?> Find(IFiles files, string sha256, CancellationToken cancellation)
    {
        var folder = Path.Combine(store.Folder, "cache", "thumbnails");
        var picture = Path.Combine(folder, $"{sha256}.jpg");
        if (Known(picture) is { } known)
        {
            return known.Length == 0 ? null : known;
        }

        await drawing.WaitAsync(cancellation);
        try
        {
            if (Known(picture) is null && !isMissing && Draw(await Read(files, sha256, cancellation), sha256) is { } small)
            {
                Directory.CreateDirectory(folder);
                var draft = Path.Combine(folder, $"{sha256}-{Guid.NewGuid():N}");
                await File.WriteAllBytesAsync(draft, small, CancellationToken.None);
                File.Move(draft, picture, overwrite: true);
            }

            return Known(picture) is { Length: > 0 } drawn ? drawn : null;
        }
        finally
        {
            drawing.Release();
        }
    }

    /// <summary>The photo in small, turned as its orientation says; null where it is too large or cannot be read.</summary>
    public static byte[]? Draw(byte[] photo)
    {
        using var codec = SKCodec.Create(new SKMemoryStream(photo));
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > LargestPhoto)
        {
            return null;
        }

        // A JPEG is read at a half, a quarter or an eighth of its size: that is where the time goes.
        var longer = Math.Max(codec.Info.Width, codec.Info.Height);
        var read = codec.GetScaledDimensions(Math.Min(1f, 2f * Pixels / longer));
        if ((long)read.Width * read.Height > LargestRead)
        {
            return null;
        }

        using var bitmap = new SKBitmap(new SKImageInfo(read.Width, read.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }

        var scale = Math.Min(1f, (float)Pixels / Math.Max(read.Width, read.Height));
        var (width, height) = (Math.Max(1, (int)(read.Width * scale)), Math.Max(1, (int)(read.Height * scale)));
        var isTurned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        using var surface = SKSurface.Create(new SKImageInfo(isTurned ? height : width, isTurned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Concat(Upright(codec.EncodedOrigin, width, height));
        using var image = SKImage.FromBitmap(bitmap);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var data = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data?.ToArray();
    }

    // Exif 2.3, tag 0112: where the first row and the first column of the stored picture belong.
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    // An empty file says that this photo was tried and cannot be drawn: it is not tried again at every look.
    private static string? Known(string picture) => new FileInfo(picture) is { Exists: true } file ? file.Length == 0 ? "" : picture : null;

    private static async Task<byte[]> Read(IFiles files, string sha256, CancellationToken cancellation)
    {
        await using var source = await files.Open(sha256, cancellation);
        var photo = new byte[source.Length];
        await source.ReadExactlyAsync(photo, cancellation);
        return photo;
    }

    private byte[]? Draw(byte[] photo, string sha256)
    {
        try
        {
            if (Draw(photo) is { } small)
            {
                return small;
            }

            Undrawn(sha256);
            return [];
        }
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException)
        {
            // The native library, or libfontconfig1 that it asks for, is not on this machine: so for all photos, until the program is started anew.
            isMissing = true;
            CannotDraw(fault.GetBaseException().Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Photos are shown in full size: small ones cannot be drawn on this machine (is libfontconfig1 installed?): {Fault}")]
    private partial void CannotDraw(string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The photo {Sha256} is shown in full size: it is too large to be drawn, or cannot be decoded.")]
    private partial void Undrawn(string sha256);
}
