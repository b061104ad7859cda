using System.CommandLine;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Air;
using Greenprint.Server.Calculations.Editions;
using Greenprint.Server.Calculations.Soil;
using Greenprint.Server.Calculations.Water;

namespace Greenprint.Server.Calculations;

/// <summary>Verbs that calculate by the standards from a table of anyone's, without a store and without a host.</summary>
internal static class CalculationVerbs
{
    internal static IEnumerable<Command> All()
    {
        Bilingual air = ("环境空气：指数与评价。", "Ambient air: index and assessment.");
        Bilingual water = ("地表水、海水、地下水的类别。", "Classes of surface water, sea water and groundwater.");
        Bilingual soil = ("土壤污染风险。", "Risk of soil pollution.");
        Bilingual standards = ("标准版本：列出、显示、比较。", "Editions of the standards: list, show, compare.");
        yield return new("air", air.Here) { AirIndexVerb.Command(), AirAssessVerb.Command() };
        yield return new("water", water.Here) { WaterClassifyVerb.Command() };
        yield return new("soil", soil.Here) { SoilGradeVerb.Command() };
        yield return new("standards", standards.Here) { StandardsVerbs.List(), StandardsVerbs.Show(), CompareVerb.Command() };
    }
}
