using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Greenprint.Quantities;
using Greenprint.Standards;

namespace Greenprint.Server.Calculations.Editions;

/// <summary><c>greenprint standards list</c> and <c>show</c>: which editions there are, and what stands in one.</summary>
internal static class StandardsVerbs
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    internal static Command List()
    {
        Bilingual what = ("列出全部标准版本及其实施日期。示例：greenprint standards list", "List every edition of the standards and when it is in force. Example: greenprint standards list");
        var json = JsonOption();
        var command = new Command("list", what.Here) { json };
        command.SetAction(parsed => List(parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    internal static Command Show()
    {
        Bilingual what = (
            "显示一个标准版本的限值、条款与出处。示例：greenprint standards show GB3838-2002 --items", "Show the limits of an edition with clauses and sources. Example: greenprint standards show GB3838-2002 --items");
        Bilingual editionIs = ("版本代号，见 standards list。", "Id of an edition, as standards list prints it.");
        Bilingual itemsOnly = ("只列项目代号（即 CSV 的列名）、名称与单位。", "Only its items: code (the name of the column in a CSV), name and unit.");
        var edition = new Argument<string>("edition") { Description = editionIs.Here };
        var items = new Option<bool>("--items") { Description = itemsOnly.Here };
        var json = JsonOption();
        var command = new Command("show", what.Here) { edition, items, json };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(edition), parsed.GetValue(items), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    internal static int List(bool json, TextWriter output)
    {
        var editions = Loaded.Of(library => library.Editions);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(editions.Select(EditionJson.Of), Json));
            return 0;
        }

        foreach (var edition in editions)
        {
            output.WriteLine($"{edition.Id}\t{Validity(edition)}\t{edition.Number}\t{edition.Title.Here}");
        }

        return 0;
    }

    internal static int Show(string id, bool items, bool json, TextWriter output)
    {
        var described = Loaded.Of(library => library.Describe(id));
        if (json)
        {
            output.WriteLine(items
                ? JsonSerializer.Serialize(described.Items.Select(EditionItemJson.Of), Json)
                : JsonSerializer.Serialize(EditionDescriptionJson.Of(described), Json));
            return 0;
        }

        if (items)
        {
            foreach (var item in described.Items)
            {
                output.WriteLine($"{item.Code}\t{item.Name.Here}\t{item.Unit}");
            }

            return 0;
        }

        Write(described, output);
        return 0;
    }

    private static void Write(EditionDescription described, TextWriter output)
    {
        var edition = described.Edition;
        output.WriteLine($"{edition.Number} {edition.Title.Here}");
        output.WriteLine($"{Words.InForce.Here}: {Validity(edition)}");
        foreach (var stage in edition.Stages)
        {
            output.WriteLine($"  {stage.Name.Here}: {Span(stage.From, stage.To)}");
        }

        output.WriteLine($"{Words.Source.Here}: {edition.Source.Here}");
        output.WriteLine($"{Words.Compared.Here}: {(edition.Comparison == Comparison.Full ? Words.InFull : Words.Rounded).Here}");
        foreach (var check in edition.Checks)
        {
            output.WriteLine($"{Words.Checked.Here}: {Day(check.On)} {check.By}: {check.What.Here}");
        }

        foreach (var table in described.Tables)
        {
            output.WriteLine();
            output.WriteLine(table.File);
            output.WriteLine(string.Join('\t', [.. table.HasUnits ? ["item", "unit"] : Array.Empty<string>(), .. table.Columns, "clause"]));
            foreach (var row in table.Rows)
            {
                string[] head = table.HasUnits ? [row.Item, row.Unit] : [];
                output.WriteLine(string.Join('\t', [.. head, .. row.Cells, row.Rule?.Text.Here ?? ""]));
            }
        }
    }

    private static string Validity(StandardEdition edition) => string.Join("; ", edition.InForce.Select(validity =>
        $"{Span(validity.From, validity.To)}{(validity.Regions.Count == 0 ? "" : $" ({string.Join(' ', validity.Regions)})")}"));

    internal static string Span(DateOnly from, DateOnly? to) => $"{Day(from)}..{(to is { } last ? Day(last) : "")}";

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Option<bool> JsonOption()
    {
        Bilingual asJson = ("输出 JSON。", "Print JSON.");
        return new("--json") { Description = asJson.Here };
    }

    private static class Words
    {
        internal static readonly Bilingual InForce = ("实施", "In force");
        internal static readonly Bilingual Source = ("出处", "Source");
        internal static readonly Bilingual Compared = ("比较方法", "Held against a limit");
        internal static readonly Bilingual InFull = ("全数值比较法", "in full, as measured or computed");
        internal static readonly Bilingual Rounded = ("修约值比较法", "rounded once to the standard's places");
        internal static readonly Bilingual Checked = ("核对", "Checked");
    }
}
