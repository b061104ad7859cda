using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Outlines;

/// <summary>A paragraph that may be a heading, with what speaks for and against it.</summary>
/// <param name="Index">Its place among the paragraphs.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Mark">Its number, or null for 前言 and headings known only by their style.</param>
/// <param name="Title">The title.</param>
/// <param name="Body">What follows the title in the same paragraph, or null.</param>
/// <param name="CostOfRefusal">How wrong it would be to take it for body text.</param>
/// <param name="CostOfAcceptance">How wrong it would be to take it for a heading, whatever stands around it.</param>
internal sealed record HeadingCandidate(
    int Index, PlanParagraph Paragraph, NumberMark? Mark, string Title, string? Body, double CostOfRefusal, double CostOfAcceptance)
{
    /// <summary>True for 前言 and its kin: they stand on the first level, without a number.</summary>
    public bool IsForeword { get; init; }

    /// <summary>True for a short line without number and style, which is a heading only where a number is missing.</summary>
    public bool IsBare { get; init; }
}
