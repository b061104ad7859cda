namespace Greenprint.Portal;

/// <summary>Addresses of public pages, relative to the base of the language. They are stable: a link in a paper must work in ten years.</summary>
public static class PortalPaths
{
    /// <summary>A plan.</summary>
    public static string Plan(string plan) => $"plans/{Uri.EscapeDataString(plan)}";

    /// <summary>The plan as a Word file.</summary>
    public static string Word(string plan) => $"{Plan(plan)}/plan.docx";

    /// <summary>The plan as a workbook.</summary>
    public static string Workbook(string plan) => $"{Plan(plan)}/plan.xlsx";

    /// <summary>An indicator of a plan.</summary>
    public static string Indicator(string plan, string code) => $"{Plan(plan)}/indicators/{Uri.EscapeDataString(code)}";

    /// <summary>The indicator for a frame in another site.</summary>
    public static string Embed(string plan, string code) => $"embed/{Indicator(plan, code)}";

    /// <summary>The indicator's chart as a picture.</summary>
    public static string Picture(string plan, string code) => $"{Indicator(plan, code)}/chart.svg";

    /// <summary>The open data of an address.</summary>
    public static string Data(string path) => $"api/v1/{path}";
}
