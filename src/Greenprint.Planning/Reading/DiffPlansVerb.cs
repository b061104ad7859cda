using System.CommandLine;
using System.Globalization;
using Greenprint.Documents;
using Greenprint.Planning.Writing;
using Greenprint.PlanText;
using Greenprint.PlanText.Versions;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>
/// <c>greenprint plan diff OLD NEW [--json] [--output FILE.docx]</c>: what differs between two versions of a plan. Exit 0: compared, whatever was found.
/// 1: refused, with the reason, and an older file is as it was.
/// </summary>
internal static class DiffPlansVerb
{
    internal static Command Command()
    {
        var old = new Argument<string>("old") { Description = "The old version: .docx, .pdf, .txt or .md." };
        var now = new Argument<string>("new") { Description = "The new version." };
        var json = new Option<bool>("--json") { Description = "Print the whole comparison as JSON." };
        var to = new Option<string?>("--output") { Description = "Write a Word file with tracked changes: accepting all gives the new version, rejecting all the old.", HelpName = "FILE.docx" };
        var author = new Option<string?>("--author") { Description = "Who is named as the author of the changes; greenprint where not given.", HelpName = "NAME" };
        var command = new Command("diff", "Compare two versions of a plan: clauses added, changed, moved, removed, and what changed in indicators, tasks and projects. Example: greenprint plan diff draft-1.docx draft-2.docx --output changes.docx")
        {
            old, now, json, to, author,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(old), parsed.GetRequiredValue(now), new DiffRequest(parsed.GetValue(json), parsed.GetValue(to), parsed.GetValue(author) ?? "greenprint"),
            TimeProvider.System, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <summary>Compares two files. Results go to <paramref name="output"/>, the reason of a refusal to <paramref name="error"/>.</summary>
    internal static int Run(string old, string now, DiffRequest request, TimeProvider clock, TextWriter output, TextWriter error)
    {
        if (request.File is { } target && new[] { old, now }.Any(file => IsSame(file, target)))
        {
            return Refused(ReadingFindings.WouldReplaceInput(target));
        }

        var readings = new List<PlanReading>();
        foreach (var file in new[] { old, now })
        {
            var document = DocumentReader.ReadFile(file);
            if (document.Refusal is { } refusal)
            {
                return Refused(refusal);
            }

            readings.Add(PlanReader.Read(document.Document!));
        }

        var matches = ClauseMatching.Match(readings[0], readings[1]);
        if (request.File is { } path)
        {
            try
            {
                OutputFile.Write(path, stream =>
                {
                    RevisedWriter.Write(PlanRevision.Document(readings[0], readings[1], matches, request.Author, clock.GetUtcNow()), stream);
                    return true;
                });
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return Refused(ReadingFindings.CannotWrite(path, fault.Message));
            }

            error.WriteLine(new Bilingual(string.Create(CultureInfo.InvariantCulture, $"修订稿已写入 {path}。"), string.Create(CultureInfo.InvariantCulture, $"The changes are marked in {path}.")).Here);
        }

        var comparison = PlanComparison.Of(readings[0], readings[1], matches);
        if (request.Json)
        {
            output.WriteLine(comparison.ToJson());
        }
        else
        {
            ComparisonTable.Write(comparison, PlanRevision.Of(readings[0], readings[1], matches), output);
        }

        return 0;

        // Told by name, and without regard to case: refusing a file of nearly the same name costs another name, writing over a draft costs the draft.
        static bool IsSame(string file, string other) => string.Equals(Path.GetFullPath(file), Path.GetFullPath(other), StringComparison.OrdinalIgnoreCase);

        int Refused(Finding refusal)
        {
            error.WriteLine(refusal);
            if (request.Json)
            {
                output.WriteLine(RefusalJson.Write(refusal));
            }

            return 1;
        }
    }
}

/// <summary>How a comparison is asked for.</summary>
/// <param name="Json">Print JSON.</param>
/// <param name="File">Write a Word file with tracked changes here; null: none.</param>
/// <param name="Author">Author of the tracked changes.</param>
internal sealed record DiffRequest(bool Json, string? File, string Author);
