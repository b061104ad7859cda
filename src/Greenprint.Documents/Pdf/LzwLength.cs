namespace Greenprint.Documents.Pdf;

/// <summary>Counts what an LZW stream unpacks to without unpacking it (ISO 32000-1, 7.4.4): of every entry of the table only its length is kept.</summary>
internal static class LzwLength
{
    private const int Clear = 256;
    private const int End = 257;
    private const int FirstFree = 258;
    private const int TableSize = 4096;

    /// <summary>True where the stream unpacks to more than the limit.</summary>
    /// <param name="packed">The stream.</param>
    /// <param name="limit">Bytes.</param>
    /// <param name="growsEarly">Whether its codes grow one entry early, as most writers do; null where that is not known, and neither reading may be too long.</param>
    public static bool Exceeds(ReadOnlySpan<byte> packed, long limit, bool? growsEarly) =>
        growsEarly != false && Exceeds(packed, limit, early: 1) || growsEarly != true && Exceeds(packed, limit, early: 0);

    private static bool Exceeds(ReadOnlySpan<byte> packed, long limit, int early)
    {
        var lengths = new int[TableSize];
        lengths.AsSpan(0, Clear).Fill(1);
        var (next, previous, last, total, bit) = (FirstFree, -1, 0, 0L, 0L);
        while (true)
        {
            var width = next + early < 512 ? 9 : next + early < 1024 ? 10 : next + early < 2048 ? 11 : 12;
            if (bit + width > packed.Length * 8L)
            {
                return false;
            }

            var code = Code(packed, bit, width);
            bit += width;
            switch (code)
            {
                case Clear:
                    (next, previous) = (FirstFree, -1);
                    continue;
                case End:
                    return false;
            }

            if (code >= next && previous < 0)
            {
                return false;   // damaged from here on: the library gives up too
            }

            // A code that is not in the table yet, whichever it is, is to the library the text before it and one byte more; and it goes on.
            var length = code < next ? lengths[code] : last + 1;
            if (previous >= 0 && next < TableSize)
            {
                lengths[next++] = last + 1;
            }

            total += length;
            (previous, last) = (code, length);
            if (total > limit)
            {
                return true;
            }
        }
    }

    private static int Code(ReadOnlySpan<byte> packed, long bit, int width)
    {
        var code = 0;
        for (var i = bit; i < bit + width; i++)
        {
            code = code << 1 | packed[(int)(i >> 3)] >> (int)(7 - (i & 7)) & 1;
        }

        return code;
    }
}
