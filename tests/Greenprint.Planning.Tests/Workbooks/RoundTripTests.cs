using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Greenprint.Testing;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>Exported and brought back, a plan is what it was.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Plans = ["lanwan-14", "lanwan-15", "cangyu-15", "xiyuan-15"];

    public static TheoryData<string, bool> Samples { get; } = new(Plans.SelectMany(plan => new[] { (plan, false), (plan, true) }));

    [Theory, MemberData(nameof(Samples))]
    public void A_workbook_in_which_nothing_was_edited_changes_nothing(string plan, bool english)
    {
        var pack = Pack(plan);

        var (verdict, comparison) = Books.Compare(pack.ToView(), pack.Units, Books.Written(pack.ToView(), pack.Units, english));

        Assert.Empty(verdict.Changes);
        Assert.Empty(verdict.Faults.Concat(comparison.Faults).Said());
        Assert.Empty(comparison.Remarks.Said());
    }

    [Theory, MemberData(nameof(Samples))]
    public void The_workbook_passes_the_Open_XML_validator(string plan, bool english)
    {
        var pack = Pack(plan);
        using var package = SpreadsheetDocument.Open(new MemoryStream(Books.Written(pack.ToView(), pack.Units, english)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(package).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public void Whatever_a_plan_says_its_untouched_workbook_changes_nothing() => Gen.Select(Texts, Texts, Figures, Figures, Gen.Int[0, 6], Gen.Enum<TargetKind>()).Sample(
        (text, other, value, upper, count, kind) =>
        {
            var plan = Generated(text, other, value, upper, count, kind);
            var (verdict, comparison) = Books.Compare(plan, [], Books.Written(plan, []));
            return verdict.Changes.Count == 0 && verdict.Faults.Count == 0 && comparison.Faults.Count == 0;
        },
        iter: 60);

    [Fact]
    public void A_number_that_is_typed_comes_back_as_the_same_decimal() => Figures.Sample(
        value =>
        {
            var plan = Generated("甲", "乙", 1, 2, 1, TargetKind.AtLeast);
            var editing = new Editing(Books.Written(plan, []));
            editing.Type("指标", "i0", "目标值", value.ToString(CultureInfo.InvariantCulture));
            var (verdict, _) = Books.Compare(plan, [], editing.Bytes);
            return verdict.After.Indicators[0].Target.Value == value;
        },
        iter: 40);

    [Fact]
    public void It_stays_the_same_after_another_spreadsheet_has_opened_and_saved_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/soffice") && File.Exists("/usr/lib/libreoffice/program/libsclo.so"), "LibreOffice Calc is not installed (apt-get install libreoffice-calc-nogui).");
        var pack = Pack("lanwan-15");
        var folder = Directory.CreateTempSubdirectory("greenprint-workbook-");
        try
        {
            var file = Path.Combine(folder.FullName, "plan.xlsx");
            File.WriteAllBytes(file, Books.Written(pack.ToView(), pack.Units));
            using var office = Process.Start(new ProcessStartInfo("/usr/bin/soffice", [
                $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder.FullName, "saved"), file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Assert.True(office.WaitForExit(TimeSpan.FromMinutes(3)), "LibreOffice did not end.");

            var (verdict, comparison) = Books.Compare(pack.ToView(), pack.Units, File.ReadAllBytes(Path.Combine(folder.FullName, "saved", "plan.xlsx")));

            Assert.Empty(verdict.Changes);
            Assert.Empty(verdict.Faults.Concat(comparison.Faults).Concat(comparison.Remarks).Said());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact, Trait("Length", "Long")]
    public void Five_thousand_rows_are_written_and_compared_within_ten_seconds()
    {
        var plan = Generated("甲", "乙", 1, 2, 1, TargetKind.AtLeast);
        plan = plan with
        {
            Projects = [.. Enumerable.Range(1, 5_000).Select(i => new ProjectView($"p{i}", new($"项目{i}", $"Project {i}")) { Content = new("建设内容"), Investment = new($"{i}万元", i, "万元"), Start = 2026, End = 2030 })],
        };

        // Time of the processor, so that other programs on the machine do not count.
        var begun = Environment.CpuUsage.TotalTime;
        var file = Books.Written(plan, []);
        var taken = Environment.CpuUsage.TotalTime - begun;
        var editing = new Editing(file);
        editing.Type("计划项目", "p4999", "投资数值", "77", isNumber: true);
        begun = Environment.CpuUsage.TotalTime;

        var (verdict, _) = Books.Compare(plan, [], editing.Bytes);

        taken += Environment.CpuUsage.TotalTime - begun;
        TestContext.Current.SendDiagnosticMessage($"{taken.TotalSeconds:0.0} s");
        Assert.True(taken < TimeSpan.FromSeconds(10), $"It took {taken.TotalSeconds:0.0} s.");
        Assert.Equal(77, verdict.After.Projects[4998].Investment!.Value);
        Assert.Single(verdict.Changes);
    }

    private static Gen<string> Texts { get; } = Gen.OneOf(
        Among("=1+1", "@SUM(A1)", "-3", "+86", "007", "1e3", "TRUE", "2026-01-01", "95%", " 前后空格 ", "第一行\n第二行", "a\r\nb", "_x0041_", "，、；", "𠮷田", "\"引号\"", "<&>", "\u0001乱", "0.10"),
        Gen.String[Gen.Char, 1, 40]);

    // As many digits as the store keeps, more than a spreadsheet does.
    private static Gen<decimal> Figures { get; } = Gen.OneOf(
        Among(0m, 0.1m, 20.1m, 18.5m, -0.0000000001m, 123456789012345.1234567890m, 99999999999999.9m, 100m, 1.10m),
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[0, 10]).Select((digits, places) => new decimal(digits) / Power(places)));

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static decimal Power(int places) => Enumerable.Repeat(10m, places).Aggregate(1m, (product, ten) => product * ten);

    private static PlanPack Pack(string plan) => PlanPackJson.Read(File.ReadAllText(RepositoryRoot.Combine("data", "demo", plan + ".json")), plan).Pack!;

    private static PlanView Generated(string text, string other, decimal value, decimal upper, int count, TargetKind kind) => new(
        new("p-1", "990101", new(text, other), 2026, 2030, PlanStatus.Draft, IsDemo: false),
        [],
        [new("g", new(text)), new("h", new(other, text))],
        [],
        [.. Enumerable.Range(0, count).Select(i => new KeyTaskView($"t{i}", other, new(text, other), new(other), null))],
        [],
        [
            .. Enumerable.Range(0, count).Select(i => new IndicatorView(
                "p-1", $"i{i}", new(text + i, other), i % 2 == 0 ? "g" : "h", other, 2, DesiredDirection.Up, i % 2 == 0 ? IndicatorNature.Binding : null, count > 0 ? [$"t{i}"] : [], null, [],
                ValueOrigin.Reported, null, new Baseline(2025, value, new(text, other)),
                new Target(kind, 2030, value, upper, new(other, text), text, 2026), null, [new(2026, value), new(2030, upper)], new(text, other), null)),
        ])
    {
        Projects = [.. Enumerable.Range(0, count).Select(i => new ProjectView($"p{i}", new(text, other)) { Category = new(other), Content = new(text, other), Period = text, Investment = new(text, Math.Abs(value), other), Lead = [new(other), new(text)] })],
        Measures = [.. Enumerable.Range(0, count).Select(i => new MeasureView($"m{i}", new(text, other)) { KeyTask = $"t{i}", Support = [new(other)] })],
    };
}
