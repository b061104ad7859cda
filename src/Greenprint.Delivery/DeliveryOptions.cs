using System.ComponentModel.DataAnnotations;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery;

/// <summary>Settings of the dispatch, under <c>Delivery</c>; all in working days. Read once at start; a wrong one stops the program and names itself.</summary>
public sealed class DeliveryOptions
{
    /// <summary>A cycle opens so many working days before the end of its period.</summary>
    [Range(0, 60)]
    public int OpensBefore { get; set; } = 3;

    /// <summary>A report is due on this working day after the period.</summary>
    [Range(1, 60)]
    public int DueAfter { get; set; } = 5;

    /// <summary>A cycle locks so many working days after that.</summary>
    [Range(0, 120)]
    public int LocksAfter { get; set; } = 10;

    /// <summary>An item is to be signed for within so many working days.</summary>
    [Range(1, 20)]
    public int SignWithin { get; set; } = 2;

    /// <summary>A returned report is to be handed in again within so many working days; the lock of the cycle waits for it.</summary>
    [Range(1, 20)]
    public int AgainWithin { get; set; } = 3;

    /// <summary>A light is yellow when fewer working days than this are left.</summary>
    [Range(1, 20)]
    public int YellowBelow { get; set; } = 3;

    /// <summary>A unit is reminded so many working days before an item is due; 0 reminds nobody.</summary>
    [Range(0, 20)]
    public int RemindBefore { get; set; } = 3;
    /// <summary>A unit is silent that has handed in nothing for so many of its last cycles that were due.</summary>
    [Range(1, 12)]
    public int SilentAfter { get; set; } = 2;

    /// <summary>A report is to be checked within so many working days.</summary>
    [Range(1, 60)]
    public int CheckWithin { get; set; } = 5;

    /// <summary>The largest file that is taken as proof, in megabytes; what is uploaded at once may have 25 together.</summary>
    [Range(1, 25)]
    public int LargestProof { get; set; } = 20;

    internal CycleRule Rule => new(OpensBefore, DueAfter, LocksAfter);

    internal LightRule Lights => new(YellowBelow);

    internal long LargestBytes => LargestProof * 1024L * 1024;
}

[OptionsValidator]
internal sealed partial class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>;
