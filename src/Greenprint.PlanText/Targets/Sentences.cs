using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Targets;

/// <summary>A sentence of running text with its place.</summary>
/// <param name="Text">The sentence with its full stop.</param>
/// <param name="ClauseId">The heading it stands under.</param>
/// <param name="Page">Page on which its paragraph begins, or null.</param>
internal sealed record PlanSentence(string Text, string ClauseId, int? Page)
{
    /// <summary>The sentences of the clauses, in order; tables are no sentences.</summary>
    public static IEnumerable<PlanSentence> Of(IEnumerable<Clause> clauses) =>
        from clause in clauses
        from paragraph in clause.Paragraphs
        where paragraph.Rows is null && !paragraph.IsLaidOut
        from sentence in Split(paragraph.Text)
        select new PlanSentence(sentence, clause.ClauseId, paragraph.Page);

    /// <summary>Parts at 。！？; a stop inside brackets or quotes ends nothing.</summary>
    public static IEnumerable<string> Split(string text)
    {
        text = TextFold.OneSpace(text);
        var (from, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '（' or '《' or '“' ? 1 : text[i] is '）' or '》' or '”' ? -1 : 0;
            depth = Math.Max(0, depth);
            if (text[i] is '。' or '！' or '？' && depth == 0)
            {
                yield return text[from..(i + 1)].Trim();
                from = i + 1;
            }
        }

        if (from < text.Length && text[from..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }
}
