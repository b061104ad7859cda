using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Rows of whole numbers give what the readable way in gives, for every report of every edition.</summary>
public sealed class IndexRowsTests
{
    public static TheoryData<string, string> Reports => new(
        from edition in TestStandards.Library.AirEditions.Select(edition => edition.Id) from report in (string[])["daily", "platform", "text"] select (edition, report));

    [Theory, MemberData(nameof(Reports))]
    public void A_row_has_the_index_of_the_readable_way_in(string id, string of)
    {
        var table = TestStandards.Library.AirEditions.Single(edition => edition.Id == id).Index;
        var practice = of == "text" ? HourlyPractice.Text : HourlyPractice.Platform;
        var report = of == "daily" ? table.Daily : table.Hourly(practice);
        var rows = new IndexRows(table, report);

        // A third is missing, and values stand on either side of every break point.
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 25_000], Gen.Const(0)).Select((present, tenths, _) => present == 0 ? (decimal?)null : tenths / 10m)
            .Array[report.Items.Count].Sample(values =>
            {
                var known = report.Items.Select((item, at) => (item.Of, Value: values[at])).Where(entry => entry.Value is not null)
                    .ToDictionary(entry => entry.Of, entry => entry.Value!.Value);
                var expected = of == "daily" ? AirQualityIndex.Daily(table, known) : AirQualityIndex.Hourly(table, known, practice);
                var scaled = values.Select(value => value is { } number ? (long)(number * HourlySeries.Scale) : HourlySeries.Missing).ToArray();
                var subIndices = new int[report.Items.Count];

                var aqi = rows.Index(scaled, subIndices, out var primary);

                return (expected.Aqi ?? ScaledColumn.None) == aqi
                    && expected.Primary.SequenceEqual(report.Items.Where((_, at) => (primary >> at & 1) == 1).Select(item => item.Of))
                    && report.Items.Select((item, at) => expected.SubIndex(item.Of) ?? ScaledColumn.None).SequenceEqual(subIndices);
            });
    }
}
