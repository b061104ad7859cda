using Greenprint.Quantities;

namespace Greenprint.Ui.States;

/// <summary>Counts of the parts of a whole as a ring.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="GoodName">Name of the part whose share stands in the middle.</param>
/// <param name="Parts">The parts, in the order in which a reader should meet them; those of nothing are listed and not drawn.</param>
public sealed record RingModel(Bilingual Title, Bilingual GoodName, IReadOnlyList<RingPart> Parts)
{
    /// <summary>How many are counted.</summary>
    public int Total => Parts.Sum(part => part.Count);

    /// <summary>Percent of the good parts, rounded half to even; null where nothing is counted: a share of nothing is no share.</summary>
    public decimal? GoodShare => ShareOf(Parts.Where(part => part.IsGood).Sum(part => part.Count));

    /// <summary>The parts that there are, each with where it begins and how long it is in percent of the ring.</summary>
    public IEnumerable<(RingPart Part, decimal Start, decimal Length)> Arcs()
    {
        var before = 0;
        foreach (var part in Parts.Where(part => part.Count > 0))
        {
            yield return (part, 100m * before / Total, 100m * part.Count / Total);
            before += part.Count;
        }
    }

    /// <summary>Percent of a count, rounded half to even; null where nothing is counted.</summary>
    public decimal? ShareOf(int count) => Total == 0 ? null : decimal.Round(100m * count / Total, 0, MidpointRounding.ToEven);
}

/// <summary>One part of a ring.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What the name means, in a few words.</param>
/// <param name="Count">How many it has.</param>
/// <param name="Tone">Its tone.</param>
/// <param name="Address">The page with this part chosen, or given up where it is.</param>
/// <param name="IsChosen">True where the page shows this part alone.</param>
public sealed record RingPart(Bilingual Name, Bilingual Meaning, int Count, StateTone Tone, string Address, bool IsChosen)
{
    /// <summary>True where its share stands in the middle.</summary>
    public bool IsGood { get; init; }
}
