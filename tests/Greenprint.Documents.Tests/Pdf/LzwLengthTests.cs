using Greenprint.Documents.Pdf;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Greenprint.Documents.Tests.Pdf;

public sealed class LzwLengthTests
{
    private static readonly DictionaryToken NoParameters = new(new Dictionary<NameToken, IToken>());

    [Fact]
    public void The_count_is_what_the_stream_unpacks_to() => Gen.Byte[0, 3].Array[1, 6_000].Sample(bytes =>
    {
        var packed = Packed(bytes);

        Assert.False(LzwLength.Exceeds(packed, bytes.Length, growsEarly: true));
        Assert.True(LzwLength.Exceeds(packed, bytes.Length - 1, growsEarly: null));
    }, iter: 60);

    [Fact]
    public void A_small_stream_that_unpacks_to_a_great_deal_is_refused_before_it_is_unpacked()
    {
        var packed = Packed(new byte[3_000_000]);
        var filter = new BoundedFilters(1_000_000).GetNamedFilters([NameToken.LzwDecode])[0];

        Assert.InRange(packed.Length, 1, 20_000);
        Assert.Throws<InvalidDataException>(() => filter.Decode(packed, NoParameters, DefaultFilterProvider.Instance, 0));
    }

    [Fact]
    public void A_stream_is_not_refused_for_what_it_might_have_held()
    {
        var bytes = Enumerable.Range(0, 60_000).Select(i => unchecked((byte)(i * i * 7919 >> 5))).ToArray();
        var packed = Packed(bytes);

        Assert.True(packed.Length * 2731L > 1_000_000);
        Assert.Equal(bytes, new BoundedFilters(1_000_000).GetNamedFilters([NameToken.LzwDecode])[0].Decode(packed, NoParameters, DefaultFilterProvider.Instance, 0).ToArray());
    }

    [Fact]
    public void A_code_that_cannot_stand_where_it_stands_hides_nothing_behind_it()
    {
        // 300 is read as the text before it and its first byte: aa.
        var packed = Bytes([(256, 9), ('a', 9), (300, 9), .. Codes(new byte[3_000_000])]);
        var library = DefaultFilterProvider.Instance.GetNamedFilters([NameToken.LzwDecode])[0];

        Assert.Equal(3_000_003, library.Decode(packed, NoParameters, DefaultFilterProvider.Instance, 0).Length);
        Assert.True(LzwLength.Exceeds(packed, 3_000_002, growsEarly: true));
        Assert.False(LzwLength.Exceeds(packed, 3_000_003, growsEarly: true));
        Assert.Throws<InvalidDataException>(() => new BoundedFilters(1_000_000).GetNamedFilters([NameToken.LzwDecode])[0].Decode(packed, NoParameters, DefaultFilterProvider.Instance, 0));
    }

    [Fact]
    public void Of_bytes_that_are_no_codes_the_count_is_what_the_library_makes_of_them() => Gen.Byte.Array[1, 400].Sample(bytes =>
    {
        var (library, length) = (DefaultFilterProvider.Instance.GetNamedFilters([NameToken.LzwDecode])[0], 0);
        _ = Record.Exception(() => { length = library.Decode(bytes, NoParameters, DefaultFilterProvider.Instance, 0).Length; });   // what it refuses is not held against the count

        Assert.True(length == 0 || !LzwLength.Exceeds(bytes, length, growsEarly: true) && LzwLength.Exceeds(bytes, length - 1, growsEarly: true));
    });

    // As ISO 32000-1, 7.4.4.2 says, codes growing one entry early.
    private static byte[] Packed(byte[] bytes) => Bytes(Codes(bytes));

    private static List<(int Code, int Width)> Codes(byte[] bytes)
    {
        var (codes, table, next) = (new List<(int Code, int Width)> { (256, 9) }, new Dictionary<(int, byte), int>(), 258);
        var current = (int)bytes[0];
        foreach (var one in bytes.Skip(1))
        {
            if (table.TryGetValue((current, one), out var known))
            {
                current = known;
                continue;
            }

            codes.Add((current, Width(next)));
            table[(current, one)] = next++;
            current = one;
            if (next == 4094)
            {
                codes.Add((256, 12));
                (table, next) = (new Dictionary<(int, byte), int>(), 258);
            }
        }

        codes.Add((current, Width(next)));
        codes.Add((257, Width(next + 1)));
        return codes;

        static int Width(int next) => next < 512 ? 9 : next < 1024 ? 10 : next < 2048 ? 11 : 12;
    }

    private static byte[] Bytes(IEnumerable<(int Code, int Width)> codes)
    {
        var bits = codes.SelectMany(code => Enumerable.Range(1, code.Width).Select(i => code.Code >> (code.Width - i) & 1)).ToArray();
        return [.. bits.Chunk(8).Select(chunk => (byte)chunk.Select((bit, i) => bit << (7 - i)).Sum())];
    }
}
