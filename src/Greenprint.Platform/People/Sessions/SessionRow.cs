using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>One session of a person: begun by signing in, ended by signing out, from elsewhere, or by itself.</summary>
internal sealed class SessionRow
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public required string Device { get; init; }

    public DateTimeOffset Begun { get; init; }

    /// <summary>About when it was last used, to five minutes.</summary>
    public DateTimeOffset Seen { get; set; }

    public DateTimeOffset? Ended { get; set; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("platform_sessions");
        builder.Property(session => session.Id).HasMaxLength(40);
        builder.Property(session => session.Device).HasMaxLength(60);
        builder.HasIndex(session => session.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(session => session.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
