using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Tables;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnRole
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>类别, 领域, 一级指标.</summary>
    Category,

    /// <summary>序号.</summary>
    Number,

    /// <summary>指标, 项目名称.</summary>
    Name,

    /// <summary>单位.</summary>
    Unit,

    /// <summary>A value of a year, or a sum of years.</summary>
    Value,

    /// <summary>指标属性.</summary>
    Nature,

    /// <summary>责任单位, 牵头部门.</summary>
    Duty,

    /// <summary>建设内容.</summary>
    Content,

    /// <summary>建设期限.</summary>
    Period,

    /// <summary>总投资.</summary>
    Investment,

    /// <summary>备注 and what else is not read.</summary>
    Remark,
}

/// <summary>What a column of values stands for.</summary>
internal enum ValueSort
{
    /// <summary>A year, without saying more.</summary>
    Year,

    /// <summary>现状, 基准.</summary>
    Base,

    /// <summary>目标.</summary>
    Target,

    /// <summary>完成值, 实际值: a result of a period that has ended.</summary>
    Result,

    /// <summary>五年累计, 年均.</summary>
    Sum,
}

/// <summary>The head of a column as read.</summary>
/// <param name="Text">As printed, head rows joined.</param>
/// <param name="Role">What the column holds.</param>
/// <param name="Year">The year of a column of values, or null.</param>
/// <param name="Sort">What a column of values stands for.</param>
internal sealed partial record ColumnHead(string Text, ColumnRole Role, int? Year, ValueSort Sort)
{
    public static ColumnHead Of(string text)
    {
        var key = TextFold.Key(text);
        var role = RoleOf(key);
        return role == ColumnRole.Value
            ? new ColumnHead(text, role, YearIn().Match(key) is { Success: true } year ? int.Parse(year.Value, CultureInfo.InvariantCulture) : null, SortOf(key))
            : new ColumnHead(text, role, null, ValueSort.Year);
    }

    private static ColumnRole RoleOf(string key) =>
        key.Length is 0 or > 40 ? ColumnRole.Unknown
        : Number().IsMatch(key) ? ColumnRole.Number
        : Nature().IsMatch(key) ? ColumnRole.Nature
        : Unit().IsMatch(key) ? ColumnRole.Unit
        : Duty().IsMatch(key) ? ColumnRole.Duty
        : Investment().IsMatch(key) ? ColumnRole.Investment
        : Period().IsMatch(key) ? ColumnRole.Period
        : Category().IsMatch(key) ? ColumnRole.Category
        : Name().IsMatch(key) ? ColumnRole.Name
        : Content().IsMatch(key) ? ColumnRole.Content
        : Remark().IsMatch(key) ? ColumnRole.Remark
        : Value().IsMatch(key) ? ColumnRole.Value
        : ColumnRole.Unknown;

    private static ValueSort SortOf(string key) =>
        Sum().IsMatch(key) ? ValueSort.Sum : key.Contains("目标", StringComparison.Ordinal) || key.Contains("规划", StringComparison.Ordinal) ? ValueSort.Target
        : Base().IsMatch(key) ? ValueSort.Base
        : Result().IsMatch(key) ? ValueSort.Result
        : ValueSort.Year;

    [GeneratedRegex(@"^(序号?|编号|序列|No\.?|号)$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(指标|目标|考核)?(属性|性质|约束性质|约束类型)(要求)?$|^(属|性)$|^约束性.预期性$")]
    private static partial Regex Nature();

    [GeneratedRegex(@"^(计量|指标|度量)?单位$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"(责任|牵头|主管|配合|推进|实施|负责|建设|承担|主责|参与|协办|分管|考核|项目)(单位|部门|主体|业主|科室)|^(牵头|配合|责任)$|业主")]
    private static partial Regex Duty();

    [GeneratedRegex(@"(投资|资金|金额|概算|估算)(额|规模|估算|总额|概算|来源|需求)?([(（].*)?$")]
    private static partial Regex Investment();

    [GeneratedRegex(@"(建设|实施|完成|起止|项目)?(期限|年限|工期|周期|起止时间|起止年限|建设时间|实施时间|完成时间|完成时限|时限|起止年份?)$")]
    private static partial Regex Period();

    [GeneratedRegex(@"^(指标|目标|项目|工程|任务)?(类别|分类|领域|类型|方面|维度|板块|类|别|大类)$|^一级(指标|目标)(层)?$|^(评价|考核)内容$|^(目标|准则|系统)层$")]
    private static partial Regex Category();

    [GeneratedRegex(@"^(主要|具体|目标|规划|二级|三级|四级|考核|评价|环境|生态|监测|核心|分项|控制)*指标(名称|项目?|内容|体系|层|及单位)?([(（\[].*)?$|^(重点|重大|主要)?(项目|工程)(名称)?$|^名称$")]
    private static partial Regex Name();

    [GeneratedRegex(@"(建设|主要|工程|项目|实施|工作|规划|任务)+(内容|规模|任务)(及规模|和规模|与规模)?$|^内容$")]
    private static partial Regex Content();

    [GeneratedRegex(@"^(备注|说明|数据来源|来源|计算方法|指标解释|完成情况|进展情况|评估结果|评估|是否达标|是否完成|完成进度|考核方式|依据|达标情况|实施区域|建设地点|地点|区域|建设性质|依托)$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"20\d\d|现状|基准|基期|目标|规划值|规划数|实际值|实际|实现值|完成值|累计|年均|指标值|[一二三四五]”?末|当前值|近期|远期|中期")]
    private static partial Regex Value();

    [GeneratedRegex(@"累计|[五5]年(合计|总)|年均")]
    private static partial Regex Sum();

    [GeneratedRegex(@"现状|基准|基期|基础值|当前")]
    private static partial Regex Base();

    [GeneratedRegex(@"实际|完成|实现|情况|执行")]
    private static partial Regex Result();

    [GeneratedRegex(@"20\d\d")]
    private static partial Regex YearIn();
}
