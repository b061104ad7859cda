using System.Globalization;
using System.IO.Compression;
using System.Text;
using Greenprint.Documents.Pictures;

namespace Greenprint.Documents.Tests.Pdf;

/// <summary>A PDF made in a test, sign by sign and line by line; positions are points from the upper left corner.</summary>
internal sealed class Paper
{
    public const double Width = 595;
    public const double Height = 842;

    private readonly List<(StringBuilder Content, string Attributes, GreyPicture? Picture)> pages = [];

    /// <summary>Extra entries of the trailer, for example <c>/Encrypt</c>.</summary>
    public string Trailer { get; set; } = "";

    /// <summary>Begins a page.</summary>
    public Paper Page(string attributes = "")
    {
        pages.Add((new StringBuilder(), attributes, null));
        return this;
    }

    /// <summary>Writes a text on one line: a Chinese sign is as wide as its size, a Latin one half of it.</summary>
    public Paper Text(double x, double y, string text, double size = 12, string matrix = "1 0 0 1", bool isBold = false)
    {
        var hex = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
        return Raw(FormattableString.Invariant($"BT /{(isBold ? "F2" : "F1")} {size} Tf {matrix} {x} {Height - y} Tm <{hex}> Tj ET"));
    }

    /// <summary>A ruling line.</summary>
    public Paper Line(double x1, double y1, double x2, double y2) =>
        Raw(FormattableString.Invariant($"0.5 w {x1} {Height - y1} m {x2} {Height - y2} l S"));

    /// <summary>Operators of a page's content as they are.</summary>
    public Paper Raw(string operators)
    {
        pages[^1].Content.Append(operators).Append('\n');
        return this;
    }

    /// <summary>A picture over the whole page, which takes its shape; a black point where none is given.</summary>
    public Paper Picture(GreyPicture? picture = null)
    {
        picture ??= new GreyPicture(1, 1);
        var (width, height) = picture.Width == 1 ? (Width, Height) : (picture.Width * 0.36, picture.Height * 0.36);
        var (content, _, _) = pages[^1];
        pages[^1] = (content, FormattableString.Invariant($"/MediaBox[0 0 {width} {height}]"), picture);
        return Raw(FormattableString.Invariant($"q {width} 0 0 {height} 0 0 cm /Im Do Q"));
    }

    /// <summary>A picture on the page, as wide as given.</summary>
    public Paper Inset(GreyPicture picture, double x, double y, double width)
    {
        var (content, attributes, _) = pages[^1];
        pages[^1] = (content, attributes, picture);
        var height = width * picture.Height / picture.Width;
        return Raw(FormattableString.Invariant($"q {width} 0 0 {height} {x} {Height - y - height} cm /Im Do Q"));
    }

    /// <summary>Lines of text as a page sets them: the first indented by two signs, full lines to the right edge.</summary>
    /// <returns>The baseline of the next line.</returns>
    public double Paragraph(double y, string text, double size = 12, double left = 90, int signs = 34, int indent = 2, double step = 20)
    {
        var at = 0;
        for (var line = 0; at < text.Length; line++, y += step)
        {
            var room = line == 0 ? signs - indent : signs;
            var piece = text.Substring(at, Math.Min(room, text.Length - at));
            Text(left + (line == 0 ? indent * size : 0), y, piece, size);
            at += piece.Length;
        }

        return y;
    }

    /// <summary>Prints a table and returns the height below it.</summary>
    /// <param name="y">Upper edge.</param>
    /// <param name="widths">Widths of the columns.</param>
    /// <param name="rows">Cells; a line feed inside a cell begins a line; null belongs to the cell above.</param>
    /// <param name="rulings">Which lines are drawn.</param>
    /// <param name="left">Left edge.</param>
    public double Table(double y, double[] widths, string?[][] rows, Rulings rulings = Rulings.All, double left = 70)
    {
        const double Size = 10.5;
        const double Step = 15;
        var edges = widths.Aggregate(new List<double> { left }, (all, width) => [.. all, all[^1] + width]);
        var top = y;
        var tops = new List<double> { y };
        foreach (var row in rows)
        {
            var lines = row.Max(cell => cell?.Split('\n').Length ?? 1);
            var height = lines * Step + 8;
            for (var column = 0; column < row.Length; column++)
            {
                var cell = (row[column] ?? "").Split('\n');
                var first = y + (height - cell.Length * Step) / 2 + 11.5;
                for (var i = 0; i < cell.Length; i++)
                {
                    var wide = cell[i].Sum(c => c >= '\u2E80' ? Size : Size / 2);
                    Text(edges[column] + (widths[column] - wide) / 2, first + i * Step, cell[i], Size);
                }
            }

            y += height;
            tops.Add(y);
        }

        for (var i = 0; i < tops.Count; i++)
        {
            var isOuter = i == 0 || i == tops.Count - 1;
            if (rulings is Rulings.All or Rulings.Level || isOuter && rulings != Rulings.None || i == 1 && rulings != Rulings.None)
            {
                for (var column = 0; column < widths.Length; column++)
                {
                    if (isOuter || rows[i].Length <= column || rows[i][column] is not null)
                    {
                        Line(edges[column], tops[i], edges[column + 1], tops[i]);
                    }
                }
            }
        }

        if (rulings is Rulings.All or Rulings.Upright)
        {
            foreach (var edge in edges)
            {
                Line(edge, top, edge, y);
            }
        }

        return y;
    }

    public byte[] Build()
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        Write(file, "%PDF-1.7\n");
        var kids = string.Join(' ', pages.Select((_, i) => $"{10 + 3 * i} 0 R"));
        Add(1, "<</Type/Catalog/Pages 2 0 R>>");
        Add(2, $"<</Type/Pages/Count {pages.Count}/Kids[{kids}]>>");
        Add(3, Font("STSong-Light"));
        Add(4, Font("STHeiti-Regular"));
        Add(5, "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
        Add(6, "null");
        Add(7, "null");
        Add(8, "null");
        Add(9, "null");
        for (var i = 0; i < pages.Count; i++)
        {
            var (content, attributes, picture) = pages[i];
            var box = attributes.Contains("MediaBox", StringComparison.Ordinal) ? "" : FormattableString.Invariant($"/MediaBox[0 0 {Width} {Height}]");
            Add(10 + 3 * i, $"<</Type/Page/Parent 2 0 R{box}{attributes}/Contents {11 + 3 * i} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>{(picture is null ? "" : $"/XObject<</Im {12 + 3 * i} 0 R>>")}>>>>");
            AddStream(11 + 3 * i, "", Encoding.Latin1.GetBytes(content.ToString()));
            AddStream(12 + 3 * i, picture is null ? "" : $"/Type/XObject/Subtype/Image/Width {picture.Width}/Height {picture.Height}/BitsPerComponent 8/ColorSpace/DeviceGray", picture?.Points ?? []);
        }

        var xref = file.Position;
        Write(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Write(file, $"trailer<</Size {offsets.Count + 1}/Root 1 0 R{Trailer}>>\nstartxref\n{xref}\n%%EOF");
        return file.ToArray();

        void Add(int number, string body)
        {
            offsets.Add(file.Position);
            Write(file, $"{number} 0 obj\n{body}\nendobj\n");
        }

        void AddStream(int number, string attributes, byte[] bytes)
        {
            var packed = Pack(bytes);
            offsets.Add(file.Position);
            Write(file, $"{number} 0 obj\n<<{attributes}/Length {packed.Length}/Filter/FlateDecode>>stream\n");
            file.Write(packed);
            Write(file, "\nendstream\nendobj\n");
        }
    }

    public DocumentReading Read(string name = "plan.pdf", DocumentLimits? limits = null) => DocumentReader.Read(new MemoryStream(Build()), name, limits);

    public IReadOnlyList<Block> Blocks() => Read().Document!.Blocks;

    /// <summary>The texts of the blocks that are no tables.</summary>
    public string[] Texts() => [.. Blocks().OfType<TextBlock>().Select(block => block.Text)];

    /// <summary>The only table, cells parted by |, merged ones as ^.</summary>
    public string[] Rows() => Rows(Assert.IsType<TableBlock>(Assert.Single(Blocks(), block => block is TableBlock)));

    public static string[] Rows(TableBlock table) =>
        [.. table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.ContinuesAbove ? "^" : cell.Text.Replace('\n', '/'))))];

    // A font that is not embedded, by the names of Chinese type that every reader knows; Latin signs are half as wide.
    private static string Font(string name) =>
        $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>]>>";

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}

/// <summary>Which lines of a table are drawn.</summary>
internal enum Rulings
{
    All,

    /// <summary>Between the rows, none between columns.</summary>
    Level,

    /// <summary>Between the columns, and above, below and under the head.</summary>
    Upright,

    /// <summary>Above, below and under the head (三线表).</summary>
    Three,

    None,
}
