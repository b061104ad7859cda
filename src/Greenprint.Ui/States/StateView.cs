using Greenprint.Quantities;

namespace Greenprint.Ui.States;

/// <summary>What a state means for the eye: one colour and one shape each. The word always stands beside them.</summary>
public enum StateTone
{
    /// <summary>Reached for good (已完成).</summary>
    Achieved,

    /// <summary>As it should be today.</summary>
    Good,

    /// <summary>A little behind.</summary>
    Slow,

    /// <summary>Behind.</summary>
    Behind,

    /// <summary>Worse than where it began.</summary>
    Worse,

    /// <summary>Ended without being reached (未完成).</summary>
    Failed,

    /// <summary>Waits for somebody.</summary>
    Waiting,

    /// <summary>Cannot be judged.</summary>
    Unknown,

    /// <summary>Taken out by a decision: suspended, cancelled, superseded.</summary>
    Halted,
}

/// <summary>A state as a reader meets it.</summary>
/// <param name="Key">Its permanent name in the code and in the open data, for example <c>OnTrack</c>.</param>
/// <param name="Label">The word.</param>
/// <param name="Tone">Colour and shape.</param>
/// <param name="Meaning">Its written definition, shown where the state is explained.</param>
public sealed record StateView(string Key, Bilingual Label, StateTone Tone, Bilingual? Meaning = null);

/// <summary>How many there are of a state.</summary>
public sealed record StateCount(StateView State, int Count);
