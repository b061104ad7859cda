using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Water;

/// <summary>Reads what 环办〔2011〕22号 says about periods, rivers and change, and refuses tables out of order.</summary>
internal static class SectionFiles
{
    internal static SectionRules Read(StandardFiles files, StandardEdition method, RuleTable rules)
    {
        var (file, text) = files.Pair($"{method.Id}/river-states.csv");
        var states = new List<StateLine>();
        foreach (var row in CsvTable.Read(file, text, "variant", "state", "goodFrom", "goodBelow", "worstFrom", "worstBelow", "clause", "mark").Rows)
        {
            var state = row.Whole("state");
            if (state is < 1 or > 5 || (states.Count > 0 && (int)states[^1].State > state))
            {
                throw row.Fault("The states stand here from 1 (优) to 5 (重度污染).");
            }

            var variant = row.OneOf<HeavyPollution?>("variant", ("", null), ("below-75", HeavyPollution.Below75), ("below-60", HeavyPollution.Below60));
            states.Add(new(variant, (WaterState)state, row.TryNumber("goodFrom"), row.TryNumber("goodBelow"), row.TryNumber("worstFrom"), row.TryNumber("worstBelow")));
        }

        var (quarter, year, frozen) = (rules.Whole("quarter-months"), rules.Whole("year-months"), rules.Whole("year-months-frozen"));
        if (quarter is < 1 or > 3 || year != 12 || frozen > year || rules.Whole("change-none-up-to") >= rules.Whole("change-some-up-to"))
        {
            throw new StandardTableException($"{method.Id}/rules.csv", 0, "Months or bounds of change do not fit one another.");
        }

        return new(
            quarter, year, frozen, rules.Whole("proportion-from"), rules.Whole("main-indicators"), rules.Whole("multiple-text-decimals"),
            rules.Whole("change-none-up-to"), rules.Whole("change-some-up-to"), states, rules.Rule("proportion-from"), rules.Rule("year-months"));
    }
}
