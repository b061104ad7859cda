using System.Security.Claims;
using Greenprint.Delivery.Dispatch;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery.Evidences;

/// <summary>A file as it came.</summary>
/// <param name="Name">Its name; only the last part of a path is used.</param>
/// <param name="Content">The content; can be read again from its beginning.</param>
/// <param name="Class">How strong it is, as who uploads it says.</param>
/// <param name="Note">What it shows.</param>
internal sealed record UploadedProof(string Name, Stream Content, EvidenceClass Class, string Note);

/// <summary>Takes and hands out proofs.</summary>
internal sealed class EvidenceDesk(GreenprintDb db, DispatchDesk dispatch, IRights rights, IFiles files, IChanges changes, Thumbnails thumbnails, IOptions<DeliveryOptions> options) : IFileNames
{
    /// <summary>Attaches a file to the report that is being written; null when it was done.</summary>
    public async Task<Finding?> Add(ClaimsPrincipal user, string item, UploadedProof proof, CancellationToken cancellation)
    {
        if (await dispatch.Find(user, item, cancellation) is not { } found)
        {
            return DeliveryFindings.NoSuchItem(item);
        }

        if (!found.Choices.CanReport)
        {
            return DeliveryFindings.NotPossible(found.Stored.Row.Title, found.Choices.WhyNot(DispatchAct.Report) ?? ("现在不能填写报告。", "No report can be written now."));
        }

        if (proof.Content.Length > options.Value.LargestBytes)
        {
            return DeliveryFindings.NotAProof(Path.GetFileName(proof.Name), ($"超过 {options.Value.LargestProof} MB。", $"it is larger than {options.Value.LargestProof} MB."));
        }

        if (FileKinds.Of(proof.Content) is not { } kind || FileKinds.NameOf(proof.Name, kind) is not { } name)
        {
            return DeliveryFindings.NotAProof(Path.GetFileName(proof.Name), ($"不是可以作为佐证的文件。请上传{FileKinds.Accepted.Zh}。", $"this is no file that is taken as proof. Upload {FileKinds.Accepted.En}."));
        }

        // The files first, then the row that names them: a crash between the two leaves at most a file that nobody names.
        var (facts, clean) = (PhotoFacts.None, (StoredFile?)null);
        if (FileKinds.IsPhoto(kind))
        {
            var bytes = new byte[proof.Content.Length];
            await proof.Content.ReadExactlyAsync(bytes, cancellation);
            proof.Content.Position = 0;
            if (PhotoCleaner.Clean(kind, bytes) is not { } cleaned)
            {
                return DeliveryFindings.NotAProof(name, ("照片不完整或已损坏，请重新导出后上传。", "the photo is cut off or damaged; export it anew and upload it again."));
            }

            facts = kind == FileKind.Jpeg ? PhotoFacts.OfJpeg(bytes) : PhotoFacts.None;
            using var stream = new MemoryStream(cleaned);
            clean = await files.Put(stream, options.Value.LargestBytes, cancellation);
        }

        var kept = await files.Put(proof.Content, options.Value.LargestBytes, cancellation);
        return await changes.Apply(dispatch.ActorOf(user), change => Keep(change, user, item, proof, name, kind, kept, clean, facts, cancellation), cancellation);
    }

    /// <summary>Takes a proof out of the report that is being written; reports that named it keep it.</summary>
    public Task<Finding?> Remove(ClaimsPrincipal user, string item, string id, CancellationToken cancellation) => changes.Apply(
        dispatch.ActorOf(user),
        async change =>
        {
            if (await change.Db.Set<EvidenceRow>().SingleOrDefaultAsync(proof => proof.Id == id && proof.Item == item && proof.RemovedAt == null, cancellation) is not { } row)
            {
                return DeliveryFindings.NoSuchEvidence(id);
            }

            if (await dispatch.Find(user, item, cancellation) is not { Choices.CanReport: true } found)
            {
                return DeliveryFindings.NotPossible(new(row.Name), ("报告已报送，佐证材料不再改动。", "The report was handed in; its proof does not change any more."));
            }

            row.RemovedAt = change.At;
            change.Record(found.Stored.Row.Region, $"report/{item}/evidence", "evidence.removed", new { row.Name, row.Sha256 });
            return (Finding?)null;
        },
        cancellation);

    /// <summary>Opens a proof for somebody who may see it; null when it is not there or not theirs.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="id">Its id.</param>
    /// <param name="clean">True for the photo without place, time and device.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(EvidenceRow Row, Stream Content)?> Open(ClaimsPrincipal user, string id, bool clean, CancellationToken cancellation)
    {
        if (await Find(user, id, cancellation) is not { } row || (clean && row.CleanSha256 is null))
        {
            return null;
        }

        return (row, await files.Open(clean ? row.CleanSha256! : row.Sha256, cancellation));
    }

    /// <summary>Opens the small picture of a photo, or the clean photo where none can be drawn; null when it is not there, no photo, or not theirs.</summary>
    public async Task<(FileKind Kind, Stream Content)?> OpenSmall(ClaimsPrincipal user, string id, CancellationToken cancellation)
    {
        if (await Find(user, id, cancellation) is not { CleanSha256: { } photo } row)
        {
            return null;
        }

        try
        {
            if (await thumbnails.Find(files, photo, cancellation) is { } small)
            {
                return (FileKind.Jpeg, File.OpenRead(small));
            }
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Somebody emptied the cache just now.
        }

        return (row.Kind, await files.Open(photo, cancellation));
    }

    public async Task<IReadOnlyList<(string Sha256, Bilingual What)>> Needed(CancellationToken cancellation)
    {
        var rows = await db.Set<EvidenceRow>().AsNoTracking().OrderBy(proof => proof.Id).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => (row.Sha256, new Bilingual($"佐证材料 {row.Name}", $"proof {row.Name}"))),
            .. rows.Where(row => row.CleanSha256 is not null).Select(row => (row.CleanSha256!, new Bilingual($"佐证材料 {row.Name} 的公开版", $"public copy of proof {row.Name}"))),
        ];
    }

    private async Task<EvidenceRow?> Find(ClaimsPrincipal user, string id, CancellationToken cancellation) =>
        await db.Set<EvidenceRow>().AsNoTracking().SingleOrDefaultAsync(proof => proof.Id == id, cancellation) is { } row && await MaySee(user, row.Item, cancellation) ? row : null;

    private async Task<bool> MaySee(ClaimsPrincipal user, string item, CancellationToken cancellation) =>
        await db.Set<ItemRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == item, cancellation) is { } row && await rights.May(user, Rights.SeeWork, row.Region, row.Unit, cancellation);

    private async Task<Finding?> Keep(
        Change change, ClaimsPrincipal user, string item, UploadedProof proof, string name, FileKind kind, StoredFile kept, StoredFile? clean, PhotoFacts facts, CancellationToken cancellation)
    {
        // Asked again inside the change: the report may have been handed in while the file came.
        if (await dispatch.Find(user, item, cancellation) is not { Choices.CanReport: true } found)
        {
            return DeliveryFindings.NotAProof(name, ("上传期间报告已报送，没有附上。", "the report was handed in while the file came; it was not attached."));
        }

        if (await change.Db.Set<EvidenceRow>().AnyAsync(row => row.Item == item && row.Sha256 == kept.Sha256 && row.RemovedAt == null, cancellation))
        {
            return DeliveryFindings.NotAProof(name, ("这份材料已经附上。", "this file is attached already."));
        }

        change.Db.Add(new EvidenceRow
        {
            Id = DispatchStore.NewId(),
            Item = item,
            Name = name,
            Kind = kind,
            Bytes = kept.Bytes,
            Sha256 = kept.Sha256,
            CleanSha256 = clean?.Sha256,
            Class = proof.Class,
            Note = proof.Note.Trim(),
            TakenAt = facts.TakenAt,
            Latitude = facts.Latitude,
            Longitude = facts.Longitude,
            AddedAt = change.At,
            AddedBy = change.Actor.Id,
            AddedByName = change.Actor.Name,
        });
        change.Record(found.Stored.Row.Region, $"report/{item}/evidence", "evidence.added", new { Name = name, kept.Sha256, kept.Bytes, Class = (int)proof.Class, facts.TakenAt });
        return null;
    }
}
