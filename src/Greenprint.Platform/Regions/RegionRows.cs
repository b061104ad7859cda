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
