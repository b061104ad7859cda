namespace Greenprint.PlanText.Tests.Generated.Printed;

/// <summary>The number of a heading in the ways plans count.</summary>
internal static class PrintedGrammar
{
    public const int Count = 4;

    private const string Digits = "一二三四五六七八九";

    /// <summary>What is printed before the title of a heading.</summary>
    /// <param name="grammar">Which way.</param>
    /// <param name="path">Its numbers from the chapter down.</param>
    public static string Number(int grammar, params int[] path)
    {
        var own = path[^1];
        var sign = Digits[own - 1];
        return (grammar, path.Length) switch
        {
            (0, 1) => $"第{sign}章  ",
            (0, 2) => $"第{sign}节  ",
            (0, 3) => $"一二三四五六七八九"[own - 1] + "、",
            (0, _) => $"（{sign}）",
            (1, 1) => $"{sign}、",
            (1, 2) => $"（{sign}）",
            (1, 3) => $"{own}．",
            (1, _) => $"（{own}）",
            (2, 1) => $"第{sign}章 ",
            (2, 2) => $"{sign}、",
            (2, 3) => $"（{sign}）",
            (2, _) => $"{own}.",
            _ => string.Join('.', path) + " ",
        };
    }
}
