using System.Globalization;

namespace Greenprint.Standards.Checks;

/// <summary>What a cell of a table of measurements holds.</summary>
public enum CellKind
{
    /// <summary>Nothing, or one of the signs by which sources say that there is nothing.</summary>
    Missing,

    /// <summary>A number of zero or more.</summary>
    Number,

    /// <summary>A number below zero.</summary>
    Negative,

    /// <summary><c>&lt;0.02</c>, <c>0.02L</c>, <c>未检出</c>.</summary>
    BelowDetection,

    /// <summary>Something else: text, a number with a comma or a unit.</summary>
    Text,
}

/// <summary>Reads one cell exactly, without allocation: a number is digits and a power of ten, never a binary fraction.</summary>
public readonly ref struct TableCell
{
    /// <summary>Beyond every concentration in every unit; what is larger is never multiplied, so that no number of a file can overflow.</summary>
    public const decimal Reach = 1_000_000_000_000m;

    private const int FastDigits = 18;   // as many as a long surely holds

    private static readonly long[] Tens =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000,
        10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    private readonly ReadOnlySpan<char> text;
    private readonly long digits;
    private readonly int places;

    private TableCell(CellKind kind, ReadOnlySpan<char> text, long digits = 0, int places = -1)
    {
        Kind = kind;
        this.text = text;
        this.digits = digits;
        this.places = places;
    }

    /// <summary>What it holds.</summary>
    public CellKind Kind { get; }

    /// <summary>Reads a cell.</summary>
    public static TableCell Read(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        var (digits, count, places) = (0L, 0, -1);
        foreach (var sign in text)
        {
            if (char.IsAsciiDigit(sign) && count < FastDigits)
            {
                digits = (digits * 10) + (sign - '0');
                count++;
                places += places >= 0 ? 1 : 0;
            }
            else if (sign == '.' && places < 0)
            {
                places = 0;
            }
            else
            {
                return Slow(text);
            }
        }

        return count > 0 ? new(CellKind.Number, text, digits, Math.Max(places, 0)) : Slow(text);
    }

    /// <summary>The number times a power of ten, exactly. Only for a number, or a number below zero.</summary>
    public decimal Value(int shift = 0)
    {
        var value = places >= 0 ? new decimal(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, false, (byte)places)
            : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return shift >= 0 ? value * Tens[shift] : value / Tens[-shift];
    }

    /// <summary>About the number, for statistics that only ask how large values are.</summary>
    public double Magnitude(int shift = 0) => places >= 0 && shift == 0 ? (double)digits / Tens[places] : (double)Value(shift);

    /// <summary>The number times a power of ten as a whole number of 10⁻⁹, exactly.</summary>
    /// <returns>False when it has more than nine places, or is too large (perhaps beyond <see cref="Reach"/>).</returns>
    public bool TryScaled(int shift, out long scaled)
    {
        const int Places = 9;
        var raise = Places - places + shift;
        if (places >= 0 && raise is >= 0 and <= FastDigits && digits <= long.MaxValue / Tens[raise])
        {
            scaled = digits * Tens[raise];
            return true;
        }

        if (Value() > Reach)
        {
            scaled = 0;
            return false;
        }

        // Zeros at the end are not places: 12.3400000000.
        var exact = Value(shift) * 1_000_000_000m;
        var fits = exact <= long.MaxValue && exact == decimal.Truncate(exact);
        scaled = fits ? (long)exact : 0;
        return fits;
    }

    /// <summary>How sources write that there is no value. An empty cell is one of them; a zero is not.</summary>
    public static bool IsMissing(ReadOnlySpan<char> text) =>
        text is "" or "-" or "--" or "—" or "——" or "*" or "/" or "NA" or "NaN" or "nan" or "N/A" or "NULL" or "null";

    private static TableCell Slow(ReadOnlySpan<char> text)
    {
        if (IsMissing(text))
        {
            return new(CellKind.Missing, text);
        }

        if (text is "未检出" or "ND" or "nd" || text[0] is '<' or '＜' || text[^1] is 'L' or 'l')
        {
            return new(Quantities.MeasuredValue.TryParse(text.ToString(), out _) ? CellKind.BelowDetection : CellKind.Text, text);
        }

        // 1e-05 is how programs write a small number; more digits than fit above are read as a decimal.
        const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !decimal.TryParse(text, Written, CultureInfo.InvariantCulture, out var number) ? new(CellKind.Text, text)
            : number < 0 ? new(CellKind.Negative, text)
            : new(CellKind.Number, text);
    }
}
