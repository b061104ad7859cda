using Greenprint.Quantities;
using Greenprint.Standards.Water;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Monitoring;

/// <summary>A station as it is kept. Its code never changes: the readings database knows its series by it.</summary>
internal sealed class Station
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public required string NameZh { get; set; }

    public string? NameEn { get; set; }

    public required StationKind Kind { get; init; }

    public required string City { get; init; }

    /// <summary>The name as names are compared, see <see cref="StationNames.Comparable"/>.</summary>
    public required string ComparableName { get; init; }

    public string? Region { get; set; }

    public bool IsProvisional { get; set; }

    public WaterBody? WaterBody { get; set; }

    public decimal? Longitude { get; set; }

    public decimal? Latitude { get; set; }

    public StationInfo ToInfo() => new(
        Id, Code, new Bilingual(NameZh, NameEn), Kind, City, Region, IsProvisional, WaterBody, Longitude, Latitude);
}

internal sealed class StationMapping : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> builder)
    {
        builder.ToTable("monitoring_stations");
        builder.HasKey(station => station.Id);
        builder.HasIndex(station => station.Code).IsUnique();
        // How an import finds it. Not unique: a prefecture may watch a section that another authority calls alike.
        builder.HasIndex(station => new { station.Kind, station.City, station.ComparableName });
        builder.HasIndex(station => station.Region);
        builder.Property(station => station.Code).HasMaxLength(128);
        builder.Property(station => station.NameZh).HasMaxLength(128);
        builder.Property(station => station.NameEn).HasMaxLength(128);
        builder.Property(station => station.City).HasMaxLength(64);
        builder.Property(station => station.ComparableName).HasMaxLength(128);
        builder.Property(station => station.Region).HasMaxLength(16);
        builder.Property(station => station.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(station => station.WaterBody).HasConversion<string>().HasMaxLength(16);
    }
}

/// <summary>One item at one station. Its number is given by the readings database, see <see cref="ReadingsSchema"/>.</summary>
internal sealed class Series
{
    public int Id { get; init; }

    public required int StationId { get; init; }

    public required string Item { get; init; }

    public required string Unit { get; init; }

    public required int StepMinutes { get; init; }

    public SeriesInfo ToInfo() => new(Id, StationId, Item, Unit, TimeSpan.FromMinutes(StepMinutes));
}

internal sealed class SeriesMapping : IEntityTypeConfiguration<Series>
{
    public void Configure(EntityTypeBuilder<Series> builder)
    {
        builder.ToTable("monitoring_series");
        builder.HasKey(series => series.Id);
        builder.Property(series => series.Id).ValueGeneratedNever();
        builder.HasIndex(series => new { series.StationId, series.Item }).IsUnique();
        builder.HasOne<Station>().WithMany().HasForeignKey(series => series.StationId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(series => series.Item).HasMaxLength(32);
        builder.Property(series => series.Unit).HasMaxLength(32);
    }
}
