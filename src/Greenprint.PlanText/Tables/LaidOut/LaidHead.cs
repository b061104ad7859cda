using System.Text.RegularExpressions;

namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>The head of a table on a laid-out page: a few lines of head words over each other.</summary>
/// <param name="From">Index of its first line.</param>
/// <param name="To">Index of the line after its last one.</param>
/// <param name="Columns">The heads from left to right, words over each other joined.</param>
internal sealed partial record LaidHead(int From, int To, IReadOnlyList<LaidPiece> Columns)
{
    private const int LinesAround = 3;
    private const int FarthestLine = 3;

    /// <summary>The head whose line of names is <paramref name="at"/>, or null.</summary>
    public static LaidHead? At(IReadOnlyList<LaidLine> lines, int at)
    {
        if (!lines[at].Text.Contains("指标", StringComparison.Ordinal) && !lines[at].Text.Contains("名称", StringComparison.Ordinal) || !Words(lines[at]).Any(word => Name().IsMatch(word.Key)) || !IsHeadLine(lines[at]))
        {
            return null;
        }

        var (from, to) = (at, at + 1);
        while (from > 0 && at - from < LinesAround && IsNear(lines[from - 1], lines[from]) && IsHeadLine(lines[from - 1]))
        {
            from--;
        }

        while (to < lines.Count && to - at <= LinesAround && IsNear(lines[to - 1], lines[to]) && IsHeadLine(lines[to]))
        {
            to++;
        }

        var columns = Join(lines, from, to);
        var roles = columns.Select(column => ColumnHead.Of(column.Text).Role).ToArray();
        return roles.Contains(ColumnRole.Name) && roles.Any(role => role is ColumnRole.Value or ColumnRole.Content) && roles.Count(role => role != ColumnRole.Unknown) >= 3
            ? new LaidHead(from, to, columns)
            : null;
    }

    private static List<LaidPiece> Join(IReadOnlyList<LaidLine> lines, int from, int to)
    {
        var columns = new List<LaidPiece>();
        for (var i = from; i < to; i++)
        {
            foreach (var word in Words(lines[i]))
            {
                // The word continues the one over it where their columns meet.
                var above = columns.FindIndex(column => word.Start <= column.End && word.End >= column.Start);
                if (above < 0)
                {
                    columns.Add(word);
                }
                else
                {
                    columns[above] = new LaidPiece(Math.Min(columns[above].Start, word.Start), Math.Max(columns[above].End, word.End), columns[above].Text + word.Text);
                }
            }
        }

        return [.. columns.OrderBy(column => column.Start)];
    }

    // Single spaces part head words too (2025年 指标性质), but 2020 年 and 目 标 are one.
    private static IEnumerable<LaidPiece> Words(LaidLine line)
    {
        foreach (var piece in line.Pieces)
        {
            var from = 0;
            foreach (Match space in Space().Matches(piece.Text))
            {
                yield return new LaidPiece(piece.Start + from, piece.Start + space.Index, piece.Text[from..space.Index]);
                from = space.Index + space.Length;
            }

            yield return new LaidPiece(piece.Start + from, piece.End, piece.Text[from..]);
        }
    }

    private static bool IsNear(LaidLine above, LaidLine below) => above.Place.Page == below.Place.Page && below.Y - above.Y <= FarthestLine;

    private static bool IsHeadLine(LaidLine line) =>
        line.Text.Length < 160 && !line.Text.Contains('续', StringComparison.Ordinal) && Words(line).All(word => HeadWord().IsMatch(word.Key) || ColumnHead.Of(word.Key).Role != ColumnRole.Unknown && word.Key.Length <= 16);

    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}）)])\s(?=[\p{IsCJKUnifiedIdeographs}\d（(]{2,})(?!年)")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(主要|具体|目标|规划|二级|三级|考核|评价|环境|生态|监测)*指标(名称|项目?|内容|体系)?([(（].{1,8}[)）])?$|^(重点|重大|主要)?(项目|工程)名称$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^([序号类别领域分单位属性质目标值年末期项]{1,3}|指标|指标属|指标性|指标类|指标类型|基期数|目标值|实际值|现状|现状值|基准|基准值|基期|期数|数|完成|情况|完成情况|规划|20\d\d年?(现状值?|目标值?|基准值?|基期数?|实际值?|情况|末|[(（].*)?|[(（].{1,10}[)）]|[“”]?十[一二三四五六]五[“”]?(期间|末)?|指标[(（]单位[)）])$")]
    private static partial Regex HeadWord();
}
