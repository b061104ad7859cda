using Greenprint.Planning;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Indicators;

/// <summary>One revision of one value. Rows are only ever added.</summary>
internal sealed class ValueRow
{
    public long Id { get; init; }

    public required string Plan { get; init; }

    public required string Indicator { get; init; }

    public required string Period { get; init; }

    public required ValueOrigin Origin { get; init; }

    public required int Revision { get; init; }

    public decimal? Value { get; init; }

    public decimal? Published { get; init; }

    public string? NotGivenZh { get; init; }

    public string? NotGivenEn { get; init; }

    public bool Provisional { get; init; }

    public string? Document { get; init; }

    public string? Person { get; init; }

    public DateOnly? On { get; init; }

    public string? Run { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string? Note { get; init; }

    public IndicatorValue ToValue() => new(
        Id, Quantities.Period.Parse(Period), Origin, Revision, Exact.Trimmed(Value), Exact.Trimmed(Published), NotGivenZh is null ? null : new Bilingual(NotGivenZh, NotGivenEn),
        Provisional, Document, Person, On, Run, RecordedAt, Note);
}

internal sealed class ValueMapping : IEntityTypeConfiguration<ValueRow>
{
    public void Configure(EntityTypeBuilder<ValueRow> builder)
    {
        builder.ToTable("indicators_values");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Plan).HasMaxLength(100);
        builder.Property(row => row.Indicator).HasMaxLength(100);
        builder.Property(row => row.Period).HasMaxLength(20);
        builder.Property(row => row.Origin).HasConversion(origin => origin.Code(), code => Origins.Parse(code)).HasMaxLength(10);
        // Fourteen places: a mean of means is then told apart from a tie, so rounding the stored value gives what rounding the fraction gave.
        builder.Property(row => row.Value).HasPrecision(Exact.Digits, Exact.Places);
        builder.Property(row => row.Published).HasPrecision(Exact.Digits, Exact.Places);
        builder.Property(row => row.Run).HasMaxLength(20);
        builder.HasIndex(row => new { row.Plan, row.Indicator, row.Period, row.Origin, row.Revision }).IsUnique();
    }
}
