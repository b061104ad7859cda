using Greenprint.Quantities;

namespace Greenprint.Delivery.Lists;

/// <summary>Words of the lists.</summary>
internal static class ItemWords
{
    public static Bilingual Of(Light light) => light switch
    {
        Light.Grey => ("不计期限", "no clock runs"),
        Light.Green => ("按期", "in time"),
        Light.Yellow => ("临近期限", "near the limit"),
        _ => ("逾期", "late"),
    };
}
