using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>Something that somebody is to know (站内消息).</summary>
/// <param name="Key">What makes it the same notice when it is told twice, for example <c>dispatch/3f…/4</c>; at most 200 characters.</param>
/// <param name="Kind">What kind it is, for example <c>dispatch.issued</c>; its name is given by <see cref="NoticeKinds.AddNoticeKinds"/>.</param>
/// <param name="To">Whom to tell.</param>
/// <param name="Subject">What it is about, for example <c>dispatch/3f…</c>: by it notices are settled.</param>
/// <param name="Text">The notice in one line.</param>
/// <param name="Link">The page to go to, inside this site and without a leading slash, for example <c>office/work/3f…</c>.</param>
public sealed record NewNotice(string Key, string Kind, NoticeTo To, string Subject, Bilingual Text, string Link)
{
    /// <summary>What somebody wrote with it, for example the reason of a return; as it was typed.</summary>
    public string? Note { get; init; }
}

/// <summary>
/// Whom a notice is for: a person; else the people of the unit, or who has a right for it; else the system administrators of the region. The first of
/// these steps that reaches anybody is taken, and is kept with the notice.
/// </summary>
/// <param name="Region">Code of the region whose matter it is.</param>
public sealed record NoticeTo(string Region)
{
    /// <summary>Id of the person; null where nobody is named.</summary>
    public string? Person { get; init; }

    /// <summary>Id of the unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Where it is named, those who have this right (<see cref="Rights"/>) for the unit or region stand in the place of the unit's people.</summary>
    public string? Right { get; init; }

    /// <summary>True where those who stand in at the unit are told beside the person: what may not wait until the person is back.</summary>
    public bool AndDeputies { get; init; }

    /// <summary>Id of who is passed over among those of the unit or with the right, because it is not theirs to do; null for nobody.</summary>
    public string? Except { get; init; }
}

/// <summary>By which step of the chain a notice reached somebody.</summary>
public enum NoticeStep
{
    /// <summary>The person named, or who stands in beside them.</summary>
    Person,

    /// <summary>A person of the unit.</summary>
    Unit,

    /// <summary>Somebody who has the right.</summary>
    Holders,

    /// <summary>A system administrator of the region, because nobody else was reached.</summary>
    Administrators,

    /// <summary>Nobody: there is not even an administrator. Administrators to come find it on their page.</summary>
    Nobody,
}

/// <summary>Notices inside the program. They leave it as mail and by webhooks, where these are set up.</summary>
public interface INotices
{
    /// <summary>
    /// Tells, inside the caller's change: what was not done tells nobody. A key that was told already is told no more, whoever it reached. Nobody is told
    /// what they did themselves.
    /// </summary>
    /// <returns>How many of the keys are new.</returns>
    /// <exception cref="ArgumentException">A link leads out of the site, or a key or kind does not fit.</exception>
    Task<int> Tell(Change change, IReadOnlyList<NewNotice> notices, CancellationToken cancellation);

    /// <summary>Takes notices about subjects as read, because what they ask for was done: of everybody by kinds, and any of who acts.</summary>
    Task Settle(Change change, IReadOnlyCollection<string> subjects, IReadOnlyCollection<string> kinds, CancellationToken cancellation);

    /// <summary>Which of these keys were told.</summary>
    Task<IReadOnlySet<string>> Told(IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>How many notices a person has not read.</summary>
    Task<int> Unread(string person, CancellationToken cancellation);
}
