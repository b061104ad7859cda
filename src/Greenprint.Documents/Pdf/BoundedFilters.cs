using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Greenprint.Documents.Pdf;

/// <summary>
/// The filters of the library, with a limit to what one stream may unpack to. Its size is counted while it is unpacked,
/// before the library holds it in memory: what a file says of itself is not believed.
/// </summary>
internal sealed class BoundedFilters(long limit) : IFilterProvider
{
    private static readonly IFilterProvider Library = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(Library.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(Library.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(Library.GetAllFilters());

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Bounded(filter, limit))];

    private sealed class Bounded(IFilter filter, long limit) : IFilter
    {
        // No byte of deflate stands for more than 1032 (RFC 1951), none of LZW for more than 4096 in one and a half, none of run lengths for more than 64; ASCII for one.
        private const long MostDeflate = 1032;
        private const long MostLzw = 2731;
        private const long MostRunLength = 64;
        private const long MostOther = 4;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            // Deflate and LZW are counted; of the others, which good files hardly use, the most that the input could stand for must fit.
            var most = filter switch { FlateFilter => MostDeflate, LzwFilter => MostLzw, RunLengthFilter => MostRunLength, _ => MostOther };
            if (input.Length * most > limit && filter switch { FlateFilter => IsLarger(input), LzwFilter => LzwLength.Exceeds(input.Span, limit, GrowsEarly(streamDictionary)), _ => true })
            {
                throw new InvalidDataException("A stream unpacks to more than allowed.");
            }

            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        // Read by the wrong one of its two rules, a good stream seems to unpack to a thousand times as much. Both are tried only where the rule lies
        // elsewhere in the file, or in a list, of which the library may see another place than we.
        private static bool? GrowsEarly(DictionaryToken stream)
        {
            if (!stream.TryGet(NameToken.DecodeParms, out var parameters) && !stream.TryGet(NameToken.Dp, out parameters))
            {
                return true;
            }

            return parameters switch
            {
                DictionaryToken own => OfOne(own),
                ArrayToken list when list.Data.All(one => one is NullToken || one is DictionaryToken of && OfOne(of) == true) => true,
                _ => null,
            };

            static bool? OfOne(DictionaryToken one) => !one.TryGet(NameToken.EarlyChange, out var early) ? true : early is NumericToken number ? number.Int == 1 : null;
        }

        private bool IsLarger(Memory<byte> input)
        {
            try
            {
                // The library skips the two bytes of the head whatever they say, and so does the count.
                using var packed = new MemoryStream(input.ToArray()) { Position = Math.Min(2, input.Length) };
                using var unpacked = new DeflateStream(packed, CompressionMode.Decompress);
                var buffer = new byte[81920];
                long total = 0;
                for (int read; (read = unpacked.Read(buffer)) > 0;)
                {
                    total += read;
                    if (total > limit)
                    {
                        return true;
                    }
                }
            }
            catch (InvalidDataException)
            {
                // Damaged: the library decides what it can still make of it.
            }

            return false;
        }
    }
}
