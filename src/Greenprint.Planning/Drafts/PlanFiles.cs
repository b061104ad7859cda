using System.Text;
using Greenprint.Planning.Packs;
using Greenprint.Planning.Plans;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Drafts;

/// <summary>Keeps the documents that plans were read from, and what was read of them.</summary>
internal sealed class PlanFiles(IFiles files, GreenprintDb db) : IFileNames
{
    /// <summary>The largest document that is kept.</summary>
    public const long Largest = 100L * 1024 * 1024;

    /// <summary>Why a document is refused that <see cref="Keep"/> did not take.</summary>
    public static Bilingual Changed => ("文件在读取期间被改动，没有存入。请重试。", "The file changed while it was read, and was not stored. Try again.");

    /// <summary>Keeps document and reading; null where the document is not what was read.</summary>
    /// <param name="reading">What was read, with the ids of clauses that the plan has.</param>
    /// <param name="file">Path of the document; null where there is none to keep.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<PackSource?> Keep(PlanReading reading, string? file, CancellationToken cancellation)
    {
        var source = reading.Source!;
        if (file is not null)
        {
            await using var document = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            if ((await files.Put(document, Largest, cancellation)).Sha256 != source.Sha256)
            {
                return null;
            }
        }

        using var json = new MemoryStream(Encoding.UTF8.GetBytes(PlanReadingJson.Write(reading)));
        var kept = await files.Put(json, long.MaxValue, cancellation);
        return new(source.Name, source.Format, source.Encoding, source.Bytes, source.Sha256, System.Text.Json.JsonSerializer.Serialize(reading.Warnings, PlanPackJson.Options))
        {
            HasFile = file is not null,
            Reading = kept.Sha256,
            Pages = source.Pages,
        };
    }

    /// <summary>The reading of a document; null where none was kept.</summary>
    public async Task<PlanReading?> Reading(DocumentRow document, CancellationToken cancellation)
    {
        if (document.Reading is not { } sha256)
        {
            return null;
        }

        await using var stream = await files.Open(sha256, cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return PlanReadingJson.Read(await reader.ReadToEndAsync(cancellation));
    }

    public async Task<IReadOnlyList<(string Sha256, Bilingual What)>> Needed(CancellationToken cancellation)
    {
        var documents = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.HasFile || row.Reading != null).OrderBy(row => row.Plan).ThenBy(row => row.Number).ToListAsync(cancellation);
        return
        [
            .. documents.Where(row => row.HasFile).Select(row => (row.Sha256, new Bilingual($"规划文本 {row.Name}（{row.Plan}）", $"plan document {row.Name} of {row.Plan}"))),
            .. documents.Where(row => row.Reading is not null).Select(row => (row.Reading!, new Bilingual($"规划文本 {row.Name} 的解读结果（{row.Plan}）", $"reading of {row.Name} of {row.Plan}"))),
        ];
    }
}
