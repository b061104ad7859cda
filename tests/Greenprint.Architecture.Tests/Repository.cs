using System.Text.RegularExpressions;

namespace Greenprint.Architecture.Tests;

/// <summary>The files of this repository, as git would see them.</summary>
internal static partial class Repository
{
    private static readonly HashSet<string> NotOurs = ["artifacts", "node_modules", ".git", "bin", "obj", ".greenprint", "dist", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Files(string below = "", string pattern = "*") => Walk(Path.Combine(Root, below), pattern);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>Codes of findings as the code writes them: <c>new("SRV-001", …)</c>.</summary>
    [GeneratedRegex("\"((?:QTY|DOC|PLT|PLN|MON|IND|STD|PLF|POR|SRV|DLV|HLT)-[0-9]{3})\"")]
    public static partial Regex FindingCode();

    private static IEnumerable<string> Walk(string folder, string pattern) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, pattern),
        .. Directory.EnumerateDirectories(folder).Where(sub => !NotOurs.Contains(Path.GetFileName(sub))).SelectMany(sub => Walk(sub, pattern)),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Greenprint.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
