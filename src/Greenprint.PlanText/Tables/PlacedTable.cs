namespace Greenprint.PlanText.Tables;

/// <summary>A table and the paragraphs of the plan that hold it.</summary>
/// <param name="Table">The table.</param>
/// <param name="IsFrame">True for a frame around text: one column, no head.</param>
internal sealed record PlacedTable(PlanTable Table, bool IsFrame);
