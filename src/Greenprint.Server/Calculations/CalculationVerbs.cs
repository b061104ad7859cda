using System.CommandLine;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Air;

namespace Greenprint.Server.Calculations;

/// <summary>Verbs that calculate by the standards from a table of anyone's, without a store and without a host.</summary>
internal static class CalculationVerbs
{
    internal static IEnumerable<Command> All()
    {
        Bilingual air = ("环境空气：指数与评价。", "Ambient air: index and assessment.");
        yield return new("air", air.Here) { AirIndexVerb.Command() };
    }
}
