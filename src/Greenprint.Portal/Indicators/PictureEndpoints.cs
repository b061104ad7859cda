using Greenprint.Portal.Plans;
using Greenprint.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Portal.Indicators;

internal static class PictureEndpoints
{
    public static void MapPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/plans/{plan}/indicators/{code}/chart.svg", GetIndicatorPicture)
            .WithName(nameof(GetIndicatorPicture))
            .WithSummary("The yearly values and targets of an indicator as a picture; a demo plan's carries 演示数据 inside")
            .AllowAnonymous();

    internal static async Task<Results<ContentHttpResult, NotFound>> GetIndicatorPicture(
        string plan, string code, PublicPlans plans, ChartPictures pictures, CancellationToken cancellation) =>
        await plans.Indicator(plan, code, cancellation) is { } found && IndicatorYears.Chart(found.Sheet) is { } chart
            ? TypedResults.Content(pictures.DrawAlone(chart.ToOption(found.Plan.Summary.IsDemo), 760, 360), "image/svg+xml; charset=utf-8")
            : TypedResults.NotFound();
}
