using System.Text.RegularExpressions;
using Greenprint.PlanText.Outlines;

namespace Greenprint.PlanText.Subjects;

/// <summary>The main tasks and the safeguards of a plan, by the titles of its sections and by their order.</summary>
internal static partial class TaskFinder
{
    /// <summary>
    /// The headings below a section of tasks (规划任务, 主要任务 …). A plan without such a section gives each task a chapter of its own:
    /// they stand between the goals and the safeguards.
    /// </summary>
    public static List<KeyTaskItem> KeyTasks(Outline outline)
    {
        var section = outline.Nodes.Where(node => Tasks().IsMatch(Squeeze(node)) && node.Children.Count > 0).MinBy(node => node.Item.Depth);
        var tasks = section is not null ? section.Children : Chapters(outline);
        return [.. tasks.Where(node => !IsSafeguards(node)).Select(node => new KeyTaskItem(node.Item.Number, node.Item.Title, node.Item.Id))];
    }

    /// <summary>The headings below the section of safeguards; where it has none, the first short sentences of its paragraphs.</summary>
    public static List<SafeguardItem> Safeguards(Outline outline)
    {
        if (SafeguardSection(outline) is not { } section)
        {
            return [];
        }

        return section.Children.Count > 0
            ? [.. section.Children.Select(node => new SafeguardItem(node.Item.Number, node.Item.Title, node.Item.Id))]
            : [.. section.Body.Select(paragraph => HeadingTitle.Split(paragraph.Text))
                .Where(split => split.Body is not null && split.Title.Length is > 2 and <= 20)
                .Select(split => new SafeguardItem("", split.Title, section.Item.Id))];
    }

    private static IEnumerable<OutlineNode> Chapters(Outline outline)
    {
        var top = outline.Top.ToList();
        var goals = top.FindIndex(node => node.WithDescendants().Any(inner => GoalFinder.IsGoals(inner.Item.Title)) || Requirements().IsMatch(Squeeze(node)));
        var safeguards = SafeguardSection(outline);
        var end = safeguards is null ? top.Count : top.FindIndex(node => node.WithDescendants().Contains(safeguards));
        return goals < 0 || end <= goals ? [] : top[(goals + 1)..end].Where(node => node.Item.Number.Length > 0 && !NoTask().IsMatch(Squeeze(node)));
    }

    // The last one: a plan may look back on its safeguards before it states them.
    private static OutlineNode? SafeguardSection(Outline outline) =>
        outline.Nodes.Where(IsSafeguards).OrderBy(node => node.Item.Depth).ThenByDescending(node => node.Item.Line).FirstOrDefault();

    private static bool IsSafeguards(OutlineNode node) => Safeguards().IsMatch(Squeeze(node));

    private static string Squeeze(OutlineNode node) => node.Item.Title.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(规划|主要|重点|工作|具体|“?十[一二三四五六七八九]?五”?)*(任务|工作)(和|与|及|、)?(举措|措施|重点|工程|任务|重点工程|重大工程|部署|安排|领域)*$|^(重点|主要)举措$")]
    private static partial Regex Tasks();

    [GeneratedRegex(@"^总体(要求|思路|目标|部署)|指导思想")]
    private static partial Regex Requirements();

    [GeneratedRegex(@"保障(措施|机制|体系)(建设)?$|^(组织|规划|强化|加强|完善|健全)*(实施)?保障$|^(规划|组织)(的)?实施(与|和|及|、)?(保障|评估|管理|监督|措施)*$|^(强化|加强|完善|健全).{0,6}(实施|组织)保障|保障(规划|措施)?(顺利)?实施|保障规划")]
    private static partial Regex Safeguards();

    [GeneratedRegex(@"^(重点|重大)(工程|项目)$|^附则$|^(结语|结束语)$|(规划|编制)(编制)?(简要)?过程|环境影响")]
    private static partial Regex NoTask();
}
