namespace Greenprint.Platform;

/// <summary>What a tree of units must not be.</summary>
internal static class UnitRules
{
    /// <exception cref="RefusedException">The unit above is not known, or the unit stands above itself.</exception>
    public static void RefuseParent(Organization unit, IReadOnlyDictionary<string, string?> parents)
    {
        HashSet<string> walked = new(StringComparer.Ordinal) { unit.Id };
        for (var above = unit.Parent; above is not null; above = parents[above])
        {
            if (!parents.ContainsKey(above))
            {
                throw new RefusedException(PlatformFindings.NoSuchUnit(above));
            }

            if (!walked.Add(above))
            {
                throw new RefusedException(PlatformFindings.UnitCircle(unit.Name));
            }
        }
    }
}
