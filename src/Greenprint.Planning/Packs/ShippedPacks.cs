namespace Greenprint.Planning.Packs;

/// <summary>Packs of <c>data/demo</c> that are built into the program, so that it needs no folder beside it.</summary>
internal static class ShippedPacks
{
    public static PlanPack? Find(string id)
    {
        using var stream = typeof(ShippedPacks).Assembly.GetManifestResourceStream($"packs/{id}-binding.json");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return PlanPackJson.Read(reader.ReadToEnd(), $"{id}-binding.json") is (Pack: { } pack, Fault: _)
            ? pack
            : throw new InvalidOperationException($"The pack {id} that was built into the program cannot be read.");
    }
}
