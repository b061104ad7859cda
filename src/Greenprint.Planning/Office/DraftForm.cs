using Greenprint.Planning.Drafts;
using Greenprint.Quantities;

namespace Greenprint.Planning.Office;

/// <summary>The form in which a draft is corrected, as the browser sends it.</summary>
public sealed record DraftForm
{
    /// <summary>The version that the editor saw.</summary>
    public int Version { get; set; }

    /// <summary>Title, Chinese.</summary>
    public string? TitleZh { get; set; }

    /// <summary>Title, English.</summary>
    public string? TitleEn { get; set; }

    /// <summary>Code of the region.</summary>
    public string? Region { get; set; }

    /// <summary>First year.</summary>
    public int? Start { get; set; }

    /// <summary>Last year.</summary>
    public int? End { get; set; }

    internal static DraftForm Of(OfficePlan plan) => new()
    {
        Version = plan.Version,
        TitleZh = plan.Summary.Title.Zh,
        TitleEn = plan.Summary.Title.En,
        Region = plan.Summary.Region,
        Start = plan.Summary.Start,
        End = plan.Summary.End,
    };

    internal DraftEdit ToEdit() => new(
        new Bilingual(TitleZh ?? "", TitleEn),
        Region ?? "",
        Start ?? 0,
        End ?? 0);
}
