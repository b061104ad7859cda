using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>A role that holds in a region and below only in sessions begun with a second factor. Lifted, never deleted.</summary>
internal sealed class FactorRule
{
    public Guid Id { get; init; }

    public required string Region { get; init; }

    public Role Role { get; init; }

    public DateTimeOffset Set { get; init; }

    public DateTimeOffset? Lifted { get; set; }
}

internal sealed class FactorRuleMapping : IEntityTypeConfiguration<FactorRule>
{
    public void Configure(EntityTypeBuilder<FactorRule> builder)
    {
        builder.ToTable("platform_factor_rules");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.Region).HasMaxLength(20);
        builder.Property(rule => rule.Role).HasConversion<string>().HasMaxLength(40);
    }
}
