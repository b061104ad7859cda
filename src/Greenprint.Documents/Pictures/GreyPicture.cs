using System.Text;

namespace Greenprint.Documents.Pictures;

/// <summary>A picture in grey, a byte a point, 0 is black.</summary>
internal sealed class GreyPicture(int width, int height)
{
    private const byte Dark = 150;
    private const byte White = 255;

    public int Width => width;

    public int Height => height;

    public byte[] Points { get; } = new byte[width * height];

    /// <summary>An empty, white picture.</summary>
    public static GreyPicture Blank(int width, int height)
    {
        var picture = new GreyPicture(width, height);
        picture.Points.AsSpan().Fill(White);
        return picture;
    }

    public bool IsDark(int x, int y) => Points[y * width + x] < Dark;

    /// <summary>Copies a part of another picture to a place in this one.</summary>
    public void Paste(GreyPicture from, int left, int top, int right, int bottom, int toX, int toY)
    {
        for (var y = top; y < bottom; y++)
        {
            from.Points.AsSpan(y * from.Width + left, right - left).CopyTo(Points.AsSpan((toY + y - top) * width + toX));
        }
    }

    /// <summary>Whitens a part.</summary>
    public void Erase(int left, int top, int right, int bottom)
    {
        for (var y = Math.Max(0, top); y < Math.Min(height, bottom); y++)
        {
            Points.AsSpan(y * width + Math.Max(0, left), Math.Max(0, Math.Min(width, right) - Math.Max(0, left))).Fill(White);
        }
    }

    /// <summary>The smallest part that holds all dark points of a part, or null where there are too few for a sign.</summary>
    public (int Left, int Top, int Right, int Bottom)? Ink(int left, int top, int right, int bottom)
    {
        int minX = right, minY = bottom, maxX = left, maxY = top, count = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (IsDark(x, y))
                {
                    count++;
                    (minX, maxX, minY, maxY) = (Math.Min(minX, x), Math.Max(maxX, x), Math.Min(minY, y), Math.Max(maxY, y));
                }
            }
        }

        return count < 12 ? null : (minX, minY, maxX + 1, maxY + 1);
    }

    /// <summary>Reads a portable grey map (P5), the plainest format there is.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static GreyPicture Read(Stream file)
    {
        if (Word(file) != "P5" || !int.TryParse(Word(file), out var width) || !int.TryParse(Word(file), out var height) || Word(file) != "255" || width < 1 || height < 1 || (long)width * height > 64_000_000)
        {
            throw new InvalidDataException("Not a grey map.");
        }

        var picture = new GreyPicture(width, height);
        file.ReadExactly(picture.Points);
        return picture;
    }

    /// <summary>Writes a portable grey map.</summary>
    public void Write(Stream file)
    {
        file.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{width} {height}\n255\n")));
        file.Write(Points);
    }

    private static string Word(Stream file)
    {
        var word = new StringBuilder();
        for (int c; (c = file.ReadByte()) >= 0 && word.Length < 12;)
        {
            if (!char.IsWhiteSpace((char)c))
            {
                word.Append((char)c);
            }
            else if (word.Length > 0)
            {
                break;
            }
        }

        return word.ToString();
    }
}
