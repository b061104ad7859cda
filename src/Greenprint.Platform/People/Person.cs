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
