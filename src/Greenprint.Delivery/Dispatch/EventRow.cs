using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Delivery.Dispatch;

/// <summary>One event of an item as it is kept. Never changed.</summary>
internal sealed class EventRow
{
    public required string Item { get; init; }

    public required int Number { get; init; }

    public required DispatchAct Act { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string ByName { get; init; }

    public string? Why { get; init; }

    public DateOnly? Day { get; init; }

    public string? Unit { get; init; }

    public string? Person { get; init; }

    public string? Into { get; init; }

    public DateOnly? SignBy { get; init; }

    /// <summary>Names of acceptances with commas between them, or null.</summary>
    public string? Steps { get; init; }

    public DispatchEvent ToEvent() => new(Number, Act, At, By, ByName)
    {
        Why = Why,
        Day = Day,
        Unit = Unit,
        Person = Person,
        Into = Into,
        SignBy = SignBy,
        Steps = Steps is null ? [] : [.. Steps.Split(',').Select(Enum.Parse<StrikeOffStep>)],
    };

    public static EventRow Of(string item, DispatchEvent e) => new()
    {
        Item = item,
        Number = e.Number,
        Act = e.Act,
        At = e.At,
        By = e.By,
        ByName = e.ByName,
        Why = e.Why,
        Day = e.Day,
        Unit = e.Unit,
        Person = e.Person,
        Into = e.Into,
        SignBy = e.SignBy,
        Steps = e.Steps.Count == 0 ? null : string.Join(',', e.Steps),
    };
}

internal sealed class EventMapping : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("delivery_events");
        builder.HasKey(e => new { e.Item, e.Number });
        builder.Property(e => e.Item).HasMaxLength(Lengths.Id);
        builder.Property(e => e.Act).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(e => e.By).HasMaxLength(Lengths.Id);
        builder.Property(e => e.ByName).HasMaxLength(Lengths.Id);
        builder.Property(e => e.Unit).HasMaxLength(Lengths.Id);
        builder.Property(e => e.Person).HasMaxLength(Lengths.Id);
        builder.Property(e => e.Into).HasMaxLength(Lengths.Id);
        builder.Property(e => e.Steps).HasMaxLength(Lengths.Id);
        builder.HasOne<ItemRow>().WithMany().HasForeignKey(e => e.Item).OnDelete(DeleteBehavior.Restrict);
    }
}
