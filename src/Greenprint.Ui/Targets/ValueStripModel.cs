using Greenprint.Quantities;

namespace Greenprint.Ui.Targets;

/// <summary>Baseline, latest, target and gap of an indicator in one line.</summary>
public sealed record ValueStripModel(DatedFigure Baseline, DatedFigure Latest, TargetView Target, Bilingual TargetWhen, GapView Gap, Bilingual Unit, int Decimals)
{
    /// <summary>Where the latest value comes from: computed, reported or issued.</summary>
    public Bilingual? Origin { get; init; }

    /// <summary>Address of the latest value's provenance, relative to the base of the page.</summary>
    public string? ProvenanceHref { get; init; }

    /// <summary>Latest less baseline, or null where one is missing.</summary>
    internal decimal? Change => Latest.Words is null ? Latest.Value - Baseline.Value : null;

    /// <summary>True better, false worse, null neither or nobody says: by the desired side, never by the sign alone.</summary>
    internal bool? Better => Change is not { } change || Rounding.HalfEven(change, Decimals) == 0 || Target.Wished() is not { } higher
        ? null
        : change > 0 == higher;
}
