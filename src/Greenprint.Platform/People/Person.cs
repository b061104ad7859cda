using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>Somebody who can sign in. What they may do stands in their grants.</summary>
internal sealed class Person : IdentityUser
{
    /// <summary>The name that stands in the history.</summary>
    public required string DisplayName { get; set; }

    public DateTimeOffset Created { get; init; }

    /// <summary>Secret of the second factor, sealed; there also while it waits for its first code.</summary>
    public string? FactorKey { get; set; }

    /// <summary>Since when signing in asks for the second factor; null where it does not.</summary>
    public DateTimeOffset? FactorSince { get; set; }

    /// <summary>Digests of the recovery codes that are left.</summary>
    public string? FactorCodes { get; set; }

    /// <summary>Digests of the codes used last, so that none is used twice.</summary>
    public string? FactorLast { get; set; }

    /// <summary>Who the person is at the single sign-on, connected by themselves; null where it does not open this account.</summary>
    public string? SignOnName { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("platform_people");
        builder.Property(person => person.Id).HasMaxLength(40);
        builder.Property(person => person.UserName).HasMaxLength(100);
        builder.Property(person => person.NormalizedUserName).HasMaxLength(100);
        builder.Property(person => person.DisplayName).HasMaxLength(100);
        builder.Property(person => person.FactorKey).HasMaxLength(1000);
        builder.Property(person => person.FactorCodes).HasMaxLength(1000);
        builder.Property(person => person.FactorLast).HasMaxLength(1000);
        builder.Property(person => person.SignOnName).HasMaxLength(150);
        builder.HasIndex(person => person.SignOnName).IsUnique();
        builder.Property(person => person.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(person => person.NormalizedUserName).IsUnique();
        // Nothing is sent by mail or telephone yet; what is not asked for is not kept.
        builder.Ignore(person => person.Email);
        builder.Ignore(person => person.NormalizedEmail);
        builder.Ignore(person => person.EmailConfirmed);
        builder.Ignore(person => person.PhoneNumber);
        builder.Ignore(person => person.PhoneNumberConfirmed);
        builder.Ignore(person => person.TwoFactorEnabled);
    }
}
