using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Greenprint.Platform;

/// <summary>
/// New rows by the thousand: many in one command, and none of them tracked. Saved one by one the rows of a large workbook cost several times as much, most
/// of it in writing and reading the text of a command for each of them.
/// </summary>
internal static class RowInserts
{
    // SQLite looks each value of a command up by its name, one after the other: with thousands in one command that is most of the work.
    private const int MostValues = 250;

    /// <summary>Inserts rows of one table in their order, within the transaction of <paramref name="db"/>. Every column must come from a property of the row.</summary>
    public static async Task Insert<T>(this GreenprintDb db, IReadOnlyList<T> rows, CancellationToken cancellation)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = entity.GetProperties().Select(property => (Name: property.GetColumnName(table)!, Getter: property.GetGetter(), Mapping: property.GetRelationalTypeMapping(), property.IsNullable)).ToList();
        var sql = db.GetService<ISqlGenerationHelper>();
        var head = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.Name)))}) VALUES ";
        await using var maker = db.Database.GetDbConnection().CreateCommand();   // for its parameters only
        foreach (var chunk in rows.Chunk(Math.Max(1, MostValues / columns.Count)))
        {
            var text = new StringBuilder(head);
            List<object> values = new(chunk.Length * columns.Count);
            foreach (var row in chunk)
            {
                text.Append(text.Length == head.Length ? "(" : ", (");
                for (var i = 0; i < columns.Count; i++)
                {
                    var name = sql.GenerateParameterName("p" + values.Count.ToString(CultureInfo.InvariantCulture));
                    text.Append(i == 0 ? "" : ", ").Append(name);
                    values.Add(columns[i].Mapping.CreateParameter(maker, name, columns[i].Getter.GetClrValue(row), columns[i].IsNullable));
                }

                text.Append(')');
            }

            db.RowsSaved = true;
            await db.Database.ExecuteSqlRawAsync(text.ToString(), values, cancellation);
        }
    }
}
