using Greenprint.Planning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Greenprint.Planning.Workbooks.Jobs;

/// <summary>Where a workbook that somebody brought back is on its way.</summary>
internal enum WorkbookJobState
{
    /// <summary>正在核对: it is being read and compared; nothing is stored.</summary>
    Checking,

    /// <summary>待写入: nothing is wrong with it, and it waits for a person to say so.</summary>
    Ready,

    /// <summary>有误: it is not taken; nothing was stored.</summary>
    Refused,

    /// <summary>没有改动.</summary>
    Same,

    /// <summary>正在写入: all of it or nothing, in one change.</summary>
    Applying,

    /// <summary>已写入.</summary>
    Applied,

    /// <summary>中断: the program ended while it was under way; nothing was stored.</summary>
    Interrupted,
}

/// <summary>A workbook that somebody brought back, with what became of it.</summary>
internal sealed class WorkbookJobRow
{
    public required string Id { get; init; }

    public required string Plan { get; init; }

    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    /// <summary>By which the file itself is found again.</summary>
    public required string Sha256 { get; init; }

    public required WorkbookJobState State { get; set; }

    /// <summary>What the check said, as compact JSON; null before its end.</summary>
    public string? Outcome { get; set; }

    /// <summary>The changes, packed, as the check hands them on; null where there are none.</summary>
    public string? Edits { get; set; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string ByName { get; init; }

    /// <summary>Who had the changes taken over.</summary>
    public string? OrderedBy { get; set; }

    public string? OrderedByName { get; set; }

    /// <summary>When the state last changed.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>A sign of life of the process that works on it, by its own clock.</summary>
    public required DateTimeOffset Beat { get; set; }

    public bool IsRunning => State is WorkbookJobState.Checking or WorkbookJobState.Applying;
}

internal sealed class WorkbookJobMapping : IEntityTypeConfiguration<WorkbookJobRow>
{
    public void Configure(EntityTypeBuilder<WorkbookJobRow> builder)
    {
        builder.ToTable("planning_workbooks");
        builder.BelongsToPlan();
        builder.Property(job => job.Id).HasMaxLength(Lengths.Id);
        builder.Property(job => job.Sha256).HasMaxLength(64);
        builder.Property(job => job.State).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(job => job.By).HasMaxLength(Lengths.Id);
        builder.Property(job => job.ByName).HasMaxLength(Lengths.Id);
        builder.Property(job => job.OrderedBy).HasMaxLength(Lengths.Id);
        builder.Property(job => job.OrderedByName).HasMaxLength(Lengths.Id);
        builder.Ignore(job => job.IsRunning);
        builder.HasIndex(job => new { job.Plan, job.At });
    }
}
