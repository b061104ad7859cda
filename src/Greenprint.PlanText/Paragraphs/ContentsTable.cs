using System.Text.RegularExpressions;
using Greenprint.Documents;
using Greenprint.PlanText.Numbering;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>Finds and removes the table of contents: it repeats every heading, and no heading may be read twice.</summary>
internal static partial class ContentsTable
{
    private const int FewLeaders = 3;
    private const int LongestEntry = 200;

    /// <summary>The blocks without the contents. <paramref name="entries"/> are the keys of the removed entries: they tell where a wrapped heading ends.</summary>
    public static List<Block> Remove(IReadOnlyList<Block> blocks, out IReadOnlySet<string> entries)
    {
        var kept = blocks.Where(block => block is not TextBlock { Role: BlockRole.Contents }).ToList();
        var removed = blocks.OfType<TextBlock>().Where(block => block.Role == BlockRole.Contents).Select(Full).ToList();
        if (Region(kept) is { } region)
        {
            removed.AddRange(kept.Skip(region.Start).Take(region.End - region.Start).OfType<TextBlock>().Select(Full));
            kept.RemoveRange(region.Start, region.End - region.Start);
        }

        entries = Entries(removed);
        return kept;
    }

    // An entry may itself be wrapped: it is kept both as its first line and as its first two.
    private static HashSet<string> Entries(List<string> lines)
    {
        var entries = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (NumberGrammar.Read(lines[i]) is not null)
            {
                entries.Add(EntryKey(lines[i]));
                if (i + 1 < lines.Count && NumberGrammar.Read(lines[i + 1]) is null && !IsLeader(lines[i]))
                {
                    entries.Add(EntryKey(TextFold.Key(lines[i]) + TextFold.Key(lines[i + 1])));
                }
            }
        }

        return entries;
    }

    private static (int Start, int End)? Region(List<Block> blocks)
    {
        var texts = blocks.Select(block => block is TextBlock text ? Full(text) : "").ToArray();
        var half = Math.Min(texts.Length, Math.Max(80, texts.Length / 2));
        var marker = Array.FindIndex(texts, 0, half, text => Marker().IsMatch(text));
        if (marker >= 0)
        {
            return (marker, End(texts, marker + 1));
        }

        var leader = Array.FindIndex(texts, 0, half, text => IsLeader(text));
        if (leader >= 0 && texts.Skip(leader).Take(FewLeaders * 4).Count(text => IsLeader(text)) >= FewLeaders)
        {
            return (leader, End(texts, leader));
        }

        return Plain(texts, half);
    }

    // The contents end where their first entry comes again as a heading, or where text begins.
    private static int End(string[] texts, int start)
    {
        if (start >= texts.Length)
        {
            return start;
        }

        var lastLeader = Array.FindLastIndex(texts, text => IsLeader(text));
        var firstEntry = Enumerable.Range(start, Math.Min(4, texts.Length - start)).FirstOrDefault(i => IsHeadingLike(texts[i]), start);
        var key = EntryKey(texts[firstEntry]);
        for (var i = firstEntry + 1; i < texts.Length; i++)
        {
            if (i <= lastLeader && HasLeaderNear(texts, i))
            {
                continue;
            }

            if (key.Length > 1 && EntryKey(texts[i]) == key || IsProse(texts, i))
            {
                return i;
            }
        }

        return Math.Max(start, lastLeader + 1);
    }

    private static bool HasLeaderNear(string[] texts, int i) => texts.Skip(i).Take(3).Any(text => IsLeader(text));

    // Contents without a heading and without leaders: a run of headings that all come again, with no text between them.
    private static (int Start, int End)? Plain(string[] texts, int half)
    {
        for (var i = 0; i < half; i++)
        {
            if (texts[i].Length == 0 || NumberGrammar.Read(texts[i]) is not { Value: 1 } mark || mark.Style > NumberStyle.Ideograph)
            {
                continue;
            }

            var key = EntryKey(texts[i]);
            var again = Array.FindIndex(texts, i + 1, text => EntryKey(text) == key);
            var between = again < 0 ? [] : texts[(i + 1)..again];
            return between.Count(IsHeadingLike) >= 3 && !between.Take(3).Any(text => text.Contains('。', StringComparison.Ordinal)) && between.All(text => text.Length < 60)
                ? (i, again)
                : null;
        }

        return null;
    }

    private static bool IsProse(string[] texts, int i)
    {
        for (var j = i; j < Math.Min(texts.Length, i + 5) && !IsHeadingLike(texts[j]) && !IsLeader(texts[j]); j++)
        {
            if (texts[j].Contains('。', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHeadingLike(string text) => text.Length > 0 && (NumberGrammar.Read(text) is not null || Foreword().IsMatch(text));

    /// <summary>A heading as the contents and the text both have it.</summary>
    internal static string EntryKey(string text) => PageNumber().Replace(TextFold.Key(text), "");

    private static bool IsLeader(string text) => text.Length <= LongestEntry && Leader().IsMatch(text) && !EllipsisProse(text);

    private static bool EllipsisProse(string text) => text.Contains('。', StringComparison.Ordinal) || text.Contains('，', StringComparison.Ordinal) && text.EndsWith("……", StringComparison.Ordinal);

    private static string Full(TextBlock block) => block.Number is null ? block.Text : block.Number.Text + " " + block.Text;

    [GeneratedRegex(@"^目\s*[录次]$|^contents$", RegexOptions.IgnoreCase)]
    private static partial Regex Marker();

    // Dots, raised dots, ellipses or a tab, then perhaps a page number.
    [GeneratedRegex(@"([.．·•…‥∙_]{3,}|…{2,}|(\.\s){3,}|\s\.{2,})\s*[-－—]?\s*(\d{1,4}|[ivxIVX]{1,5})?\s*[-－—]?$|^[.．·•…]+\s*\d{0,4}$|\t+\s*\d{1,4}$")]
    private static partial Regex Leader();

    [GeneratedRegex(@"^(前\s*言|序\s*言|引\s*言|序)([\s.．·…]|$)")]
    private static partial Regex Foreword();

    [GeneratedRegex(@"[.．·•…‥∙_]*[-－—]?\d{0,4}[-－—]?$")]
    private static partial Regex PageNumber();
}
