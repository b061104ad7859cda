using System.Security.Claims;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>Binds methods to indicators, for those who edit the plan.</summary>
internal sealed class MethodDesk(IPlans plans, IMethodBindings bindings, IStations stations, PlanRefresh refresh, IRights rights, IChanges changes)
{
    public Task<PlanView?> Plan(string id, CancellationToken cancellation) => plans.Find(id, cancellation);

    /// <summary>Binds, and computes what can be computed.</summary>
    /// <returns>No finding when it was done; else the field and why not.</returns>
    public async Task<(string? Field, Finding? Finding)> Bind(
        ClaimsPrincipal user, IndicatorView indicator, string? id, string? named, string? city, string why, CancellationToken cancellation)
    {
        if (MethodCatalogue.Find(id ?? "") is not { } method)
        {
            return ("method", IndicatorsFindings.UnknownMethod(id ?? "", string.Join(", ", MethodCatalogue.All.Select(one => one.Id))));
        }

        if (method.Unit != indicator.Unit)
        {
            return ("method", IndicatorsFindings.OtherUnit(method.Unit, indicator.Unit));
        }

        MethodBinding binding = new(method.Id, Arguments(named, city));
        if (binding.Arguments.Count == 0)
        {
            return ("stations", IndicatorsFindings.NoStations("—"));
        }

        if ((await new StationSelection(stations).Of(method, binding, cancellation)).Finding is { } unknown)
        {
            return ("stations", unknown);
        }

        var actor = rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for editors.");
        if (await changes.Apply(actor, change => bindings.Bind(change, indicator.Plan, indicator.Code, binding, why, cancellation), cancellation) is { } refusal)
        {
            return (string.IsNullOrWhiteSpace(why) ? "why" : null, refusal);
        }

        // Of this plan alone: figures of others are no matter of who edits it.
        await refresh.Run(actor, why.Trim(), indicator.Plan, null, method.Items.ToHashSet(StringComparer.Ordinal), cancellation);
        return (null, null);
    }

    private static Dictionary<string, string> Arguments(string? named, string? city)
    {
        Dictionary<string, string> arguments = [];
        if (!string.IsNullOrWhiteSpace(named))
        {
            arguments["stations"] = named.Trim();
        }
        else if (!string.IsNullOrWhiteSpace(city))
        {
            arguments["city"] = city.Trim();
        }

        return arguments;
    }
}
