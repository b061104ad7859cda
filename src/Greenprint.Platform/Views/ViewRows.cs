using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>A filter under a name. Taken out, never deleted; every change is on the record.</summary>
internal sealed class ViewRow
{
    public const int LongestName = 60;
    public const int LongestQuery = 1000;

    public required string Id { get; init; }

    public required string Page { get; init; }

    public required string Scope { get; init; }

    public required string Region { get; init; }

    /// <summary>Id of the person who made it.</summary>
    public required string Owner { get; init; }

    /// <summary>Id of the unit it is shared with; null for the owner's own.</summary>
    public string? Unit { get; init; }

    public required string Name { get; set; }

    public required string Query { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>The view with which a list opens for one person.</summary>
internal sealed class DefaultViewRow
{
    public required string Person { get; init; }

    public required string Page { get; init; }

    public required string Scope { get; init; }

    /// <summary>Id of the view; null where the person has taken it back.</summary>
    public string? View { get; set; }
}

internal sealed class ViewMapping : IEntityTypeConfiguration<ViewRow>
{
    public void Configure(EntityTypeBuilder<ViewRow> builder)
    {
        builder.ToTable("platform_views");
        builder.Property(view => view.Id).HasMaxLength(40);
        builder.Property(view => view.Page).HasMaxLength(40);
        builder.Property(view => view.Scope).HasMaxLength(100);
        builder.Property(view => view.Region).HasMaxLength(20);
        builder.Property(view => view.Owner).HasMaxLength(100);
        builder.Property(view => view.Unit).HasMaxLength(100);
        builder.Property(view => view.Name).HasMaxLength(ViewRow.LongestName);
        builder.Property(view => view.Query).HasMaxLength(ViewRow.LongestQuery);
        builder.HasIndex(view => new { view.Page, view.Scope });
    }
}

internal sealed class DefaultViewMapping : IEntityTypeConfiguration<DefaultViewRow>
{
    public void Configure(EntityTypeBuilder<DefaultViewRow> builder)
    {
        builder.ToTable("platform_default_views");
        builder.HasKey(view => new { view.Person, view.Page, view.Scope });
        builder.Property(view => view.Person).HasMaxLength(100);
        builder.Property(view => view.Page).HasMaxLength(40);
        builder.Property(view => view.Scope).HasMaxLength(100);
        builder.Property(view => view.View).HasMaxLength(40);
    }
}
