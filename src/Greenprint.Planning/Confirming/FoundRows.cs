using Greenprint.Planning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Confirming;

/// <summary>One item as the reader found it in one document. Never changed.</summary>
internal sealed class FoundRow
{
    public required string Plan { get; init; }

    /// <summary>Number of the document.</summary>
    public required int Document { get; init; }

    public required string Id { get; init; }

    public required FoundKind Kind { get; init; }

    public required int Position { get; init; }

    /// <summary><see cref="FoundContent"/> as JSON.</summary>
    public required string Content { get; init; }

    public int? Page { get; init; }

    public int? Line { get; init; }

    public string? Clause { get; init; }

    public string? Quote { get; init; }

    public required decimal Confidence { get; init; }

    public required FoundChange Change { get; init; }
}

/// <summary>Items of a reading as rows.</summary>
internal static class FoundRows
{
    /// <summary>The rows of the first document of a plan.</summary>
    public static IEnumerable<FoundRow> First(string plan, IReadOnlyList<ReadItem> items)
    {
        Dictionary<FoundKind, int> last = [];
        foreach (var (position, item) in items.Index())
        {
            last[item.Kind] = last.GetValueOrDefault(item.Kind) + 1;
            yield return Of(plan, 1, FoundIds.Of(item.Kind, last[item.Kind]), position, item, FoundChange.First);
        }
    }

    public static FoundRow Of(string plan, int document, string id, int position, ReadItem item, FoundChange change) => new()
    {
        Plan = plan,
        Document = document,
        Id = id,
        Kind = item.Kind,
        Position = position,
        Content = FoundJson.Write(item.Content),
        Page = item.Place.Page,
        Line = item.Place.Line,
        Clause = item.Place.ClauseId,
        Quote = item.Place.Quote,
        Confidence = item.Confidence,
        Change = change,
    };
}

/// <summary>What an act of an editor does to an item.</summary>
internal enum DecisionAct
{
    Accept,
    Correct,
    Reject,
    Add,

    /// <summary>Takes back the act of number <see cref="DecisionRow.Of"/>.</summary>
    Undo,

    /// <summary>Does it again.</summary>
    Redo,
}

/// <summary>One act about one item. Rows are only ever added; an act about several items has one number and a row for each.</summary>
internal sealed class DecisionRow
{
    public required string Plan { get; init; }

    /// <summary>Number of the act within the plan, from 1.</summary>
    public required int Number { get; init; }

    public required string Item { get; init; }

    public required DecisionAct Act { get; init; }

    /// <summary>The act that is undone or done again.</summary>
    public int? Of { get; init; }

    /// <summary>Number of the document that was on the screen.</summary>
    public required int Document { get; init; }

    /// <summary>Kind of the item, so that an added one needs no other row.</summary>
    public required FoundKind Kind { get; init; }

    /// <summary><see cref="FoundContent"/> as JSON for what was corrected or added.</summary>
    public string? Content { get; init; }

    public int? Page { get; init; }

    public int? Line { get; init; }

    public string? Quote { get; init; }

    public string? Why { get; init; }

    public required string By { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class FoundMapping : IEntityTypeConfiguration<FoundRow>
{
    public void Configure(EntityTypeBuilder<FoundRow> builder)
    {
        builder.ToTable("planning_found");
        builder.HasKey(found => new { found.Plan, found.Document, found.Id });
        builder.BelongsToPlan();
        builder.Property(found => found.Id).HasMaxLength(Lengths.Id);
        builder.Property(found => found.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(found => found.Change).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(found => found.Clause).HasMaxLength(Lengths.Id);
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<DecisionRow>
{
    public void Configure(EntityTypeBuilder<DecisionRow> builder)
    {
        builder.ToTable("planning_decisions");
        builder.HasKey(decision => new { decision.Plan, decision.Number, decision.Item });
        builder.BelongsToPlan();
        builder.Property(decision => decision.Item).HasMaxLength(Lengths.Id);
        builder.Property(decision => decision.Act).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(decision => decision.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
    }
}
