using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Indicators;

/// <summary>The values of an indicator as open data.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Decimals">Places of the published figures.</param>
/// <param name="Deciding">The origin that decides.</param>
/// <param name="IsDemo">True for the invented county: 演示数据.</param>
/// <param name="Values">Every revision, oldest period first; the last one of a period and origin is the current one. Without the names of persons.</param>
public sealed record IndicatorValues(
    string Plan, string Indicator, Bilingual Name, string Unit, int Decimals, ValueOrigin Deciding, bool IsDemo, IReadOnlyList<IndicatorValue> Values);

internal static class ValueEndpoints
{
    public static void MapValues(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/plans/{plan}/indicators/{code}/values", Of).AllowAnonymous().WithName("IndicatorValues").WithTags("Indicators");

    // A draft is nobody's word yet: to the public it is not there.
    private static async Task<Results<JsonHttpResult<IndicatorValues>, ProblemHttpResult>> Of(
        string plan, string code, IPlans plans, IValues values, CancellationToken cancellation)
    {
        if (await plans.Find(plan, cancellation) is not { Summary.Status: not PlanStatus.Draft } view)
        {
            return IndicatorsFindings.NoSuchPlan(plan).ToNotFound();
        }

        if (view.Indicators.FirstOrDefault(indicator => indicator.Code == code) is not { } found)
        {
            return IndicatorsFindings.NoSuchIndicator(plan, code).ToNotFound();
        }

        var revisions = await values.Revisions(plan, code, cancellation);
        return TypedResults.Json(
            new IndicatorValues(
                plan, code, found.Name, found.Unit, found.Decimals, found.Deciding, view.Summary.IsDemo, [.. revisions.Select(value => value with { Person = null })]),
            RunJson.Options);
    }
}
