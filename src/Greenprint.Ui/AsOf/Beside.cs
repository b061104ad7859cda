using Microsoft.AspNetCore.Components;

namespace Greenprint.Ui.AsOf;

/// <summary>A cell of two days. Where both say the same it is a plain text: a component for each cell of a list of hundreds costs more than reading the list.</summary>
public static class Beside
{
    /// <param name="was">What the cell said; null for nothing.</param>
    /// <param name="now">What it says now; null for nothing.</param>
    /// <param name="isFirst">True where nothing is compared.</param>
    public static RenderFragment Of(string? was, string? now, bool isFirst) => isFirst || was == now
        ? builder => builder.AddContent(0, now ?? Changed.Empty)
        : builder =>
        {
            builder.OpenComponent<Changed>(0);
            builder.AddComponentParameter(1, nameof(Changed.Was), was);
            builder.AddComponentParameter(2, nameof(Changed.Now), now);
            builder.CloseComponent();
        };
}
