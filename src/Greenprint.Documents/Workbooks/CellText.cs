using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Greenprint.Documents.Workbooks;

/// <summary>Texts and numbers as a spreadsheet keeps them.</summary>
internal static partial class CellText
{
    /// <summary>The most signs that a cell holds.</summary>
    public const int Longest = 32_767;

    private const int DoubleDigits = 15;

    /// <summary>Signs that XML does not carry as <c>_xHHHH_</c>, and what only looks like that escaped itself.</summary>
    public static string Encode(string text)
    {
        var plain = LooksEncoded().Replace(text, "_x005F_");
        if (!plain.AsSpan().ContainsAnyInRange('\0', '\u001F') && !plain.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !plain.AsSpan().ContainsAny('\uFFFE', '\uFFFF'))
        {
            return plain;
        }

        var encoded = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
        {
            var sign = plain[i];
            if (char.IsHighSurrogate(sign) && i + 1 < plain.Length && char.IsLowSurrogate(plain[i + 1]))
            {
                encoded.Append(sign).Append(plain[++i]);
            }
            else if (char.IsSurrogate(sign) || sign is '\uFFFE' or '\uFFFF')
            {
                encoded.Append('\uFFFD');
            }
            else if (sign < ' ' && sign is not ('\t' or '\n'))
            {
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)sign:X4}_");
            }
            else
            {
                encoded.Append(sign);
            }
        }

        return encoded.ToString();
    }

    /// <summary>The text that <see cref="Encode"/> was given.</summary>
    public static string Decode(string text) =>
        text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Encoded().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()) : text;

    /// <summary>True where the sign would begin a formula if a person edited the cell.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠';

    /// <summary>The number in a form that a spreadsheet keeps digit for digit; null where it would not: spreadsheets calculate in binary with fifteen digits.</summary>
    public static string? AsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Digits(number) <= DoubleDigits
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : null;

    /// <summary>
    /// A number of a file as the shortest decimal that means it. Spreadsheets write 20.1 as 20.100000000000001, and what they calculate shows its binary
    /// rounding in the last digits (0.1+0.2 is 0.30000000000000004). They show and take fifteen digits, and these are what a person saw or typed.
    /// </summary>
    public static string? Shortest(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary) || !double.IsFinite(binary))
        {
            return null;
        }

        return decimal.TryParse(binary.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : binary.ToString("G15", CultureInfo.InvariantCulture);
    }

    private static int Digits(decimal number)
    {
        var digits = Math.Abs(number).ToString("0.############################", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        return digits.Length;
    }

    // Looking ahead only: the last line of one may be the first of the next, also of a sign that is going to be escaped.
    [GeneratedRegex(@"_(?=x[0-9A-Fa-f]{4}[_\x00-\x08\x0B-\x1F])")]
    private static partial Regex LooksEncoded();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Encoded();
}
