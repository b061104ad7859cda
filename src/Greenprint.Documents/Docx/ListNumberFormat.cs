using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Docx;

/// <summary>Writes a list number in the formats that Chinese documents use (ISO/IEC 29500-1, 17.18.59).</summary>
internal static class ListNumberFormat
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Write(int number, NumberFormatValues format)
    {
        if (format == NumberFormatValues.ChineseCounting || format == NumberFormatValues.ChineseCountingThousand
            || format == NumberFormatValues.JapaneseCounting || format == NumberFormatValues.TaiwaneseCounting
            || format == NumberFormatValues.TaiwaneseCountingThousand || format == NumberFormatValues.KoreanCounting)
        {
            return Counted(number);
        }

        if (format == NumberFormatValues.IdeographDigital || format == NumberFormatValues.JapaneseDigitalTenThousand
            || format == NumberFormatValues.TaiwaneseDigital || format == NumberFormatValues.KoreanDigital2)
        {
            return Replace(number, Digits);
        }

        if (format == NumberFormatValues.ChineseLegalSimplified || format == NumberFormatValues.IdeographLegalTraditional
            || format == NumberFormatValues.JapaneseLegal)
        {
            return Legal(number);
        }

        if (format == NumberFormatValues.DecimalFullWidth || format == NumberFormatValues.DecimalFullWidth2)
        {
            return Replace(number, "０１２３４５６７８９");
        }

        if (format == NumberFormatValues.DecimalZero)
        {
            return number.ToString("00", CultureInfo.InvariantCulture);
        }

        if (format == NumberFormatValues.DecimalEnclosedCircle || format == NumberFormatValues.DecimalEnclosedCircleChinese)
        {
            return number is >= 1 and <= 20 ? ((char)('①' + number - 1)).ToString() : Decimal(number);
        }

        if (format == NumberFormatValues.UpperRoman || format == NumberFormatValues.LowerRoman)
        {
            return Roman(number, format == NumberFormatValues.UpperRoman);
        }

        if (format == NumberFormatValues.UpperLetter || format == NumberFormatValues.LowerLetter)
        {
            return Letter(number, format == NumberFormatValues.UpperLetter ? 'A' : 'a');
        }

        return format == NumberFormatValues.None ? "" : Decimal(number);
    }

    /// <summary>一, 十, 十一, 二十, 一百零三: 一 before 十 only inside a larger number.</summary>
    internal static string Counted(int number)
    {
        if (number is <= 0 or > 9999)
        {
            return number == 0 ? "〇" : Decimal(number);
        }

        ReadOnlySpan<(int Value, string Name)> places = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];
        var text = new StringBuilder();
        var gap = false;
        foreach (var (value, name) in places)
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            if (gap)
            {
                text.Append('零');
                gap = false;
            }

            if (!(digit == 1 && value == 10 && text.Length == 0))
            {
                text.Append(Digits[digit]);
            }

            text.Append(name);
        }

        return text.ToString();
    }

    private static string Legal(int number)
    {
        var text = new StringBuilder(Counted(number));
        foreach (var (plain, legal) in "一二三四五六七八九十百千".Zip("壹贰叁肆伍陆柒捌玖拾佰仟"))
        {
            text.Replace(plain, legal);
        }

        return text.ToString();
    }

    private static string Replace(int number, string digits) => string.Concat(Decimal(number).Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));

    private static string Letter(int number, char first) =>
        number <= 0 ? Decimal(number) : new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Roman(int number, bool upper)
    {
        if (number is <= 0 or >= 4000)
        {
            return Decimal(number);
        }

        ReadOnlySpan<(int Value, string Name)> steps =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var text = new StringBuilder();
        foreach (var (value, name) in steps)
        {
            for (; number >= value; number -= value)
            {
                text.Append(name);
            }
        }

        return upper ? text.ToString() : text.ToString().ToLower(CultureInfo.InvariantCulture);
    }

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);
}
