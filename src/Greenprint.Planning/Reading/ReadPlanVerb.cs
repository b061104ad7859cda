using System.CommandLine;
using System.Text;
using Greenprint.Documents;
using Greenprint.Planning.Writing;
using Greenprint.PlanText;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary><c>greenprint plan read FILE [--json]</c>: says what a plan document means. Exit 0: read. 1: refused, with the reason.</summary>
/// <remarks>It touches no store and no network, so that a server can run it as a child process on a foreign upload.</remarks>
internal static class ReadPlanVerb
{
    internal static Command Command()
    {
        var file = new Argument<string>("file") { Description = "A plan document: .docx, .pdf, .txt or .md." };
        var json = new Option<bool>("--json") { Description = "Print the whole reading as JSON." };
        var to = new Option<string?>("--output") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var command = new Command("read", "Read a plan document: title, period, outline, goals, tasks, safeguards, indicators, targets, projects, duties, measures. Example: greenprint plan read plan.docx --json")
        {
            file, json, to,
        };
        command.SetAction(parsed => parsed.GetValue(to) is { } path
            ? ToFile(path, parsed.InvocationConfiguration.Error, output => Run(
                parsed.GetRequiredValue(file), parsed.GetValue(json), output, parsed.InvocationConfiguration.Error))
            : Run(parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <summary>Reads one file. Results go to <paramref name="output"/>, the reason of a refusal to <paramref name="error"/>.</summary>
    internal static int Run(string file, bool json, TextWriter output, TextWriter error)
    {
        var document = DocumentReader.ReadFile(file);
        if (document.Refusal is { } refusal)
        {
            error.WriteLine(refusal);
            if (json)
            {
                output.WriteLine(RefusalJson.Write(refusal));
            }

            return 1;
        }

        var reading = PlanReader.Read(document.Document!);
        if (json)
        {
            output.WriteLine(PlanReadingJson.Write(reading));
            return 0;
        }

        ReadingTree.Write(reading, output);
        foreach (var warning in reading.Warnings)
        {
            error.WriteLine(new Finding(warning.Finding, warning.Said(), new FindingPlace(file, warning.Line)));
        }

        return 0;
    }

    private static int ToFile(string path, TextWriter error, Func<TextWriter, int> run)
    {
        try
        {
            var exit = 0;
            OutputFile.Write(path, stream =>
            {
                using var output = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                exit = run(output);
                return exit == 0;
            });
            return exit;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(ReadingFindings.CannotWrite(path, fault.Message));
            return 1;
        }
    }
}
