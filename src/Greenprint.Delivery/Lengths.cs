namespace Greenprint.Delivery;

/// <summary>Room for keys and words of the module's tables.</summary>
internal static class Lengths
{
    public const int Id = 120;

    public const int Key = 200;

    public const int Word = 20;
}
