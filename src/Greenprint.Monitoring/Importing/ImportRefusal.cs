using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>Ends an import before anything is written: the file as a whole cannot be taken.</summary>
internal sealed class ImportRefusal(Finding finding) : Exception(finding.ToString())
{
    public Finding Finding { get; } = finding;
}
