using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Greenprint.Documents;

namespace Greenprint.Planning.Workbooks;

/// <summary>
/// What the program finds again in its own workbook: whose plan it is, in which language it was written, and every cell as it was. With it a later
/// reading knows what the person changed, whatever others did to the plan in the meantime.
/// </summary>
internal sealed record WorkbookMark(string Plan, int Version, bool English, string ExportedAt, IReadOnlyDictionary<string, ExportedSheet> Sheets)
{
    private const string SheetName = "_greenprint";

    private const string Format = "greenprint-plan-workbook/1";

    private const int CellSigns = 30_000;

    // A workbook of five thousand rows has about two million.
    private const int LargestBytes = 64 * 1024 * 1024;

    public SheetToWrite Write()
    {
        var packed = Convert.ToBase64String(Packed.Pack(Sheets));
        string[] lines = [Format, Plan, Version.ToString(CultureInfo.InvariantCulture), English ? "en" : "zh", ExportedAt, .. packed.Chunk(CellSigns).Select(part => new string(part))];
        return new(SheetName, [new("", 20)], [.. lines.Select(line => new[] { line })]) { Hidden = true };
    }

    /// <summary>The mark of a workbook, or null where it is none of ours.</summary>
    public static WorkbookMark? Read(SourceWorkbook book)
    {
        var lines = book.Sheets.FirstOrDefault(sheet => sheet.Name == SheetName)?.Rows.Select(row => row.Cells is [{ Column: 1 } first, ..] ? first.Text : "").ToList();
        return lines is [Format, { } plan, { } version, "zh" or "en", { } at, .. var parts]
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Packed.Unpack<Dictionary<string, ExportedSheet>>(string.Concat(parts), LargestBytes) is { } sheets
                ? new(plan, number, lines[3] == "en", at, sheets)
                : null;
    }
}

/// <summary>A sheet as it was written.</summary>
internal sealed record ExportedSheet(IReadOnlyList<string> Columns, IReadOnlyList<PlanSheetRow> Rows);

/// <summary>Values as compact bytes, and back from bytes that anybody may have made up.</summary>
internal static class Packed
{
    public static byte[] Pack<T>(T value)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(deflate, value, PlanPackJson.Compact);
        }

        return bytes.ToArray();
    }

    /// <summary>The value, or null where the text is none or holds more than <paramref name="most"/> bytes.</summary>
    public static T? Unpack<T>(string base64, int most)
        where T : class
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
            using var json = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = deflate.Read(buffer)) > 0;)
            {
                if (json.Length + read > most)
                {
                    return null;
                }

                json.Write(buffer, 0, read);
            }

            return JsonSerializer.Deserialize<T>(json.GetBuffer().AsSpan(0, (int)json.Length), PlanPackJson.Compact);
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or JsonException)
        {
            return null;
        }
    }
}
