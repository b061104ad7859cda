using System.Text.RegularExpressions;

namespace Greenprint.Documents.Pdf;

/// <summary>Small rules of Chinese print that layout alone cannot give.</summary>
internal static partial class Captions
{
    /// <summary>True where a text opens a box or a table: 专栏 3, 表 2, 附表 1.</summary>
    public static bool Opens(string text) => Caption().IsMatch(text);

    /// <summary>True where the line says that a table of the page before goes on: 续表, 表 1（续）.</summary>
    public static bool Continues(string text) => Continued().IsMatch(text);

    /// <summary>True where a sentence ends.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("”’）)》」』 ");
        return end.Length > 0 && end[^1] is '。' or '；' or '：' or '！' or '？' or ';' or ':' or '!' or '?';
    }

    /// <summary>True where the text begins with a number that counts headings, items or sentences: 第三章, 二、, （四）, 5., ①.</summary>
    public static bool HasNumber(string text) => Number().IsMatch(text);

    /// <summary>True where the text begins with the number of a chapter or a section, and is not a reference to one.</summary>
    public static bool IsHeading(string text) => Heading().IsMatch(text);

    /// <summary>True where the text begins with the number of a heading or an item: 二、, （四）, 5.; not 一是.</summary>
    public static bool IsItem(string text) => Item().IsMatch(text);

    /// <summary>True for a short text that names a group of rows: 一、环境质量.</summary>
    public static bool IsGroup(string text) => text.Length is > 2 and < 24 && GroupName().IsMatch(text);

    /// <summary>True for an entry of a table of contents: dots lead to its page.</summary>
    public static bool HasLeader(string text) => Leader().IsMatch(text);

    [GeneratedRegex(@"^(专\s*栏|附?[表图]\s*[0-9一二三四五六七八九十])")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^[（(]?\s*续\s*(上?表|附表)|^附?表[^。]{0,40}[（(]\s*续\s*[表一二三0-9]?\s*[)）]$")]
    private static partial Regex Continued();

    [GeneratedRegex(@"^(第\s*[一二三四五六七八九十百零〇0-9]{1,4}\s*[章节条篇部]|[一二三四五六七八九十]{1,3}\s*[、.．]|[（(]\s*[一二三四五六七八九十0-9]{1,3}\s*[)）]|[0-9]{1,2}\s*[、.．)）](?![0-9])|[0-9]{1,2}\.[0-9]{1,2}|[\u2460-\u2473]|[一二三四五六七八九十]{1,3}是)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^第\s*[一二三四五六七八九十百零〇0-9]{1,4}\s*[章节篇部]\s*(?![的所中规要之、，。；和至到])\S")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^([一二三四五六七八九十]{1,3}\s*[、.．](?![一二三四五六七八九十])|[（(]\s*[一二三四五六七八九十0-9]{1,3}\s*[)）]|[0-9]{1,2}\s*[、.．](?![0-9]))")]
    private static partial Regex Item();

    [GeneratedRegex(@"^([一二三四五六七八九十]{1,3}\s*[、.．](?![一二三四五六七八九十])|[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）])[^，。；]*$")]
    private static partial Regex GroupName();

    [GeneratedRegex(@"([.．·•…‥∙_]\s*){4,}|…{2,}")]
    private static partial Regex Leader();
}
