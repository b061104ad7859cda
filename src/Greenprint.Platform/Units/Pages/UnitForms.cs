using System.Text.Json;
using System.Text.RegularExpressions;
using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>The form in which a unit is added, as the browser sends it.</summary>
public sealed partial record NewUnitForm
{
    /// <summary>Id, or empty for the next number.</summary>
    public string? Id { get; set; }

    /// <summary>Name, Chinese.</summary>
    public string? NameZh { get; set; }

    /// <summary>Name, English.</summary>
    public string? NameEn { get; set; }

    /// <summary>Name of the kind.</summary>
    public string? Kind { get; set; }

    /// <summary>Code of the region.</summary>
    public string? Region { get; set; }

    /// <summary>Id of the unit above, or empty.</summary>
    public string? Parent { get; set; }

    /// <summary>First day, or empty.</summary>
    public string? Opened { get; set; }

    /// <summary>The unit; null where the name is missing, the kind is none, the day cannot be read or the id has another form.</summary>
    internal Organization? ToUnit()
    {
        var id = Id?.Trim() ?? "";
        return NameOf(NameZh, NameEn) is { } name && Enum.TryParse<OrgLevel>(Kind, out var kind) && Enum.IsDefined(kind) && (id.Length == 0 || FormOfId().IsMatch(id)) && UnitsPage.IsDayOrEmpty(Opened)
            ? new(id, Region ?? "", name, UnitsPage.Read(Opened), Parent: string.IsNullOrEmpty(Parent) ? null : Parent, Kind: kind)
            : null;
    }

    internal static Bilingual? NameOf(string? zh, string? en) =>
        string.IsNullOrWhiteSpace(zh) ? null : new(zh.Trim(), string.IsNullOrWhiteSpace(en) ? null : en.Trim());

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*/[a-z0-9-]+$")]
    private static partial Regex FormOfId();
}

/// <summary>The form in which a unit gets a new name, place or kind.</summary>
public sealed record ReformForm
{
    /// <summary>Name, Chinese.</summary>
    public string? NameZh { get; set; }

    /// <summary>Name, English.</summary>
    public string? NameEn { get; set; }

    /// <summary>Name of the kind.</summary>
    public string? Kind { get; set; }

    /// <summary>Id of the unit above, or empty.</summary>
    public string? Parent { get; set; }

    /// <summary>First day of the new form; empty mends a mistake.</summary>
    public string? From { get; set; }

    /// <summary>The reason.</summary>
    public string? Why { get; set; }

    /// <summary>What the unit was when the page was made, as <see cref="SeenOf"/> writes it.</summary>
    public string? Seen { get; set; }

    internal static ReformForm Of(Organization unit) =>
        new() { NameZh = unit.Name.Zh, NameEn = unit.Name.En, Kind = unit.Kind.ToString(), Parent = unit.Parent, Seen = SeenOf(unit) };

    internal static string SeenOf(Organization unit) => JsonSerializer.Serialize(new[] { unit.Name.Zh, unit.Name.En, unit.Kind.ToString(), unit.Parent });

    /// <summary>What the unit becomes; null where the name or the reason is missing, the day cannot be read or the kind is none.</summary>
    internal UnitForm? ToForm() => NewUnitForm.NameOf(NameZh, NameEn) is { } name && !string.IsNullOrWhiteSpace(Why) && UnitsPage.IsDayOrEmpty(From) && Enum.TryParse<OrgLevel>(Kind, out var kind) && Enum.IsDefined(kind)
        ? new(name, string.IsNullOrEmpty(Parent) ? null : Parent, kind, UnitsPage.Read(From))
        : null;
}

/// <summary>The form in which a person gets a post.</summary>
public sealed record PostForm
{
    /// <summary>Id of the person.</summary>
    public string? Person { get; set; }

    /// <summary>Id of the unit.</summary>
    public string? Unit { get; set; }

    /// <summary>What the post is called, Chinese.</summary>
    public string? TitleZh { get; set; }

    /// <summary>What it is called, English.</summary>
    public string? TitleEn { get; set; }

    /// <summary>True for who stands in.</summary>
    public bool IsDeputy { get; set; }

    /// <summary>First day; today where it is empty.</summary>
    public string? From { get; set; }

    /// <summary>The reason.</summary>
    public string? Why { get; set; }

    /// <summary>The post; null where person, unit or title is missing, or the day cannot be read.</summary>
    internal NewPost? ToPost(DateOnly today) => NewUnitForm.NameOf(TitleZh, TitleEn) is { } title && !string.IsNullOrEmpty(Person) && !string.IsNullOrEmpty(Unit) && UnitsPage.IsDayOrEmpty(From)
        ? new(Person, Unit, title, IsDeputy, UnitsPage.Read(From) ?? today)
        : null;
}
