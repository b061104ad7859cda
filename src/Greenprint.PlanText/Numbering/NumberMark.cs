namespace Greenprint.PlanText.Numbering;

/// <summary>The number at the head of a paragraph.</summary>
/// <param name="Style">Its style.</param>
/// <param name="Value">Its value; of 1.2.3 the last part.</param>
/// <param name="Printed">As printed, without white space: <c>第一章</c>, <c>（一）</c>, <c>4、</c>.</param>
/// <param name="Length">How many characters of the paragraph it takes, white space included.</param>
internal readonly record struct NumberMark(NumberStyle Style, int Value, string Printed, int Length);
