using Greenprint.Quantities;

namespace Greenprint.Planning.Confirming.Screen;

/// <summary>What an editor types about one item, field by field, until it is whole.</summary>
internal sealed class FoundForm(FoundKind kind, FoundContent basis)
{
    private readonly Dictionary<string, string> typed =
        ContentFields.Of(kind).ToDictionary(field => field.Name, field => field.Write(basis) ?? "", StringComparer.Ordinal);

    public FoundKind Kind { get; } = kind;

    public IReadOnlyList<ContentField> Fields => ContentFields.Of(Kind);

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, Bilingual> Wrong { get; } = new(StringComparer.Ordinal);

    public string this[string field]
    {
        get => typed[field];
        set => typed[field] = value;
    }

    /// <summary>Takes what was typed before, as the browser kept it. True when it says anything else than the form.</summary>
    public bool Restore(IReadOnlyDictionary<string, string> kept)
    {
        var any = false;
        foreach (var field in Fields)
        {
            if (kept.TryGetValue(field.Name, out var text) && text.ReplaceLineEndings("\n") != typed[field.Name].ReplaceLineEndings("\n"))
            {
                typed[field.Name] = text;
                any = true;
            }
        }

        return any;
    }

    /// <summary>The content as typed; null where a field cannot be read, which <see cref="Wrong"/> then names.</summary>
    public FoundContent? Read()
    {
        Wrong.Clear();
        var content = basis;
        foreach (var field in Fields)
        {
            var text = typed[field.Name].Trim();
            if (field.Read(content, text.Length > 0 ? text : null) is { } read)
            {
                content = read;
            }
            else
            {
                Wrong[field.Name] = field.WhyNot;
            }
        }

        return Wrong.Count == 0 ? content : null;
    }
}
