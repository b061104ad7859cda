using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>A role of one person in one region and all below it. Taken back, never deleted.</summary>
internal sealed class Grant
{
    /// <summary>The whole installation, above every region.</summary>
    public const string Everywhere = "";

    public Guid Id { get; init; }

    public required string PersonId { get; init; }

    public Role Role { get; init; }

    public required string Region { get; init; }

    public DateTimeOffset Given { get; init; }

    public DateTimeOffset? Revoked { get; set; }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("platform_grants");
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.Role).HasConversion<string>().HasMaxLength(20);
        builder.Property(grant => grant.Region).HasMaxLength(20);
        builder.HasOne<Person>().WithMany().HasForeignKey(grant => grant.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>What follows from a role. One table, read by every check.</summary>
internal static class RightsOfRole
{
    public static readonly IReadOnlyList<string> All = [Rights.EditPlans, Rights.EnterValues, Rights.ImportReadings, Rights.Administer];

    public static IReadOnlyList<string> Of(Role role) => role switch
    {
        Role.Administrator => [Rights.Administer],
        Role.Editor => [Rights.EditPlans, Rights.EnterValues, Rights.ImportReadings],
        Role.Public => [],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}
