namespace Greenprint.EndToEnd.Tests;

/// <summary>The pages that anybody may see, one address of each kind.</summary>
public static class PublicPages
{
    public static readonly string[] All =
    [
        "/", "/?by=group", "/plans", "/plans/lanwan-15", "/plans/lanwan-14",
        "/plans/lanwan-15/indicators/air-pm25", "/plans/lanwan-15/indicators/air-good-days", "/plans/lanwan-15/indicators/co2-intensity",
        "/plans/lanwan-15/indicators/mangrove", "/plans/lanwan-15/indicators/emergency-base", "/plans/lanwan-14/indicators/eqi-change",
        "/embed/plans/lanwan-15/indicators/air-o3", "/stations", "/methods", "/about", "/sign-in",
    ];
}
