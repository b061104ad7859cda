namespace Greenprint.Indicators;

/// <summary>The methods this program has. A method that is not here is absent, never guessed.</summary>
internal static class MethodCatalogue
{
    public static IReadOnlyList<IComputationMethod> All { get; } =
        [new AirParticleMean(), new AirOzonePercentile(), new AirGoodDays(), new WaterSectionsGood()];

    public static IComputationMethod? Find(string id) => All.FirstOrDefault(method => method.Id == id);

    /// <summary>As it stands in provenance: <c>air-pm25-mean/1</c>.</summary>
    public static string Reference(this IComputationMethod method) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{method.Id}/{method.Version}");
}
