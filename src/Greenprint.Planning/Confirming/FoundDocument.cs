using Greenprint.Planning.Plans;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Confirming;

/// <summary>One document of a plan with all that was found and decided.</summary>
internal sealed class FoundDocument
{
    private readonly IReadOnlyList<FoundRow> found;
    private readonly IReadOnlyList<DecisionRow> decisions;
    private readonly int? before;
    private readonly bool isNewest;

    private FoundDocument(DocumentRow document, int? before, bool isNewest, IReadOnlyList<FoundRow> found, IReadOnlyList<DecisionRow> decisions)
    {
        (Document, this.before, this.isNewest, this.found, this.decisions) = (document, before, isNewest, found, decisions);
        Fold = new(decisions);
        Items = Fold.Items(found, document.Number, before);
    }

    public DocumentRow Document { get; }

    public DecisionFold Fold { get; }

    public IReadOnlyList<FoundItem> Items { get; }

    /// <summary>Every id that an item of the plan has or had.</summary>
    public IEnumerable<string> Ids => found.Select(row => row.Id).Concat(decisions.Select(row => row.Item));

    /// <summary>True where the clauses of the plan are this document's text.</summary>
    public bool IsText => isNewest && !Document.ForComparison;

    /// <summary>What was found in this very document.</summary>
    public IReadOnlyList<FoundRow> FoundHere => [.. found.Where(row => row.Document == Document.Number)];

    /// <summary>False for a document that came in before items were kept.</summary>
    public bool HasItems => Document.Reading is not null || found.Any(row => row.Document == Document.Number);

    /// <summary>Document <paramref name="number"/>; null for the one that is worked on: the newest, of a draft the newest of its own.</summary>
    public static async Task<FoundDocument?> Load(DbContext db, string plan, int? number, CancellationToken cancellation)
    {
        var documents = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.Plan == plan).OrderBy(row => row.Number).ToListAsync(cancellation);
        var isDraft = await db.Set<PlanRow>().AnyAsync(row => row.Id == plan && row.Status == PlanStatus.Draft, cancellation);
        var document = number is null ? documents.LastOrDefault(row => !isDraft || !row.ForComparison) : documents.FirstOrDefault(row => row.Number == number);
        if (document is null)
        {
            return null;
        }

        // Versions that were only laid beside a plan in force have no part in its line.
        var line = documents.Where(row => row.Number < document.Number && !row.ForComparison).Select(row => row.Number).ToHashSet();
        var found = await db.Set<FoundRow>().AsNoTracking().Where(row => row.Plan == plan).ToListAsync(cancellation);
        var decisions = await db.Set<DecisionRow>().AsNoTracking().Where(row => row.Plan == plan).ToListAsync(cancellation);
        return new(
            document,
            line.Count == 0 ? null : line.Max(),
            !documents.Exists(row => row.Number > document.Number && !row.ForComparison),
            [.. found.Where(row => row.Document == document.Number || line.Contains(row.Document))],
            decisions);
    }

    /// <summary>The same with more decisions.</summary>
    public FoundDocument With(IEnumerable<DecisionRow> more) => new(Document, before, isNewest, found, [.. decisions, .. more]);

    /// <summary>The last act about an item; null where there was none.</summary>
    public DecisionRow? LastAbout(string item) => decisions.Where(row => row.Item == item).MaxBy(row => row.Number);

    /// <summary>Why nothing can be decided about this document now; null when it can.</summary>
    public Bilingual? WhyNotEdit(PlanStatus status) =>
        !isNewest ? ("这是以前的版本，只供查阅。", "This is an earlier version, kept for reading.")
        : Document.ForComparison ? ("这一版是在规划生效后存入的，只供对照。要改变生效的规划，请走调整程序。", "This version came in when the plan was in force and is here for comparison. To change a plan in force, adjust it.")
        : status != PlanStatus.Draft ? ("规划已经确认，只供查阅。", "The plan is confirmed; this is kept for reading.")
        : Document.Format == "pack" ? ("这份规划来自规划包，没有需要核对的文本。", "This plan came as a plan pack; there is no text to check.")
        : !HasItems ? ("这份草稿由旧版本程序读入，没有逐项内容。请重新上传原文件。", "This draft was read by an earlier version of the program, without its items. Upload the file again.")
        : null;
}
