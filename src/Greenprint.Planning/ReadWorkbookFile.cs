using Greenprint.Documents;

namespace Greenprint.Planning;

/// <summary>Reads a foreign workbook outside this process, with limits of time and memory. For every module that takes one.</summary>
/// <param name="path">The file.</param>
/// <param name="name">Its name, as messages shall say it.</param>
/// <param name="cancellation">Stops it.</param>
public delegate Task<WorkbookReading> ReadWorkbookFile(string path, string name, CancellationToken cancellation);
