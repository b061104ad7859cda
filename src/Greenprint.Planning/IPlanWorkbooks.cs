namespace Greenprint.Planning;

/// <summary>The plan as one workbook (XLSX).</summary>
public interface IPlanWorkbooks
{
    /// <summary>Writes the workbook of a plan in the language of the current reader: what the plan says, which everybody may read. Its year tasks are not in it.</summary>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="to">A seekable stream that can be read and written; left open at its end.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>False when there is no such plan; nothing is written then.</returns>
    Task<bool> Write(string plan, Stream to, CancellationToken cancellation);
}
