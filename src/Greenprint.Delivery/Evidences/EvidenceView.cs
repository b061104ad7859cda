using System.Globalization;
using Greenprint.Delivery.Reports;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Evidences;

/// <summary>A proof as pages show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size in words.</param>
/// <param name="Strength">Its class in words.</param>
/// <param name="Note">What it shows.</param>
/// <param name="IsPhoto">True when it is shown as a picture.</param>
/// <param name="Taken">When and where the camera says it was taken; null where it says nothing.</param>
/// <param name="By">Who attached it.</param>
public sealed record EvidenceView(string Id, string Name, string Size, Bilingual Strength, string Note, bool IsPhoto, Bilingual? Taken, string By)
{
    internal static EvidenceView Of(EvidenceRow row)
    {
        var place = row.Latitude is { } north && row.Longitude is { } east
            ? string.Create(CultureInfo.InvariantCulture, $"{ReportForm.Trimmed(north)}, {ReportForm.Trimmed(east)}")
            : null;
        Bilingual? taken = (row.TakenAt, place) switch
        {
            (null, null) => null,
            ({ } at, null) => ($"拍摄于 {at}", $"taken {at}"),
            (null, { } where) => ($"拍摄位置 {where}", $"taken at {where}"),
            ({ } at, { } where) => ($"拍摄于 {at}，位置 {where}", $"taken {at} at {where}"),
        };
        return new(row.Id, row.Name, Bytes(row.Bytes), EvidenceWords.Of(row.Class), row.Note, FileKinds.IsPhoto(row.Kind), taken, row.AddedByName);
    }

    private static string Bytes(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576m:0.0} MB");
}
