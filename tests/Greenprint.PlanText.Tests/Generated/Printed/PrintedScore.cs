using System.Globalization;
using System.Text;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Tests.Generated.Printed;

/// <summary>How much of a plan was read, as the scorer of real plans counts: F1 of names, F1 of rows right in name, both values and nature, F1 of headings.</summary>
internal sealed record PrintedScore(PrintedPlan Plan, double Names, double Full, double Outline, string Faults)
{
    public static PrintedScore Of(PrintedPlan plan, PlanReading reading)
    {
        var wanted = plan.Sketch.Rows.Select(row => (Name: Fold(row.Full), Cells: $"{Fold(row.Base)} {Fold(row.Target)} {row.Nature}")).ToArray();
        var read = reading.Indicators.Select(item => (Name: Fold(item.Name), Cells: $"{Fold(item.Baseline?.Text)} {Fold(item.Target?.Text)} {Nature(item.Nature)}")).ToArray();
        var (names, faults) = F1(wanted.Select(row => row.Name), read.Select(row => row.Name));
        var (full, wrong) = F1(wanted.Select(row => $"{row.Name} {row.Cells}"), read.Select(row => $"{row.Name} {row.Cells}"));
        var (outline, headings) = F1(plan.Outline.Select(heading => $"{heading.Level} {Fold(heading.Title)}"), reading.Outline.Select(heading => $"{heading.Level} {Fold(heading.Title)}"));
        return new PrintedScore(plan, names, full, outline, faults.Length > 0 ? faults + headings : wrong + headings);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Names:0.000} {Full:0.000} {Outline:0.000} {Plan}\n{Faults}");

    private static (double F1, string Faults) F1(IEnumerable<string> wanted, IEnumerable<string> read)
    {
        var (missing, extra) = (wanted.ToList(), read.ToList());
        var (all, given) = (missing.Count, extra.Count);
        var right = missing.RemoveAll(extra.Remove);
        return (2.0 * right / Math.Max(1, all + given), string.Concat(missing.Select(row => $"    missing {row}\n")) + string.Concat(extra.Select(row => $"    extra   {row}\n")));
    }

    private static string Fold(string? text) => TextFold.Key(text ?? "").Normalize(NormalizationForm.FormKC).TrimEnd('。', ';', ',');

    private static string Nature(PrintedNature? nature) => nature switch
    {
        PrintedNature.Binding => "约束性",
        PrintedNature.Anticipatory => "预期性",
        PrintedNature.Leading => "引领性",
        _ => "",
    };
}
