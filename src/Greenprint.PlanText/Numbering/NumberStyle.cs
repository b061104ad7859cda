namespace Greenprint.PlanText.Numbering;

/// <summary>The styles of heading numbers, from the widest to the narrowest, as official texts nest them (GB/T 9704 and the practice of plans).</summary>
internal enum NumberStyle
{
    /// <summary>第一篇, 第一部分.</summary>
    Part = 10,

    /// <summary>第一章.</summary>
    Chapter = 20,

    /// <summary>第一节.</summary>
    Section = 30,

    /// <summary>第一条, of regulations.</summary>
    Article = 35,

    /// <summary>一、</summary>
    Ideograph = 40,

    /// <summary>（一）</summary>
    BracketIdeograph = 50,

    /// <summary>1. or 1、</summary>
    Digit = 60,

    /// <summary>1.1</summary>
    Decimal2 = 62,

    /// <summary>1.1.1</summary>
    Decimal3 = 64,

    /// <summary>1.1.1.1</summary>
    Decimal4 = 66,

    /// <summary>（1）</summary>
    BracketDigit = 70,

    /// <summary>1）</summary>
    HalfBracketDigit = 80,

    /// <summary>①</summary>
    Circled = 90,
}
