namespace Greenprint.Documents.Pdf;

/// <summary>Positions on a page are shown to a tenth of a point: 0.04 mm.</summary>
internal static class Points
{
    public static double Tenth(double points) => Math.Floor(points * 10 + 0.5) / 10;

    public static int Whole(double value) => (int)Math.Floor(value + 0.5);
}
