using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>
/// Key tasks (重点任务) through time. A plan in force holds one wording and one division of duty of each; every change since is a further version, by an
/// adjustment with its document or by the workbook, and the first one stays.
/// </summary>
public interface IKeyTasks
{
    /// <summary>Every version of one key task, oldest first; empty where there is none of that code.</summary>
    Task<IReadOnlyList<KeyTaskVersion>> Versions(string plan, string code, CancellationToken cancellation);
}

/// <summary>What a key task says and who answers for it.</summary>
/// <param name="Title">Title.</param>
/// <param name="Text">What it says.</param>
public sealed record KeyTaskContent(Bilingual Title, Bilingual Text)
{
    /// <summary>Id of the unit that leads; null where none is named.</summary>
    public string? Lead { get; init; }

    /// <summary>Ids of the units that support.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>What a key task of a plan says.</summary>
    public static KeyTaskContent Of(KeyTaskView task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(task.Title, task.Text) { Lead = task.Lead, Support = task.Support };
    }

    /// <summary>True where both say the same.</summary>
    public bool Same(KeyTaskContent other) => other is not null && Title == other.Title && Text == other.Text && Lead == other.Lead && Support.SequenceEqual(other.Support);

    /// <summary>True where both ask the same of the same units: a translation that was mended changes nothing that is in force.</summary>
    internal bool SameInForce(KeyTaskContent other) => Title.Zh == other.Title.Zh && Text.Zh == other.Text.Zh && Lead == other.Lead && Support.SequenceEqual(other.Support);

    internal KeyTaskView In(KeyTaskView task) => task with { Title = Title, Text = Text, Lead = Lead, Support = Support };
}

/// <summary>One version of a key task.</summary>
/// <param name="Number">From 1, the one that the plan was adopted with.</param>
/// <param name="Content">What it says.</param>
/// <param name="Document">Number of the document that decides; null for the first, and for a change of duties by the workbook.</param>
/// <param name="On">In force from this day; null for the first.</param>
/// <param name="Reason">Why; null for the first.</param>
/// <param name="RecordedAt">When it was recorded; null for the first.</param>
/// <param name="RecordedBy">By whom; null for the first.</param>
public sealed record KeyTaskVersion(int Number, KeyTaskContent Content, string? Document, DateOnly? On, string? Reason, DateTimeOffset? RecordedAt, string? RecordedBy)
{
    /// <summary>The one in force at the end of a day, or now.</summary>
    internal static KeyTaskVersion InForce(IEnumerable<KeyTaskVersion> versions, DateOnly? day) => versions.Last(version => version.Number == 1 || day is null || version.On <= day);
}
