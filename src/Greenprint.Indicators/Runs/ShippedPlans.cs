using Greenprint.Planning;

namespace Greenprint.Indicators;

/// <summary>Bindings that come with the program (<c>data/demo/real-binding.json</c>), for computing without storing the plan.</summary>
internal sealed class ShippedPlans(IPlanPacks packs)
{
    public PlanView? Find(string id) => packs.FindShipped(id)?.ToView();
}
