using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

internal sealed class RegionRow
{
    public required string Code { get; init; }

    public string? Parent { get; init; }

    public required string NameZh { get; init; }

    public string? NameEn { get; init; }

    public RegionLevel Level { get; init; }

    public bool IsDemo { get; init; }

    public Region ToRegion() => new(Code, Parent, new Bilingual(NameZh, NameEn), Level, IsDemo);

    public static RegionRow Of(Region region) => new()
    {
        Code = region.Code,
        Parent = region.Parent,
        NameZh = region.Name.Zh,
        NameEn = region.Name.En,
        Level = region.Level,
        IsDemo = region.IsDemo,
    };
}

internal sealed class RegionMapping : IEntityTypeConfiguration<RegionRow>
{
    public void Configure(EntityTypeBuilder<RegionRow> builder)
    {
        builder.ToTable("platform_regions");
        builder.HasKey(region => region.Code);
        builder.Property(region => region.Code).HasMaxLength(20);
        builder.Property(region => region.NameZh).HasMaxLength(100);
        builder.Property(region => region.NameEn).HasMaxLength(100);
        builder.Property(region => region.Level).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<RegionRow>().WithMany().HasForeignKey(region => region.Parent).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganizationRow
{
    public required string Id { get; init; }

    public required string Region { get; init; }

    public required string NameZh { get; init; }

    public string? NameEn { get; init; }

    public DateOnly? Opened { get; init; }

    public DateOnly? Closed { get; init; }

    public Organization ToOrganization() => new(Id, Region, new Bilingual(NameZh, NameEn), Opened, Closed);

    public static OrganizationRow Of(Organization unit) => new()
    {
        Id = unit.Id,
        Region = unit.Region,
        NameZh = unit.Name.Zh,
        NameEn = unit.Name.En,
        Opened = unit.Opened,
        Closed = unit.Closed,
    };
}

internal sealed class OrganizationMapping : IEntityTypeConfiguration<OrganizationRow>
{
    public void Configure(EntityTypeBuilder<OrganizationRow> builder)
    {
        builder.ToTable("platform_organizations");
        builder.Property(unit => unit.Id).HasMaxLength(100);
        builder.Property(unit => unit.NameZh).HasMaxLength(200);
        builder.Property(unit => unit.NameEn).HasMaxLength(200);
        builder.HasOne<RegionRow>().WithMany().HasForeignKey(unit => unit.Region).OnDelete(DeleteBehavior.Restrict);
    }
}
