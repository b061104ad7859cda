using System.Globalization;
using System.Text;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Indicators;

/// <summary>Where a unit enters reported values and the bureau those that the superior issued, in its own region.</summary>
public sealed partial class ValuesPage
{
    private const long LargestUpload = 1024 * 1024;

    private readonly List<FormError> errors = [];
    private PlanStandings? plan;
    private IndicatorView? chosen;
    private IReadOnlyList<IndicatorValue> revisions = [];
    private Actor actor = new("", "");
    private Bilingual? refusal;
    private SheetResult? sheet;
    private string? sheetText;

    /// <summary>Id of the plan.</summary>
    [Parameter]
    public string Plan { get; set; } = "";

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Indicator { get; set; }

    [SupplyParameterFromQuery(Name = "saved")]
    private string? Saved { get; set; }

    [SupplyParameterFromForm(FormName = "enter")]
    private EntryForm Entry { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "try-sheet")]
    private IFormFile? File { get; set; }

    [SupplyParameterFromForm(FormName = "store-sheet")]
    private string? SheetText { get; set; }

    private string Address => $"office/plans/{Uri.EscapeDataString(Plan)}/values";

    // After a trial that went well; and while its answer is on the way, because a form that is not on the page takes no post.
    private bool OffersSheet => sheet is null ? SheetText is not null : sheetText is not null && sheet.Accepted;

    /// <summary>Asks who may do what before anything is shown or taken.</summary>
    protected override async Task OnInitializedAsync()
    {
        Entry ??= new();
        if (await Standings.OfPlan(Plan, null, Context.RequestAborted) is not { } found)
        {
            Context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Who.ActorOf(Context.User) is not { } person || !await Who.May(Context.User, Rights.EnterValues, found.Plan.Summary.Region, Context.RequestAborted))
        {
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
            refusal = ("这个规划不属于您有填报权限的区域。", "This plan does not belong to a region for which you may enter values.");
            return;
        }

        (plan, actor) = (found, person);
        chosen = plan.Indicators.FirstOrDefault(standing => standing.Indicator.Code == (Entry.Indicator ?? Indicator))?.Indicator;
        revisions = chosen is null ? [] : await Door.Revisions(Plan, chosen.Code, Context.RequestAborted);
    }

    private async Task Enter()
    {
        if (plan is null)
        {
            return;
        }

        var (origin, entry) = Entry.Read(Plan, errors);
        if (entry is null)
        {
            return;
        }

        var outcome = origin == ValueOrigin.Issued
            ? await Door.Issue(actor, entry, Context.RequestAborted)
            : await Door.Report(actor, entry, Context.RequestAborted);
        if (outcome.Finding is { } finding)
        {
            errors.Add(new(EntryForm.FieldOf(finding), finding.Message));
            return;
        }

        var saved = outcome.Result == EntryResult.Unchanged ? "unchanged" : "yes";
        Navigation.NavigateTo($"{Address}?indicator={Uri.EscapeDataString(entry.Indicator)}&saved={saved}");
    }

    private async Task TrySheet()
    {
        if (plan is null || File is null)
        {
            return;
        }

        if (File.Length > LargestUpload)
        {
            sheet = new(0, 0, 0, 0, [IndicatorsFindings.NotASheet(File.FileName, ("文件超过 1 MB，请用命令行导入。", "The file is larger than 1 MB; import it from the command line."))]);
            return;
        }

        using var bytes = new MemoryStream();
        await File.CopyToAsync(bytes, Context.RequestAborted);
        sheet = await Sheets.Import(actor, Path.GetFileName(File.FileName), bytes.ToArray(), Plan, dryRun: true, Context.RequestAborted);
        sheetText = CsvText.Decode(bytes.ToArray());
    }

    private async Task StoreSheet()
    {
        if (plan is null || SheetText is null)
        {
            return;
        }

        sheet = await Sheets.Import(actor, "CSV", Encoding.UTF8.GetBytes(SheetText), Plan, dryRun: false, Context.RequestAborted);
        if (sheet.Accepted)
        {
            plan = await Standings.OfPlan(Plan, null, Context.RequestAborted);
        }
    }

    private Bilingual? ErrorOf(string field) => errors.FirstOrDefault(error => error.FieldId == field)?.Message;

    private static string Latest(IndicatorStanding standing, ValueOrigin origin) =>
        standing.Values.LastOrDefault(value => value.Origin == origin) is { } value
            ? $"{value.Period}: {(value.Published is { } number ? number.ToString("F" + standing.Indicator.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : Figures.Missing.Here)}"
            : "";
}
