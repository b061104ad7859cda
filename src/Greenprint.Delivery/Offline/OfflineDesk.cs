using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Delivery.Inbox;
using Greenprint.Delivery.Reports;
using Greenprint.Documents;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Offline;

/// <summary>What would become of a row.</summary>
internal enum FormOutcome
{
    /// <summary>It says what the form said when it was made, or what stands here already.</summary>
    Same,

    /// <summary>It would be kept as a draft.</summary>
    Draft,

    /// <summary>It would be handed in.</summary>
    HandIn,

    /// <summary>It was written here meanwhile: neither text is lost, and nobody but the person can say which counts.</summary>
    Conflict,

    /// <summary>A cell is wrong, or the item takes no report any more.</summary>
    Refused,
}

/// <summary>One row of the preview.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Title">Title of the item; null where it is not theirs.</param>
/// <param name="Outcome">What would become of it.</param>
/// <param name="Typed">What was typed in the form.</param>
/// <param name="Here">What stands in the program, where that is another text.</param>
/// <param name="Seen">Version of the draft that stands here.</param>
/// <param name="Findings">Why not, or what to know.</param>
internal sealed record FormLine(int Row, string Item, Bilingual? Title, FormOutcome Outcome, TypedReport Typed, TypedReport? Here, int Seen, IReadOnlyList<Finding> Findings);

/// <summary>What somebody confirmed: stored as it stands here, whatever the file says by then.</summary>
/// <param name="Row">Number of its row.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Seen">Version of the draft that the preview saw.</param>
/// <param name="HandIn">True: hand it in.</param>
/// <param name="IsChoice">True for a row that was written in both places: stored only where the person says that the form counts.</param>
internal sealed record FormEdit(int Row, string Item, TypedReport Typed, int Seen, bool HandIn, bool IsChoice);

/// <summary>What became of a confirmed form.</summary>
/// <param name="Kept">Rows kept as drafts.</param>
/// <param name="HandedIn">Rows handed in.</param>
/// <param name="Refused">Why others were not; their drafts may be kept all the same.</param>
internal sealed record FormResult(int Kept, int HandedIn, IReadOnlyList<Finding> Refused);

/// <summary>Makes the form, says what a filled one would do, and does it. Nothing is stored by a preview.</summary>
internal sealed class OfflineDesk(GreenprintDb db, WorkLists lists, ReportDesk reports, IRights rights)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Cycles of what the person must report, with how many items each has.</summary>
    public async Task<IReadOnlyList<(CycleRow? Cycle, int Items)>> Cycles(ClaimsPrincipal user, CancellationToken cancellation) =>
        [.. (await lists.ToReport(user, cancellation)).GroupBy(line => line.Stored.Cycle?.Id).Select(group => (group.First().Stored.Cycle, group.Count())).OrderBy(one => one.Cycle?.Due)];

    /// <summary>The form of what the person must report: of one cycle, or all of it.</summary>
    public async Task<SheetBook> Form(ClaimsPrincipal user, string? cycle, CancellationToken cancellation)
    {
        var lines = (await lists.ToReport(user, cancellation)).Where(line => string.IsNullOrEmpty(cycle) || line.Stored.Cycle?.Id == cycle).ToList();
        var standing = await Standing(user, [.. lines.Select(line => line.Row.Id)], cancellation);
        var before = await reports.Before([.. lines.Select(line => line.Row)], cancellation);
        return FormSheet.Write(
            Me(user),
            [
                .. lines.Select(line => new FormItem(
                    line.Row.Id,
                    line.Row.Title.Here,
                    line.Stored.Cycle is { } its ? CycleWords.Title(its.ToPeriod()).Here : "",
                    line.Row.Ask?.Here ?? "",
                    line.Row.Due,
                    before.TryGetValue(line.Row.Id, out var answer) ? Said(answer, line.Row) : "",
                    line.Row.QuantityUnit,
                    standing[line.Row.Id].Typed)),
            ]);
    }

    /// <summary>What a filled form would do. Five queries, however many rows.</summary>
    /// <returns>The rows; or why the form is not taken at all.</returns>
    public async Task<(IReadOnlyList<FormLine> Lines, Finding? Refusal)> Check(ClaimsPrincipal user, SourceWorkbook book, CancellationToken cancellation)
    {
        if (FormSheet.Read(book) is not { } form)
        {
            return ([], DeliveryFindings.NotAForm());
        }

        if (form.Person != Me(user))
        {
            return ([], DeliveryFindings.FormOfAnother());
        }

        var lines = (await lists.ToReport(user, cancellation)).ToDictionary(line => line.Row.Id, StringComparer.Ordinal);
        var ids = form.Rows.Select(row => row.Item).Where(form.Given.ContainsKey).Distinct().ToList();
        var standing = await Standing(user, ids, cancellation);
        var gone = await Titles(user, [.. ids.Where(id => !lines.ContainsKey(id))], cancellation);
        var proofs = (await db.Set<EvidenceRow>().AsNoTracking().Where(proof => ids.Contains(proof.Item) && proof.RemovedAt == null).ToListAsync(cancellation)).ToLookup(proof => proof.Item, proof => proof.Class);
        return ([.. form.Rows.Select(row => Line(row, form.Given, lines, standing, gone, proofs))], null);
    }

    /// <summary>What a preview asks for, packed for the form that confirms it.</summary>
    public static string Pack(IReadOnlyList<FormLine> lines) => JsonSerializer.Serialize(
        lines.Where(line => line.Outcome is FormOutcome.Draft or FormOutcome.HandIn or FormOutcome.Conflict)
            .Select(line => new FormEdit(line.Row, line.Item, line.Typed, line.Seen, line.Outcome == FormOutcome.HandIn, line.Outcome == FormOutcome.Conflict)), Json);

    /// <summary>
    /// Stores what was confirmed, row by row, each with a record of its own: what is stored when the power goes stays, and the same form uploaded again
    /// goes on with the rest.
    /// </summary>
    /// <param name="user">Who confirms.</param>
    /// <param name="packed">What <see cref="Pack"/> gave.</param>
    /// <param name="chosen">Rows written in both places for which the form counts: they become the draft.</param>
    /// <param name="cancellation">Stops it between two rows.</param>
    public async Task<FormResult> Store(ClaimsPrincipal user, string packed, IReadOnlyCollection<int> chosen, CancellationToken cancellation)
    {
        List<FormEdit>? edits;
        try
        {
            edits = JsonSerializer.Deserialize<List<FormEdit>>(packed, Json);
        }
        catch (JsonException)
        {
            edits = null;
        }

        if (edits is null || edits.Exists(edit => edit is not { Item: not null, Typed: { Quantity: not null, Text: not null, Difficulties: not null, Next: not null } }))
        {
            return new(0, 0, [DeliveryFindings.NotAForm()]);
        }

        var (kept, handedIn, refused) = (0, 0, new List<Finding>());
        var items = (await lists.ToReport(user, cancellation)).ToDictionary(line => line.Row.Id, line => line.Row, StringComparer.Ordinal);
        foreach (var edit in edits.Where(edit => !edit.IsChoice || chosen.Contains(edit.Row)))
        {
            if (!items.TryGetValue(edit.Item, out var row))
            {
                refused.Add(At(edit.Row, DeliveryFindings.NoSuchItem(edit.Item)));
                continue;
            }

            var saved = await reports.Save(user, edit.Item, edit.Typed, edit.Seen, cancellation);
            if (saved.Refusal is { } whyNot)
            {
                refused.Add(At(edit.Row, whyNot));
            }
            else if (edit.HandIn && await reports.Submit(user, edit.Item, row.Version, edit.Typed, cancellation) is { Count: > 0 } findings)
            {
                kept++;
                refused.AddRange(findings.Select(finding => At(edit.Row, finding)));
            }
            else if (edit.HandIn)
            {
                handedIn++;
            }
            else
            {
                kept++;
            }
        }

        return new(kept, handedIn, refused);
    }

    private static FormLine Line(
        FormRow row, IReadOnlyDictionary<string, TypedReport> given, Dictionary<string, WorkLine> lines, Dictionary<string, (TypedReport Typed, int Version)> standing,
        Dictionary<string, Bilingual> gone, ILookup<string, Planning.EvidenceClass> proofs)
    {
        if (!given.TryGetValue(row.Item, out var before))
        {
            return new(row.Row, "", null, FormOutcome.Refused, row.Typed, null, 0, row.Faults);
        }

        var isSame = row.Typed == before && !row.HandIn;
        if (!lines.TryGetValue(row.Item, out var line))
        {
            var title = gone.GetValueOrDefault(row.Item);
            return isSame
                ? new(row.Row, row.Item, title, FormOutcome.Same, row.Typed, null, 0, [])
                : new(row.Row, row.Item, title, FormOutcome.Refused, row.Typed, standing.TryGetValue(row.Item, out var other) && title is not null ? other.Typed : null, 0, [.. row.Faults, DeliveryFindings.FormRowClosed(row.Row)]);
        }

        var (here, version) = standing[row.Item];
        FormLine As(FormOutcome outcome, params IEnumerable<Finding> findings) => new(row.Row, row.Item, line.Row.Title, outcome, row.Typed, here == row.Typed ? null : here, version, [.. findings]);
        if (row.Faults.Count > 0)
        {
            return As(FormOutcome.Refused, row.Faults);
        }

        if (isSame || (here == row.Typed && !row.HandIn))
        {
            return As(FormOutcome.Same);
        }

        // Both wrote since the form was made. What stands here is not written over, and what was typed there is shown.
        if (here != before && here != row.Typed)
        {
            return As(FormOutcome.Conflict, DeliveryFindings.FormRowMeanwhile(row.Row));
        }

        if (!row.HandIn)
        {
            return As(FormOutcome.Draft);
        }

        if (line.Choices.Lock is { } held)
        {
            return As(FormOutcome.Draft, At(row.Row, DeliveryFindings.NotPossible(line.Row.Title, (held.Text.Zh + "只存为草稿。", held.Text.En + " Kept as a draft only."))));
        }

        var (content, findings) = ReportForm.Read(row.Typed, line.Row, [.. proofs[row.Item]]);
        return content is null ? As(FormOutcome.Draft, findings.Select(finding => At(row.Row, finding))) : As(FormOutcome.HandIn);
    }

    // What the person's own form on the page would show now, and the version of their draft.
    private async Task<Dictionary<string, (TypedReport Typed, int Version)>> Standing(ClaimsPrincipal user, List<string> ids, CancellationToken cancellation)
    {
        var me = Me(user);
        var drafts = await db.Set<DraftRow>().AsNoTracking().Where(draft => draft.Person == me && ids.Contains(draft.Item)).ToDictionaryAsync(draft => draft.Item, StringComparer.Ordinal, cancellation);
        var handed = (await db.Set<ReportRow>().AsNoTracking().Where(report => ids.Contains(report.Item)).ToListAsync(cancellation)).GroupBy(report => report.Item).ToDictionary(group => group.Key, group => group.MaxBy(report => report.Number)!, StringComparer.Ordinal);
        return ids.ToDictionary(
            id => id,
            id => drafts.TryGetValue(id, out var draft) ? (TypedReport.Of(draft).Unified(), draft.Version)
                : handed.TryGetValue(id, out var report) ? (TypedReport.Of(report.ToContent()).Unified(), 0)
                : (TypedReport.Empty, 0),
            StringComparer.Ordinal);
    }

    // Items of the form that take no report of theirs any more: named only where the person still sees them.
    private async Task<Dictionary<string, Bilingual>> Titles(ClaimsPrincipal user, List<string> ids, CancellationToken cancellation)
    {
        Dictionary<string, Bilingual> found = new(StringComparer.Ordinal);
        foreach (var item in ids.Count == 0 ? [] : await db.Set<ItemRow>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(cancellation))
        {
            if (await rights.May(user, Rights.SeeWork, item.Region, item.Unit, cancellation))
            {
                found[item.Id] = item.Title;
            }
        }

        return found;
    }

    private string Me(ClaimsPrincipal user) => rights.ActorOf(user)?.Id ?? throw new InvalidOperationException("Nobody is signed in on a page for people who work.");

    private static string Said(ReportRow report, ItemRow item)
    {
        var quantity = report.ToContent().Quantity is { } value ? value.ToString(CultureInfo.InvariantCulture) + " " + item.QuantityUnit : null;
        return string.Join("\n", new[] { quantity, report.Text, report.Difficulties, report.Next }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static Finding At(int row, Finding finding) => new(finding.Code, ($"第 {row} 行：{finding.Message.Zh}", $"Row {row}: {finding.Message.En ?? finding.Message.Zh}"), finding.Place);
}
