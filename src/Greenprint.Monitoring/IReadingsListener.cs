namespace Greenprint.Monitoring;

/// <summary>
/// Told of readings that have changed, after the import that changed them was committed and before it returns: what rests on them is then computed again.
/// A port: modules above implement it. Whoever stores readings calls every registered one, on a dry run none.
/// </summary>
/// <remarks>A listener that fails does not undo the import; the next start of the program catches up.</remarks>
public interface IReadingsListener
{
    /// <summary>Readings of these series and times were stored or revised.</summary>
    /// <param name="touched">The series that changed, each once.</param>
    /// <param name="cause">What changed them, for the record, for example the names of the imported files.</param>
    /// <param name="cancellation">Stops.</param>
    Task Changed(IReadOnlyList<TouchedSeries> touched, string cause, CancellationToken cancellation);
}

/// <summary>A series of which readings changed.</summary>
/// <param name="Series">Number of the series.</param>
/// <param name="From">Start of the first reading that changed.</param>
/// <param name="To">Start of the last one.</param>
public sealed record TouchedSeries(int Series, DateTimeOffset From, DateTimeOffset To);
