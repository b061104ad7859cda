using System.Text.Json;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Adjusting;

/// <summary>One event of a request as it is kept. Never changed; the request is nothing but its events.</summary>
internal sealed class AdjustmentRow
{
    public required string Plan { get; init; }

    public required string Code { get; init; }

    public required int Number { get; init; }

    public required AdjustmentAct Act { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string ByName { get; init; }

    public AdjustmentSubjectKind? SubjectKind { get; init; }

    public string? Subject { get; init; }

    /// <summary>Old and new with the grounds, as JSON: read and shown together.</summary>
    public string? Proposal { get; init; }

    public string? Why { get; init; }

    /// <summary>Ids of units, as JSON.</summary>
    public string? Units { get; init; }

    public DateOnly? Day { get; init; }

    public string? Unit { get; init; }

    public OpinionKind? Opinion { get; init; }

    public string? Document { get; init; }

    public string? Waiver { get; init; }

    public string? Assigner { get; init; }

    public int? Revision { get; init; }

    /// <summary>What the alignment check found, as JSON: kept with the decision that was taken on it.</summary>
    public string? Check { get; init; }

    public AdjustmentEvent ToEvent() => new(Number, Act, At, By, ByName)
    {
        Subject = Subject is null ? null : new(SubjectKind!.Value, Subject),
        Proposal = Proposal is null ? null : JsonSerializer.Deserialize<AdjustmentProposal>(Proposal, PlanPackJson.Compact),
        Why = Why,
        Units = Units is null ? [] : JsonSerializer.Deserialize<List<string>>(Units, PlanPackJson.Compact)!,
        Day = Day,
        Unit = Unit,
        Opinion = Opinion,
        Document = Document,
        Waiver = Waiver,
        Assigner = Assigner,
        Revision = Revision,
        Check = Check is null ? null : JsonSerializer.Deserialize<AdjustmentCheck>(Check, PlanPackJson.Compact),
    };

    /// <summary>The revisions of a plan's year tasks that approvals wrote, each with the date of its document. One query.</summary>
    public static async Task<IReadOnlyList<(string Code, int Revision, DateOnly On)>> OfYearTasks(GreenprintDb db, string plan, CancellationToken cancellation)
    {
        var rows = db.Set<AdjustmentRow>().AsNoTracking().Where(row => row.Plan == plan);
        var found = await rows.Where(row => row.Act == AdjustmentAct.Approve && row.Revision != null && row.Day != null)
            .Join(rows.Where(row => row.SubjectKind == AdjustmentSubjectKind.YearTask), row => row.Code, draft => draft.Code, (row, draft) => new { draft.Subject, row.Revision, row.Day })
            .ToListAsync(cancellation);
        return [.. found.Select(one => (one.Subject!, one.Revision!.Value, one.Day!.Value))];
    }

    public static AdjustmentRow Of(string plan, string code, AdjustmentEvent e) => new()
    {
        Plan = plan,
        Code = code,
        Number = e.Number,
        Act = e.Act,
        At = e.At,
        By = e.By,
        ByName = e.ByName,
        SubjectKind = e.Subject?.Kind,
        Subject = e.Subject?.Code,
        Proposal = e.Proposal is null ? null : JsonSerializer.Serialize(e.Proposal, PlanPackJson.Compact),
        Why = e.Why,
        Units = e.Units.Count == 0 ? null : JsonSerializer.Serialize(e.Units, PlanPackJson.Compact),
        Day = e.Day,
        Unit = e.Unit,
        Opinion = e.Opinion,
        Document = e.Document,
        Waiver = e.Waiver,
        Assigner = e.Assigner,
        Revision = e.Revision,
        Check = e.Check is null ? null : JsonSerializer.Serialize(e.Check, PlanPackJson.Compact),
    };
}

internal sealed class AdjustmentMapping : IEntityTypeConfiguration<AdjustmentRow>
{
    public void Configure(EntityTypeBuilder<AdjustmentRow> builder)
    {
        builder.ToTable("planning_adjustment_events");
        builder.HasKey(e => new { e.Plan, e.Code, e.Number });
        builder.BelongsToPlan();
        builder.Property(e => e.Code).HasMaxLength(Lengths.Word);
        builder.Property(e => e.Act).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(e => e.By).HasMaxLength(Lengths.Id);
        builder.Property(e => e.ByName).HasMaxLength(Lengths.Id);
        builder.Property(e => e.SubjectKind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(e => e.Subject).HasMaxLength(Lengths.Id);
        builder.Property(e => e.Unit).HasMaxLength(Lengths.Id);
        builder.Property(e => e.Opinion).HasConversion<string>().HasMaxLength(Lengths.Word);
    }
}
