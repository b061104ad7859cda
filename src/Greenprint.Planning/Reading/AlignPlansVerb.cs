using System.CommandLine;
using Greenprint.Documents;
using Greenprint.PlanText;
using Greenprint.PlanText.Alignment;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary><c>greenprint plan align LOCAL UPPER [--json]</c>: a local plan beside the plan above it. Exit 0: aligned, whatever was found. 1: refused, with the reason.</summary>
internal static class AlignPlansVerb
{
    internal static Command Command()
    {
        var local = new Argument<string>("local") { Description = "The local plan: .docx, .pdf, .txt or .md." };
        var upper = new Argument<string>("upper") { Description = "The plan above it." };
        var json = new Option<bool>("--json") { Description = "Print the whole alignment as JSON." };
        var command = new Command("align", "Lay a local plan beside the plan above it: indicators carried, tightened, weakened, missing, and clauses that correspond. Example: greenprint plan align county.docx province.pdf")
        {
            local, upper, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(local), parsed.GetRequiredValue(upper), parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <summary>Aligns two files. Results go to <paramref name="output"/>, the reason of a refusal to <paramref name="error"/>.</summary>
    internal static int Run(string local, string upper, bool json, TextWriter output, TextWriter error)
    {
        var readings = new List<PlanReading>();
        foreach (var file in new[] { local, upper })
        {
            var (reading, refusal) = Read(file);
            if (refusal is not null)
            {
                error.WriteLine(refusal);
                if (json)
                {
                    output.WriteLine(RefusalJson.Write(refusal));
                }

                return 1;
            }

            readings.Add(reading!);
        }

        var alignment = PlanAligner.Align(readings[0], readings[1]);
        if (json)
        {
            output.WriteLine(PlanAlignmentJson.Write(alignment));
        }
        else
        {
            AlignmentTable.Write(alignment, output);
        }

        return 0;
    }

    private static (PlanReading? Reading, Finding? Refusal) Read(string file)
    {
        var document = DocumentReader.ReadFile(file);
        if (document.Refusal is { } refusal)
        {
            return (null, refusal);
        }

        var reading = PlanReader.Read(document.Document!);
        return PlanAligner.Obstacle(reading) is { } obstacle ? (null, obstacle with { Place = new FindingPlace(file) }) : (reading, null);
    }
}
