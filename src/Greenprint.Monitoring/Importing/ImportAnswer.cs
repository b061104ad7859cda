using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>The answer of an import in JSON: a promise to users' scripts, the same in every language.</summary>
public sealed record ImportAnswer(
    long Read, long Stored, long Unchanged, long Revised, long Rejected, long Missing, long Rows, bool DryRun, bool Refused,
    IReadOnlyList<FileReport> Files, IReadOnlyList<string> NewStations, IReadOnlyList<ImportNotice> RejectedRows, bool RejectedRowsAreCut,
    IReadOnlyList<ImportNotice> Remarks, IReadOnlyList<ImportNotice> Refusals)
{
    /// <summary>The report as an answer.</summary>
    public static ImportAnswer Of(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var counts = report.Counts;
        return new ImportAnswer(
            counts.Read, counts.Stored, counts.Unchanged, counts.Revised, counts.Rejected, counts.Missing, counts.Rows, report.DryRun, report.IsRefused,
            report.Files, [.. report.NewStations.Select(station => station.Code)],
            Notices(report.Rejections), counts.Rejected > report.Rejections.Count, Notices(report.Remarks), Notices(report.Refusals));
    }

    private static ImportNotice[] Notices(IEnumerable<Finding> findings) => [.. findings.Select(finding => new ImportNotice(
        finding.Place?.Source, finding.Place?.Line, finding.Place?.Column, finding.Code, finding.Message.En ?? finding.Message.Zh, finding.Message.Zh))];
}

/// <summary>One thing that was said about a file.</summary>
/// <param name="File">The file, or null.</param>
/// <param name="Line">The line, or null.</param>
/// <param name="Column">The column, or null.</param>
/// <param name="Code">Permanent code of the finding.</param>
/// <param name="Reason">In English.</param>
/// <param name="ReasonZh">In Chinese.</param>
public sealed record ImportNotice(string? File, int? Line, string? Column, string Code, string Reason, string ReasonZh);
