using System.Globalization;
using System.Text;
using Greenprint.Quantities;

namespace Greenprint.Planning.Confirming.Screen;

/// <summary>How a field of an item is entered.</summary>
internal enum FieldControl
{
    Line,
    Lines,
    Number,
    Choice,
    Clause,
}

/// <summary>One choice of a field.</summary>
internal sealed record FieldChoice(string Value, Bilingual Word);

/// <summary>One field of an item: how it is called, shown, entered and read back. The one list that the comparison and the form are drawn from.</summary>
/// <param name="Name">Name of the property of <see cref="FoundContent"/>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Control">How it is entered.</param>
/// <param name="Write">What it says, as a person would type it; null for nothing.</param>
/// <param name="Read">The content with the field as typed; null where that cannot be read. A null text is "nothing".</param>
internal sealed record ContentField(
    string Name, Bilingual Label, FieldControl Control, Func<FoundContent, string?> Write, Func<FoundContent, string?, FoundContent?> Read)
{
    public Bilingual? Hint { get; init; }

    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>True where it takes a line of its own in the form.</summary>
    public bool IsWide { get; init; }

    /// <summary>True where the form shows it only when asked for more.</summary>
    public bool IsRare { get; init; }

    /// <summary>What it says, in words for the reader.</summary>
    public string? Show(FoundContent content) =>
        Write(content) is { } text ? Choices.FirstOrDefault(choice => choice.Value == text)?.Word.Here ?? text : null;

    /// <summary>What to enter, where what was typed cannot be read.</summary>
    public Bilingual WhyNot => Control switch
    {
        FieldControl.Number when Name.EndsWith("Year", StringComparison.Ordinal) => ("请填四位年份，例如 2025。", "Give a year of four digits, for example 2025."),
        FieldControl.Number => ("请填数字，例如 12.5；没有数值的留空。", "Give a number such as 12.5, or leave it empty where there is none."),
        _ => ("请重新填写。", "Enter it again."),
    };

    public static ContentField Line(string name, Bilingual label, Func<FoundContent, string?> write, Func<FoundContent, string?, FoundContent> read) =>
        new(name, label, FieldControl.Line, write, read);

    public static ContentField Number(string name, Bilingual label, Func<FoundContent, decimal?> write, Func<FoundContent, decimal?, FoundContent> read) =>
        new(name, label, FieldControl.Number, content => write(content) is { } value ? FoundWords.Plain(value) : null, (content, text) =>
            text is null ? read(content, null)
            : decimal.TryParse(text.Normalize(NormalizationForm.FormKC), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? read(content, value)
            : null);

    public static ContentField Whole(string name, Bilingual label, int from, int to, Func<FoundContent, int?> write, Func<FoundContent, int?, FoundContent> read) =>
        new(name, label, FieldControl.Number, content => write(content)?.ToString(CultureInfo.InvariantCulture), (content, text) =>
            text is null ? read(content, null)
            : int.TryParse(text.Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to ? read(content, value)
            : null);

    public static ContentField Choice<T>(string name, Bilingual label, IReadOnlyList<(T Value, Bilingual Word)> choices, Func<FoundContent, T?> write, Func<FoundContent, T?, FoundContent> read)
        where T : struct, Enum =>
        new(name, label, FieldControl.Choice, content => write(content)?.ToString(), (content, text) =>
            text is null ? read(content, null) : Enum.TryParse<T>(text, out var value) ? read(content, value) : null)
        {
            Choices = [.. choices.Select(choice => new FieldChoice(choice.Value.ToString(), choice.Word))],
        };

    public static ContentField Units(string name, Bilingual label, Func<FoundContent, IReadOnlyList<string>?> write, Func<FoundContent, IReadOnlyList<string>?, FoundContent> read) =>
        new(name, label, FieldControl.Line, content => FoundWords.Names(write(content)), (content, text) =>
            read(content, text?.Split(['、', '，', ',', '；', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names ? names : null))
        {
            Hint = ("多个单位用顿号隔开。", "Several units are parted by 、 or commas."),
            IsWide = true,
        };
}
