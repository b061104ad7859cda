namespace Greenprint.Platform.Tests;

public sealed class HistoryDigestTests
{
    private static readonly Gen<HistoryEntry> Entries =
        from number in Gen.Long[1, 1_000_000]
        from at in Gen.Long[0, 4_000_000_000_000_000]
        from texts in Gen.String.Array[8]
        select new HistoryEntry(
            number, DateTimeOffset.UnixEpoch.AddTicks(at * 10), texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7], "");

    [Fact]
    public void The_same_entry_always_has_the_same_digest() =>
        Entries.Sample(entry => HistoryDigest.Of(entry) == HistoryDigest.Of(entry with { Digest = "anything" }));

    [Fact]
    public void No_field_can_be_changed_unnoticed() => Gen.Select(Entries, Gen.Int[0, 8]).Sample((entry, field) =>
        HistoryDigest.Of(entry) != HistoryDigest.Of(field switch
        {
            0 => entry with { Number = entry.Number + 1 },
            1 => entry with { At = entry.At.AddMicroseconds(1) },
            2 => entry with { ActorId = entry.ActorId + "x" },
            3 => entry with { ActorName = entry.ActorName + "x" },
            4 => entry with { Region = entry.Region + "x" },
            5 => entry with { Subject = entry.Subject + "x" },
            6 => entry with { Kind = entry.Kind + "x" },
            7 => entry with { Body = entry.Body + "x" },
            _ => entry with { Why = entry.Why + "x" },
        }));

    [Fact]
    public void Text_cannot_wander_from_one_field_into_the_next() => Gen.Select(Entries, Gen.String).Where((_, moved) => moved.Length > 0).Sample((entry, moved) =>
        HistoryDigest.Of(entry with { Subject = entry.Subject + moved }) != HistoryDigest.Of(entry with { Kind = moved + entry.Kind }));

    // Typed by hand from: printf '1:1' '1:0' '6:system' … | sha256sum, so that a change of the form shows.
    [Fact]
    public void The_form_stays_as_it_was_released()
    {
        var entry = new HistoryEntry(1, DateTimeOffset.UnixEpoch, "system", "greenprint", "", "store", "store.created", "{}", null, HistoryDigest.Beginning, "");

        Assert.Equal("sha256:53ca3067d293eec5197c57b65466a13b5816675d38f27b1d716296e2b39aaa02", HistoryDigest.Of(entry));
    }

    [Fact]
    public void A_moment_survives_the_store_to_the_microsecond() => Gen.Long[-4_000_000_000_000_000, 4_000_000_000_000_000].Sample(microseconds =>
    {
        var converter = new UtcTicksConverter();
        var moment = DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds).ToOffset(TimeSpan.FromHours(8));
        return (DateTimeOffset)converter.ConvertFromProvider(converter.ConvertToProvider(moment))! == moment;
    });
}
