using Greenprint.Quantities;

namespace Greenprint.PlanText;

/// <summary>Something in a reading that a person should look at.</summary>
/// <param name="Code">A word that scripts can ask for, for example <c>number-repaired</c>.</param>
/// <param name="Message">What it is and what to do, in Chinese: machine-readable output is the same in every language.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Page">Page of the source, or null.</param>
/// <param name="Line">Line of the source, or null.</param>
/// <param name="Finding">The permanent code under which <c>docs/findings.md</c> explains it, for example <c>PLT-003</c>.</param>
public sealed record ReadingWarning(string Code, string Message, string? MessageEn, int? Page, int? Line, string Finding)
{
    /// <summary>The message for a reader.</summary>
    public Bilingual Said() => new(Message, MessageEn);

    internal static ReadingWarning Of(string code, Finding finding, int? page = null, int? line = null) =>
        new(code, finding.Message.Zh, finding.Message.En, page, line, finding.Code);
}
