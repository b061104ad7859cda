using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>A unit as it is now; what it was before stands in <see cref="UnitFormRow"/>.</summary>
internal sealed class OrganizationRow
{
    public required string Id { get; init; }

    public required string Region { get; init; }

    public required string NameZh { get; set; }

    public string? NameEn { get; set; }

    public DateOnly? Opened { get; init; }

    public DateOnly? Closed { get; set; }

    public string? Parent { get; set; }

    public OrgLevel Kind { get; set; }

    public Organization ToOrganization() => new(Id, Region, new Bilingual(NameZh, NameEn), Opened, Closed, Parent, Kind);

    public static OrganizationRow Of(Organization unit) => new()
    {
        Id = unit.Id,
        Region = unit.Region,
        NameZh = unit.Name.Zh,
        NameEn = unit.Name.En,
        Opened = unit.Opened,
        Closed = unit.Closed,
        Parent = unit.Parent,
        Kind = unit.Kind,
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
        builder.Property(unit => unit.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<RegionRow>().WithMany().HasForeignKey(unit => unit.Region).OnDelete(DeleteBehavior.Restrict);
        builder.Property(unit => unit.Parent).HasMaxLength(100);   // UnitRules looks after it; a foreign key would rebuild the table outside the migration's transaction
    }
}

/// <summary>What a unit was called and where it stood until a day. Added to, never changed.</summary>
internal sealed class UnitFormRow
{
    public required string Unit { get; init; }

    public int Number { get; init; }

    /// <summary>Last day on which it was so.</summary>
    public DateOnly Until { get; init; }

    public required string NameZh { get; init; }

    public string? NameEn { get; init; }

    public string? Parent { get; init; }

    public OrgLevel Kind { get; init; }
}

internal sealed class UnitFormMapping : IEntityTypeConfiguration<UnitFormRow>
{
    public void Configure(EntityTypeBuilder<UnitFormRow> builder)
    {
        builder.ToTable("platform_unit_forms");
        builder.HasKey(form => new { form.Unit, form.Number });
        builder.Property(form => form.Unit).HasMaxLength(100);
        builder.Property(form => form.NameZh).HasMaxLength(200);
        builder.Property(form => form.NameEn).HasMaxLength(200);
        builder.Property(form => form.Parent).HasMaxLength(100);
        builder.Property(form => form.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<OrganizationRow>().WithMany().HasForeignKey(form => form.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Who holds which post in which unit, from when until when. Ended, never deleted.</summary>
internal sealed class PostRow
{
    public Guid Id { get; init; }

    public required string PersonId { get; init; }

    public required string Unit { get; init; }

    public required string TitleZh { get; init; }

    public string? TitleEn { get; init; }

    public bool IsDeputy { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? Until { get; set; }

    public Post ToPost(string name) => new(Id, PersonId, name, Unit, new Bilingual(TitleZh, TitleEn), IsDeputy, From, Until);
}

internal sealed class PostMapping : IEntityTypeConfiguration<PostRow>
{
    public void Configure(EntityTypeBuilder<PostRow> builder)
    {
        builder.ToTable("platform_posts");
        builder.Property(post => post.Id).ValueGeneratedNever();
        builder.Property(post => post.Unit).HasMaxLength(100);
        builder.Property(post => post.TitleZh).HasMaxLength(100);
        builder.Property(post => post.TitleEn).HasMaxLength(100);
        builder.HasOne<Person>().WithMany().HasForeignKey(post => post.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrganizationRow>().WithMany().HasForeignKey(post => post.Unit).OnDelete(DeleteBehavior.Restrict);
    }
}
