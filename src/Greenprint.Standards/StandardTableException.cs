namespace Greenprint.Standards;

/// <summary>A file under <c>data/standards</c> contradicts itself or cannot be read: the library refuses to load, so that nobody is judged by half a standard.</summary>
public sealed class StandardTableException : FormatException
{
    /// <summary>Where and why.</summary>
    /// <param name="file">Path below the folder of standards.</param>
    /// <param name="line">Line, from 1; 0 when the file as a whole is at fault.</param>
    /// <param name="reason">What is wrong, for the person who edits the table.</param>
    /// <param name="inner">What the reader said.</param>
    public StandardTableException(string file, int line, string reason, Exception? inner = null)
        : base(line > 0 ? $"{file}: line {line}: {reason}" : $"{file}: {reason}", inner)
    {
        File = file;
        Line = line;
        Reason = reason;
    }

    /// <summary>Path below the folder of standards, with forward slashes.</summary>
    public string File { get; }

    /// <summary>Line from 1, or 0 for the whole file.</summary>
    public int Line { get; }

    /// <summary>What is wrong.</summary>
    public string Reason { get; }
}
