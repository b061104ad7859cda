using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Platform;

/// <summary>What a store was made for.</summary>
public enum StoreKind
{
    /// <summary>Real work: begins empty.</summary>
    Work,

    /// <summary>The invented sample county; known accounts are allowed, on loopback only.</summary>
    Demo,
}

/// <summary>The one row that says what this store is.</summary>
public sealed class StoreRecord
{
    /// <summary>Always 1.</summary>
    public int Row { get; private set; } = 1;

    /// <summary>Tells this store from every other, also after it was restored elsewhere.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>What for.</summary>
    public StoreKind Kind { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public string MadeBy { get; init; } = "";
}

internal sealed class StoreRecordMapping : IEntityTypeConfiguration<StoreRecord>
{
    public void Configure(EntityTypeBuilder<StoreRecord> builder)
    {
        builder.ToTable("platform_store");
        builder.HasKey(record => record.Row);
        builder.Property(record => record.Row).ValueGeneratedNever();
        builder.Property(record => record.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(record => record.MadeBy).HasMaxLength(60);
    }
}
