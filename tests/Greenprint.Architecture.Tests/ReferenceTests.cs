using System.CommandLine;
using System.Globalization;
using System.Text;
using Greenprint.Server.CommandLine;
using Greenprint.Ui;

namespace Greenprint.Architecture.Tests;

/// <summary>The reference pages that are written from the code. <c>GREENPRINT_WRITE_DOCS=1</c> writes them anew.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_page_of_the_command_line_is_what_the_program_understands()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.English;
        var page = new StringBuilder("# The command line\n\nWritten from the code (`GREENPRINT_WRITE_DOCS=1 ./test.sh Architecture`). Exit code 0 done, 1 refused (the reason on standard error), 2 wrong usage.\n");
        var root = Verbs.Root();
        page.Append("\n## Options of every verb\n\n");
        Options(page, root.Options);
        foreach (var verb in root.Subcommands.OrderBy(verb => verb.Name, StringComparer.Ordinal))
        {
            Verb(page, verb, "greenprint");
        }

        Check("docs/cli.md", page.ToString());
    }

    [Fact]
    public void Every_verb_shows_an_example()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.English;
        Assert.Empty(Leaves(Verbs.Root()).Where(verb => verb.Description?.Contains("greenprint ", StringComparison.Ordinal) != true).Select(verb => verb.Name));
    }

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static void Verb(StringBuilder page, Command verb, string before)
    {
        var name = $"{before} {verb.Name}";
        page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{verb.Description}\n");
        if (verb.Arguments.Count + verb.Options.Count(option => !option.Hidden) > 0)
        {
            page.Append('\n');
            foreach (var argument in verb.Arguments)
            {
                page.Append(CultureInfo.InvariantCulture, $"- `<{argument.Name}>` {argument.Description}\n");
            }

            Options(page, verb.Options);
        }

        foreach (var below in verb.Subcommands.OrderBy(below => below.Name, StringComparer.Ordinal))
        {
            Verb(page, below, name);
        }
    }

    private static void Options(StringBuilder page, IEnumerable<Option> options)
    {
        foreach (var option in options.Where(option => !option.Hidden && option.Name is not ("--help" or "--version")).OrderBy(option => option.Name, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{option.Name}{(option.HelpName is null ? "" : " " + option.HelpName)}` {option.Description}\n");
        }
    }

    private static void Check(string file, string text)
    {
        var path = Path.Combine(Repository.Root, file);
        if (Environment.GetEnvironmentVariable("GREENPRINT_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(text, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }
}
