using System.Globalization;

namespace Greenprint.PlanText.Numbering;

/// <summary>Numbers as official texts write them: 十二, 二十, 二〇二五, 12, １２.</summary>
internal static class ChineseNumber
{
    /// <summary>Characters that may stand in a number, for patterns.</summary>
    public const string Characters = "一二三四五六七八九十百零〇○两廿壹贰叁肆伍陆柒捌玖拾";

    private static readonly Dictionary<char, int> Digits = new()
    {
        ['零'] = 0,
        ['〇'] = 0,
        ['○'] = 0,
        ['一'] = 1,
        ['二'] = 2,
        ['两'] = 2,
        ['三'] = 3,
        ['四'] = 4,
        ['五'] = 5,
        ['六'] = 6,
        ['七'] = 7,
        ['八'] = 8,
        ['九'] = 9,
        ['壹'] = 1,
        ['贰'] = 2,
        ['叁'] = 3,
        ['肆'] = 4,
        ['伍'] = 5,
        ['陆'] = 6,
        ['柒'] = 7,
        ['捌'] = 8,
        ['玖'] = 9,
    };

    /// <summary>The number, or null where the text is none.</summary>
    public static int? Read(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text.All(c => char.IsAsciiDigit(c) || c is >= '０' and <= '９'))
        {
            var ascii = string.Concat(text.Select(c => c > '9' ? (char)(c - '０' + '0') : c));
            return int.TryParse(ascii, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        return text.Any(IsPlace) ? Counted(text) : Spelled(text);
    }

    private static bool IsPlace(char c) => c is '十' or '百' or '拾' or '廿';

    // 二〇二五: digit by digit.
    private static int? Spelled(string text)
    {
        if (text.Length > 4)
        {
            return null;
        }

        var number = 0;
        foreach (var c in text)
        {
            if (!Digits.TryGetValue(c, out var digit))
            {
                return null;
            }

            number = number * 10 + digit;
        }

        return number;
    }

    // 一百零三, 十二, 二十, 廿一.
    private static int? Counted(string text)
    {
        int total = 0, digit = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '百':
                    total += (digit == 0 ? 1 : digit) * 100;
                    digit = 0;
                    break;
                case '十' or '拾':
                    total += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                    break;
                case '廿':
                    total += 20;
                    break;
                default:
                    if (!Digits.TryGetValue(c, out digit))
                    {
                        return null;
                    }

                    break;
            }
        }

        return total + digit;
    }
}
