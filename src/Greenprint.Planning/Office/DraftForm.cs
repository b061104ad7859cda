using Greenprint.Planning.Drafts;
using Greenprint.Planning.Plans;
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

    /// <summary>Goals, key tasks and safeguards.</summary>
    public List<DraftFormItem> Items { get; set; } = [];

    internal static DraftForm Of(OfficePlan plan) => new()
    {
        Version = plan.Version,
        TitleZh = plan.Summary.Title.Zh,
        TitleEn = plan.Summary.Title.En,
        Region = plan.Summary.Region,
        Start = plan.Summary.Start,
        End = plan.Summary.End,
        Items = [.. plan.Items.Select(item => new DraftFormItem { Kind = item.Kind, Code = item.Code, Title = item.Title, Kept = item.Kept })],
    };

    internal DraftEdit ToEdit() => new(
        new Bilingual(TitleZh ?? "", TitleEn),
        Region ?? "",
        Start ?? 0,
        End ?? 0,
        [.. Items.Where(item => Enum.TryParse<ItemKind>(item.Kind, out _)).Select(item => new ItemEdit(Enum.Parse<ItemKind>(item.Kind!), item.Code ?? "", item.Title ?? "", item.Kept))]);
}

/// <summary>One item of the form.</summary>
public sealed record DraftFormItem
{
    /// <summary>Goal, KeyTask or Safeguard.</summary>
    public string? Kind { get; set; }

    /// <summary>Its code.</summary>
    public string? Code { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>Whether it belongs to the plan.</summary>
    public bool Kept { get; set; }
}
