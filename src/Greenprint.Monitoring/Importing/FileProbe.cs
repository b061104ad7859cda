using System.Security.Cryptography;
using System.Text;

namespace Greenprint.Monitoring;

/// <summary>What is known of a file after one look at its bytes: that it is text, in which encoding, whole or cut off, and its digest.</summary>
/// <param name="Encoding">UTF-8 or GB 18030.</param>
/// <param name="EndsWithNewline">False when the last line has no end: it may be cut off.</param>
/// <param name="Digest"><c>sha256:…</c> over the bytes.</param>
internal sealed record FileProbe(Encoding Encoding, bool EndsWithNewline, string Digest)
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ImportRefusal">The file is empty, no text, or in another encoding.</exception>
    public static FileProbe Of(ImportFile file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (utf8, gb18030) = (new Validator(Utf8), new Validator(Gb18030));
        var buffer = new byte[1 << 16];
        var (first, last) = (true, (byte)0);
        using var stream = Open(file);
        while (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is var count and > 0)
        {
            var block = buffer.AsSpan(0, count);
            if (first && KindOf(block) is { } kind)
            {
                throw new ImportRefusal(MonitoringFindings.NotText(file.Name, kind));
            }

            if (block.Contains((byte)0))
            {
                throw new ImportRefusal(MonitoringFindings.NotText(file.Name, "NUL"));
            }

            hash.AppendData(block);
            utf8.Add(block);
            if (!utf8.Holds)
            {
                CatchUp(file, gb18030);
            }

            (first, last) = (false, block[^1]);
        }

        if (first)
        {
            throw new ImportRefusal(MonitoringFindings.EmptyFile(file.Name));
        }

        utf8.End();
        if (!utf8.Holds)
        {
            CatchUp(file, gb18030);
        }

        var encoding = utf8.Holds ? Utf8 : gb18030.Holds ? Gb18030 : throw new ImportRefusal(MonitoringFindings.UnknownEncoding(file.Name));
        return new FileProbe(encoding, last is (byte)'\n' or (byte)'\r', "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <exception cref="ImportRefusal">The file is not there, or may not be read.</exception>
    public static Stream Open(ImportFile file)
    {
        try
        {
            return file.Open();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImportRefusal(MonitoringFindings.Unreadable(file.Name, fault.Message));
        }
    }

    // The other encoding is tried once, over the whole file, when the first one has failed.
    private static void CatchUp(ImportFile file, Validator gb18030)
    {
        if (gb18030.Begun)
        {
            return;
        }

        var buffer = new byte[1 << 16];
        using var stream = Open(file);
        while (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is var count and > 0 && gb18030.Holds)
        {
            gb18030.Add(buffer.AsSpan(0, count));
        }

        gb18030.End();
    }

    private static string? KindOf(ReadOnlySpan<byte> block) =>
        block.StartsWith("%PDF"u8) ? "PDF"
        : block.StartsWith("PK\u0003\u0004"u8) ? "XLSX, DOCX, ZIP"
        : block.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "XLS, DOC"
        : block.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || block.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "UTF-16"
        : block.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "GZIP"
        : null;

    private sealed class Validator(Encoding encoding)
    {
        private readonly Decoder decoder = encoding.GetDecoder();
        private readonly char[] characters = new char[encoding.GetMaxCharCount(1 << 16)];

        public bool Holds { get; private set; } = true;

        public bool Begun { get; private set; }

        public void Add(ReadOnlySpan<byte> block) => Decode(block, flush: false);

        public void End() => Decode([], flush: true);

        private void Decode(ReadOnlySpan<byte> block, bool flush)
        {
            Begun = true;
            if (!Holds)
            {
                return;
            }

            try
            {
                _ = decoder.GetChars(block, characters, flush);
            }
            catch (DecoderFallbackException)
            {
                Holds = false;
            }
        }
    }
}
