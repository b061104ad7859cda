using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Plans;

/// <summary>Room for keys, and what every table of the module shares.</summary>
internal static class Lengths
{
    public const int Id = 100;

    public const int Word = 20;

    /// <summary>A row of one plan, by its column <c>plan</c>: gone with a discarded draft, and never another plan's.</summary>
    public static void BelongsToPlan<TRow>(this EntityTypeBuilder<TRow> builder)
        where TRow : class
    {
        builder.Property<string>("Plan").HasMaxLength(Id);
        builder.HasOne<PlanRow>().WithMany().HasForeignKey("Plan").OnDelete(DeleteBehavior.Cascade);
    }
}
