using System.CommandLine;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Air;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Editions;

/// <summary><c>greenprint standards compare A B</c>: the same data under two editions, side by side.</summary>
internal static class CompareVerb
{
    internal static Command Command()
    {
        Bilingual what = (
            "同一份环境空气数据按两个版本计算，并列给出。示例：greenprint standards compare HJ633-2012 HJ633-2026 --input days.csv --output both.csv",
            "The same data of ambient air under two editions, side by side. Example: greenprint standards compare HJ633-2012 HJ633-2026 --input days.csv --output both.csv");
        Bilingual one = ("一个版本，例如 HJ633-2012 或 2012。", "One edition, for example HJ633-2012 or 2012.");
        Bilingual other = ("另一个版本。", "The other edition.");
        Bilingual periodIs = (
            "由小时值评价各时段（month、quarter、year），每个时段两行，各按一个版本；不给则逐行比较指数。",
            "Assess periods from hourly values (month, quarter, year), two rows each, one an edition; without it the index of each row is compared.");
        var options = new TableOptions();
        var (first, second) = (new Argument<string>("first") { Description = one.Here }, new Argument<string>("second") { Description = other.Here });
        var report = AirWords.ReportOption(required: false);
        var practice = AirWords.PracticeOption();
        var period = new Option<string?>("--period") { Description = periodIs.Here, HelpName = "month|quarter|year" };
        period.AcceptOnlyFromAmong("month", "quarter", "year");
        var cities = AirWords.CityOption();
        var command = new Command("compare", what.Here) { first, second, report, practice, period, cities };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (order, error) = (options.Of(parsed), parsed.InvocationConfiguration.Error);
            var both = Both(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            return parsed.GetValue(period) is { } length
                ? AirAssessVerb.Run(order, [both.First.Rules, both.Second.Rules], AirAssessVerb.Lengths[length], parsed.GetValue(cities), error, watched: !Console.IsErrorRedirected)
                : Run(order, both, new(parsed.GetValue(report) != "hourly", AirWords.PracticeOf(parsed.GetValue(practice))), error, watched: !Console.IsErrorRedirected);
        });
        return command;
    }

    /// <summary>The two editions, each forced on every day.</summary>
    /// <exception cref="RefusedException">One is no edition of air, or both are the same.</exception>
    internal static ((string Id, AirRules Rules) First, (string Id, AirRules Rules) Second) Both(string first, string second) =>
        first is not "auto" && second is not "auto" && (Loaded.Of(library => library.AirRules(first)), Loaded.Of(library => library.AirRules(second))) is var (one, other) && !one.AreThoseOf(other)
            ? ((first, one), (second, other))
            : throw new RefusedException(TableFindings.NotTwoEditions(first, second));

    internal static int Run(
        TableOrder order, ((string Id, AirRules Rules) First, (string Id, AirRules Rules) Second) both, IndexAsked asked, TextWriter error, bool watched) =>
        new TableRun(order, error, watched).Go((table, writer, log) => new CompareIndexRows(
            writer, new AirRowsIn(table, order, log, AirColumnsIn.Known), both, asked, (different, compared) => error.WriteLine(AirWords.Compared(different, compared).Here)));
}
