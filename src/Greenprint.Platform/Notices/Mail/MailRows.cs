using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>Whether and where somebody wants the digest of the day.</summary>
internal sealed class MailWish
{
    public required string Person { get; init; }

    public required string Address { get; set; }

    public required bool IsWanted { get; set; }

    public required bool IsEnglish { get; set; }

    /// <summary>What the mail server said when it refused the address; nothing more is sent to it until it is saved anew.</summary>
    public string? Refusal { get; set; }
}

internal sealed class MailWishMapping : IEntityTypeConfiguration<MailWish>
{
    public void Configure(EntityTypeBuilder<MailWish> builder)
    {
        builder.ToTable("platform_mail_wishes");
        builder.HasKey(wish => wish.Person);
        builder.Property(wish => wish.Person).HasMaxLength(40);
        builder.Property(wish => wish.Address).HasMaxLength(MailAddresses.Longest);
        builder.Property(wish => wish.Refusal).HasMaxLength(Digest.LongestFault);
        builder.HasOne<Person>().WithMany().HasForeignKey(wish => wish.Person).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>How far the digest of one person and day has come.</summary>
internal enum DigestState
{
    /// <summary>To be tried again.</summary>
    Due,

    /// <summary>Being handed to the server by a process of ours. Written before the first byte of it goes out.</summary>
    Sending,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>The server refused the address.</summary>
    Refused,

    /// <summary>Nobody knows whether the server took it: the process or the line broke in between. Not sent again; what is unread goes into the next day's.</summary>
    Unknown,

    /// <summary>Tried as often as a day allows.</summary>
    GivenUp,
}

/// <summary>The one digest that a person gets on a day.</summary>
internal sealed class Digest
{
    public const int LongestFault = 400;

    public required string Person { get; init; }

    public required DateOnly Day { get; init; }

    public required DigestState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the present state began.</summary>
    public required DateTimeOffset Since { get; set; }

    public DateTimeOffset? NextTry { get; set; }

    /// <summary>How many notices it holds.</summary>
    public int Notices { get; set; }

    public string? Fault { get; set; }
}

internal sealed class DigestMapping : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> builder)
    {
        builder.ToTable("platform_mail_digests");
        builder.HasKey(digest => new { digest.Person, digest.Day });
        builder.Property(digest => digest.Person).HasMaxLength(40);
        builder.Property(digest => digest.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(digest => digest.Fault).HasMaxLength(Digest.LongestFault);
        builder.HasIndex(digest => digest.Day);
    }
}
