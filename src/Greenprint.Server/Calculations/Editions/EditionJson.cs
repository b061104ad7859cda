using Greenprint.Quantities;
using Greenprint.Standards;

namespace Greenprint.Server.Calculations.Editions;

/// <summary>An edition as JSON. Names are in both languages, so that the answer is the same in each.</summary>
public sealed record EditionJson(string Id, string Number, string Kind, Bilingual Title, IReadOnlyList<ValidityJson> InForce, IReadOnlyList<StageJson> Stages)
{
    internal static EditionJson Of(StandardEdition edition) => new(
        edition.Id, edition.Number, edition.Kind, edition.Title,
        [.. edition.InForce.Select(validity => new ValidityJson(validity.From, validity.To, validity.Regions, validity.Mark.ToString()))],
        [.. edition.Stages.Select(stage => new StageJson(stage.Id, stage.Name, stage.From, stage.To))]);
}

/// <summary>From when to when, in which regions (leading digits of division codes; none: the whole country).</summary>
public sealed record ValidityJson(DateOnly From, DateOnly? To, IReadOnlyList<string> Regions, string Mark);

/// <summary>A stage of limits.</summary>
public sealed record StageJson(string Id, Bilingual Name, DateOnly From, DateOnly? To);

/// <summary>An item of an edition: the code is the name of its column in a table.</summary>
public sealed record EditionItemJson(string Code, Bilingual Name, string Unit)
{
    internal static EditionItemJson Of(EditionItem item) => new(item.Code, item.Name, item.Unit);
}

/// <summary>An edition with its tables.</summary>
public sealed record EditionDescriptionJson(
    EditionJson Edition, Bilingual Source, string Compare, IReadOnlyList<CheckJson> Checks, IReadOnlyList<EditionItemJson> Items, IReadOnlyList<EditionTableJson> Tables)
{
    internal static EditionDescriptionJson Of(EditionDescription described) => new(
        EditionJson.Of(described.Edition), described.Edition.Source, described.Edition.Comparison.ToString(),
        [.. described.Edition.Checks.Select(check => new CheckJson(check.On, check.By, check.What))], [.. described.Items.Select(EditionItemJson.Of)],
        [.. described.Tables.Select(table => new EditionTableJson(
            table.File, table.Columns,
            [.. table.Rows.Select(row => new EditionRowJson(row.Item, row.Unit, row.Cells, row.Rule?.Clause, row.Rule?.Mark.ToString()))]))]);
}

/// <summary>Who compared the tables with what, and when.</summary>
public sealed record CheckJson(DateOnly On, string By, Bilingual What);

/// <summary>One table: the cells of a row follow the columns.</summary>
public sealed record EditionTableJson(string File, IReadOnlyList<string> Columns, IReadOnlyList<EditionRowJson> Rows);

/// <summary>One row.</summary>
public sealed record EditionRowJson(string Item, string Unit, IReadOnlyList<string> Cells, string? Clause, string? Mark);
