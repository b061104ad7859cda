namespace Greenprint.PlanText;

/// <summary>What the catalogue of plan indicators (<c>data/indicators</c>) says about a name.</summary>
/// <param name="Code">Permanent code in the catalogue, for example <c>air-pm25</c>; null where only the wording tells the direction.</param>
/// <param name="MoreIsBetter">Whether more of it is better; null where neither catalogue nor wording says so.</param>
public sealed record KnownIndicator(string? Code, bool? MoreIsBetter);

/// <summary>Indicators known by name.</summary>
public static class KnownIndicators
{
    /// <summary>What is known about an indicator of this name, as a plan prints it.</summary>
    public static KnownIndicator Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var catalogue = Catalogue.IndicatorCatalogue.Bundled;
        return new(catalogue.Find(name)?.Code, catalogue.SideOfName(name) switch
        {
            Catalogue.IndicatorSide.Up => true,
            Catalogue.IndicatorSide.Down => false,
            _ => null,
        });
    }
}
