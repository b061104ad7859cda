using System.Globalization;

namespace Greenprint.Documents.Pictures;

/// <summary>A word that tesseract read, in points of the picture.</summary>
internal readonly record struct RecognisedWord(long Line, int Left, int Top, int Width, int Height, double Confidence, string Text);

/// <summary>Runs tesseract over a picture and reads its table of words (TSV).</summary>
internal static class RecognisedText
{
    public const string Chinese = "chi_sim";
    public const string Numbers = "eng";

    // A page of dense text takes some seconds; what takes longer is no text.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private const int WordLevel = 5;
    private const double LeastConfidence = 20;

    /// <summary>The words, or null where tesseract failed.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="folder">A folder of the caller's for the file in between.</param>
    /// <param name="layout">How tesseract shall take the page apart: 6 one block of lines, 3 a page of unknown order.</param>
    /// <param name="language">The model: chi_sim, or eng for numbers that it does not see.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static List<RecognisedWord>? Read(GreyPicture picture, string folder, int layout, string language, CancellationToken cancel)
    {
        var file = Path.Combine(folder, "part.pgm");
        using (var stream = File.Create(file))
        {
            picture.Write(stream);
        }

        string[] arguments = [file, "stdout", "-l", language, "--psm", layout.ToString(CultureInfo.InvariantCulture), "--dpi", "300", "-c", "preserve_interword_spaces=1", "tsv"];
        return ReadingTools.Run("tesseract", arguments, Longest, cancel) is { } table ? Words(table) : null;
    }

    private static List<RecognisedWord> Words(string table)
    {
        var words = new List<RecognisedWord>();
        foreach (var cells in table.Split('\n').Skip(1).Select(line => line.TrimEnd('\r').Split('\t')).Where(cells => cells.Length >= 12))
        {
            var numbers = cells[..10].Select(cell => int.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
            var text = string.Concat(cells[11].Where(c => !char.IsWhiteSpace(c)));
            if (numbers[0] == WordLevel && text.Length > 0 && double.TryParse(cells[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence) && confidence >= LeastConfidence)
            {
                words.Add(new RecognisedWord((numbers[2] * 1000L + numbers[3]) * 1000 + numbers[4], numbers[6], numbers[7], numbers[8], numbers[9], confidence, text));
            }
        }

        return words;
    }
}
