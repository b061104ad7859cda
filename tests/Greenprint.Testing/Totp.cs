using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Greenprint.Testing;

/// <summary>An authenticator, written from RFC 6238 and RFC 4648 and not from the program's own.</summary>
public static class Totp
{
    /// <summary>The code of the secret now, or some half minutes from now.</summary>
    public static string Code(string secret, int steps = 0)
    {
#pragma warning disable RS0030, CA5350 // the authenticator's clock is the real one; the algorithm is the standard's
        var counter = (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps;
        var message = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, counter);
        var hash = HMACSHA1.HashData(Bytes(secret), message);
#pragma warning restore RS0030, CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Replace(" ", "", StringComparison.Ordinal).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
