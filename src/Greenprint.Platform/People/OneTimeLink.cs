using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>What a link is good for.</summary>
internal enum LinkPurpose
{
    /// <summary>Makes the first administrator.</summary>
    FirstAdministrator,

    /// <summary>Makes an account with a role.</summary>
    Invitation,

    /// <summary>Sets a new password.</summary>
    NewPassword,
}

/// <summary>A link that works once and for a while. Only the digest of its token is kept, so the store gives no link away.</summary>
internal sealed class OneTimeLink
{
    public Guid Id { get; init; }

    public required string TokenDigest { get; init; }

    public LinkPurpose Purpose { get; init; }

    public Role Role { get; init; }

    public required string Region { get; init; }

    /// <summary>The unit that the role of a new account is limited to.</summary>
    public string? Unit { get; set; }

    /// <summary>The unit in which a new account gets a post.</summary>
    public string? PostUnit { get; set; }

    /// <summary>What that post is called.</summary>
    public string? PostTitle { get; set; }

    /// <summary>Whose password it sets; null for a new account.</summary>
    public string? PersonId { get; init; }

    /// <summary>True where it takes the second factor away as well: made at the terminal, by whoever has the server.</summary>
    public bool ResetsFactor { get; set; }

    /// <summary>Whom it is meant for, as the inviter wrote it.</summary>
    public string? MeantFor { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Expires { get; init; }

    /// <summary>When it was used, or replaced by a newer one.</summary>
    public DateTimeOffset? Closed { get; set; }

    /// <summary>256 random bits, safe in an address.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string DigestOf(string token) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class OneTimeLinkMapping : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("platform_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.TokenDigest).HasMaxLength(80);
        builder.HasIndex(link => link.TokenDigest).IsUnique();
        builder.Property(link => link.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(link => link.Role).HasConversion<string>().HasMaxLength(40);
        builder.Property(link => link.Region).HasMaxLength(20);
        builder.Property(link => link.MeantFor).HasMaxLength(100);
        builder.Property(link => link.Unit).HasMaxLength(100);
        builder.Property(link => link.PostUnit).HasMaxLength(100);
        builder.Property(link => link.PostTitle).HasMaxLength(100);
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
