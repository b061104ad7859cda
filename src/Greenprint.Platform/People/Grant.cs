using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>A role of one person in one region and all below it, or in one unit and all below it. Taken back, never deleted.</summary>
internal sealed class Grant
{
    /// <summary>The whole installation, above every region.</summary>
    public const string Everywhere = "";

    public Guid Id { get; init; }

    public required string PersonId { get; init; }

    public Role Role { get; init; }

    public required string Region { get; init; }

    /// <summary>The unit it is limited to; null is every unit of the region.</summary>
    public string? Unit { get; init; }

    public DateTimeOffset Given { get; init; }

    public DateTimeOffset? Revoked { get; set; }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("platform_grants");
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.Role).HasConversion<string>().HasMaxLength(40);
        builder.Property(grant => grant.Region).HasMaxLength(20);
        builder.Property(grant => grant.Unit).HasMaxLength(100);   // no foreign key: SQLite would rebuild the table outside the migration's transaction
        builder.HasOne<Person>().WithMany().HasForeignKey(grant => grant.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>What follows from a role. One table, read by every check.</summary>
internal static class RightsOfRole
{
    public static readonly IReadOnlyList<string> All =
    [
        Rights.EditPlans, Rights.EnterValues, Rights.ImportReadings, Rights.Administer, Rights.ReportProgress, Rights.ReviewProgress, Rights.Dispatch,
        Rights.Approve, Rights.Publish, Rights.SeeWork, Rights.ManageRights, Rights.SeeAudit, Rights.StewardData,
    ];

    /// <param name="role">The role.</param>
    /// <param name="forOneUnit">True when it is limited to a unit: who checks the reports of one unit does not run the county's dispatch.</param>
    public static IReadOnlyList<string> Of(Role role, bool forOneUnit) => role switch
    {
        Role.Administrator => [Rights.Administer],
        Role.SecurityAdministrator => [Rights.ManageRights],
        Role.AuditAdministrator => [Rights.SeeAudit],
        Role.Editor => [Rights.EditPlans, Rights.EnterValues, Rights.ImportReadings, Rights.Dispatch, Rights.Publish, Rights.SeeWork],
        Role.Reporter => [Rights.ReportProgress, Rights.SeeWork],
        Role.Reviewer when forOneUnit => [Rights.ReviewProgress, Rights.SeeWork],
        Role.Reviewer => [Rights.ReviewProgress, Rights.Dispatch, Rights.SeeWork],
        Role.Leader => [Rights.Approve, Rights.SeeWork],
        Role.Evaluator => [Rights.SeeWork],
        Role.DataSteward => [Rights.StewardData, Rights.ImportReadings, Rights.SeeWork],
        Role.Public => [],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>Roles that may be limited to a unit.</summary>
    public static bool MayNameUnit(Role role) => role is Role.Reporter or Role.Reviewer;
}
