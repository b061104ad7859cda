using System.CommandLine;

namespace Greenprint.Platform;

/// <summary>Options that every verb understands; the root command carries them.</summary>
public static class CommonOptions
{
    /// <summary>The store's folder.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "The folder of the store (default ./.greenprint).",
        DefaultValueFactory = _ => ".greenprint",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>A file that holds a PostgreSQL connection string.</summary>
    public static Option<string?> DatabaseFile { get; } = new("--database-file")
    {
        Description = "Use PostgreSQL: a file (mode 0600) that holds the connection string. Or set GREENPRINT_DATABASE.",
        HelpName = "PATH",
        Recursive = true,
    };

    /// <summary>The day to take as today.</summary>
    public static Option<DateOnly?> Today { get; } = new("--today")
    {
        Description = "Take this day as today (yyyy-MM-dd), for tests, pictures and rehearsals.",
        HelpName = "DATE",
        Recursive = true,
    };

    /// <summary>Language of messages.</summary>
    public static Option<string?> Language { get; } = new("--lang")
    {
        Description = "Language of messages: zh or en (default: by LANG, else zh).",
        HelpName = "zh|en",
        Recursive = true,
    };
}
