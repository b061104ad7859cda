using Greenprint.Portal.Plans;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Portal.OpenData;

/// <summary>The data of the public pages, from the same answers as the pages; the same in every language.</summary>
internal static class OpenDataEndpoints
{
    public static void MapOpenData(this IEndpointRouteBuilder endpoints)
    {
        var data = endpoints.MapGroup("/api/v1/plans").WithTags("Open data");
        data.MapGet("/", ListPlans)
            .WithName(nameof(ListPlans))
            .WithSummary("The public plans")
            .AllowAnonymous();
        data.MapGet("/{plan}", GetPlan)
            .WithName(nameof(GetPlan))
            .WithSummary("A plan with the standing of each indicator")
            .AllowAnonymous();
        data.MapGet("/{plan}/indicators/{code}", GetIndicator)
            .WithName(nameof(GetIndicator))
            .WithSummary("An indicator with its values of every origin")
            .AllowAnonymous();
    }

    internal static async Task<Ok<PlanList>> ListPlans(PublicPlans plans, CancellationToken cancellation)
    {
        var all = await plans.All(cancellation);
        return TypedResults.Ok(new PlanList(DemoNotice.For(all.Any(plan => plan.IsDemo)), [.. all.Select(OpenPlan.Of)]));
    }

    internal static async Task<Results<Ok<PlanData>, ProblemHttpResult>> GetPlan(string plan, PublicPlans plans, CancellationToken cancellation) =>
        await plans.Plan(plan, cancellation) is { } sheet
            ? TypedResults.Ok(new PlanData(
                DemoNotice.For(sheet.Summary.IsDemo),
                OpenPlan.Of(sheet.Summary),
                sheet.AsOf,
                [.. sheet.Plan.Goals.Select(goal => goal.Text)],
                [.. sheet.Plan.KeyTasks.Select(task => new OpenKeyTask(task.Code, task.Number, task.Title))],
                [.. sheet.Indicators.Select(OpenIndicator.Of)],
                [.. sheet.Plan.Projects.Select(project => OpenProject.Of(project, sheet.Units))]))
            : NotFound(PortalFindings.NoSuchPlan(plan));

    internal static async Task<Results<Ok<IndicatorData>, ProblemHttpResult>> GetIndicator(string plan, string code, PublicPlans plans, CancellationToken cancellation) =>
        await plans.Indicator(plan, code, cancellation) is { } found
            ? TypedResults.Ok(new IndicatorData(
                DemoNotice.For(found.Plan.Summary.IsDemo),
                OpenPlan.Of(found.Plan.Summary),
                found.Sheet.AsOf,
                OpenIndicator.Of(found.Sheet),
                [.. found.Sheet.Source.Values.Select(OpenValue.Of)],
                [.. found.Sheet.Source.Differences.Select(difference => new OpenDifference(
                    difference.Deciding.Period.ToString(), difference.Deciding.Origin, difference.Other.Origin, difference.Difference))]))
            : NotFound(PortalFindings.NoSuchIndicator(plan, code));

    private static ProblemHttpResult NotFound(Finding finding) => TypedResults.Problem(
        title: finding.Message.Here,
        statusCode: StatusCodes.Status404NotFound,
        type: $"/docs/findings#{finding.Code}",
        extensions: [new("code", finding.Code)]);
}
