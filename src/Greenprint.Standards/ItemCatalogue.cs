using System.Collections.Frozen;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards;

/// <summary>What a standard limits (项目): a substance or property, the same in air, water and soil. The unit belongs to the table that limits it.</summary>
/// <param name="Code">Permanent short name in files and addresses, lower case: <c>cd</c>, <c>nh3n</c>, <c>bap</c>.</param>
/// <param name="Name">As official texts write it.</param>
/// <param name="Symbol">Short form for a table's head; the same in every language.</param>
/// <param name="Cas">CAS registry number, or null for a property or a group without one.</param>
/// <param name="Decimals">Places shown for a single measured value in water or air, where they are published; else null.</param>
/// <param name="Also">Other names in official texts: 氯仿 for 三氯甲烷.</param>
public sealed record StandardItem(string Code, Bilingual Name, string Symbol, string? Cas, int? Decimals, IReadOnlyList<string> Also)
{
    /// <inheritdoc/>
    public bool Equals(StandardItem? other) => Code == other?.Code;

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}

/// <summary>Every item that a standard of the library limits (<c>items.csv</c>). The items that series hold (<see cref="MeasuredItems"/>) are among them.</summary>
public sealed class ItemCatalogue
{
    internal const string File = "items.csv";

    private readonly FrozenDictionary<string, StandardItem> byCode;
    private readonly FrozenDictionary<string, StandardItem> byName;

    private ItemCatalogue(IReadOnlyList<StandardItem> items)
    {
        All = items;
        byCode = items.ToFrozenDictionary(item => item.Code, StringComparer.OrdinalIgnoreCase);
        byName = items.SelectMany(item => Names(item).Select(name => (name, item))).ToFrozenDictionary(entry => entry.name, entry => entry.item, StringComparer.Ordinal);
    }

    /// <summary>Every item, in the order of the file.</summary>
    public IReadOnlyList<StandardItem> All { get; }

    /// <summary>The item with this code, or null.</summary>
    public StandardItem? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The item with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public StandardItem Get(string code) => Find(code) ?? throw new KeyNotFoundException($"'{code}' is no item of the catalogue.");

    /// <summary>The item with this code or with this Chinese name, as the head of a column may have it, or null.</summary>
    public StandardItem? Named(string text) => Find(text.Trim()) ?? byName.GetValueOrDefault(Plain(text));

    internal static ItemCatalogue Parse(string file, TextReader text)
    {
        var items = new List<StandardItem>();
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(file, text, "code", "zh", "en", "symbol", "cas", "decimals", "also").Rows)
        {
            var item = new StandardItem(
                row["code"], (row["zh"], row["en"]), row["symbol"], row["cas"].Length == 0 ? null : row["cas"], row["decimals"].Length == 0 ? null : row.Whole("decimals"),
                row["also"].Split(';', StringSplitOptions.RemoveEmptyEntries));
            if (item.Code.Length == 0 || item.Code.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '_') || !codes.Add(item.Code))
            {
                throw row.Fault($"'{item.Code}' is no code, or stands here a second time: small letters, digits and _.");
            }

            if (item.Name.Zh.Length == 0 || string.IsNullOrEmpty(item.Name.En) || item.Symbol.Length == 0)
            {
                throw row.Fault($"{item.Code} lacks a name or its symbol.");
            }

            if (item.Cas is not null && !IsCasNumber(item.Cas))
            {
                throw row.Fault($"'{item.Cas}' is no CAS number: its last digit does not check.");
            }

            if (item.Cas is not null && !numbers.TryAdd(item.Cas, row.Line))
            {
                throw row.Fault($"The CAS number {item.Cas} is that of line {numbers[item.Cas]}.");
            }

            foreach (var name in Names(item))
            {
                if (!names.TryAdd(name, row.Line))
                {
                    throw row.Fault($"The name '{name}' is also that of line {names[name]}.");
                }
            }

            items.Add(item);
        }

        return new(items);
    }

    private static IEnumerable<string> Names(StandardItem item) => item.Also.Prepend(item.Name.Zh).Select(Plain).Distinct(StringComparer.Ordinal);

    private static string Plain(string name) => name.Trim().Replace(" ", "", StringComparison.Ordinal).Replace('（', '(').Replace('）', ')').Replace('，', ',');

    /// <summary>Three groups of digits; the last digit is the sum of the others, each times its place from the right, modulo ten.</summary>
    private static bool IsCasNumber(string text)
    {
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (text.Split('-') is not [{ Length: >= 2 and <= 7 }, { Length: 2 }, { Length: 1 }] || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var place = 1; place < digits.Length; place++)
        {
            sum += place * (digits[^(place + 1)] - '0');
        }

        return sum % 10 == digits[^1] - '0';
    }
}
