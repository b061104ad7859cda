using System.Globalization;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Confirming.Screen;

/// <summary>What the right half of the screen is doing.</summary>
internal enum ScreenMode
{
    Look,
    Correct,
    Reject,
    Add,
}

/// <summary>What stands on the screen: the items, the one at hand, and what the person is doing with it. Every act is saved before the screen moves on.</summary>
internal sealed class ScreenState(string plan, ConfirmingActs acts)
{
    public ConfirmingView View { get; private set; } = null!;

    public bool IsLoaded => View is not null;

    public ItemFilter Filter { get; private set; } = new();

    /// <summary>The items of the list.</summary>
    public IReadOnlyList<FoundItem> Shown { get; private set; } = [];

    public FoundItem? Current { get; private set; }

    public ScreenMode Mode { get; private set; }

    /// <summary>What is typed, while something is.</summary>
    public FoundForm? Form { get; private set; }

    /// <summary>Why the last act was not done.</summary>
    public Bilingual? Refusal { get; private set; }

    /// <summary>What the last act did, for those who hear the page.</summary>
    public Bilingual? Said { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>The document shows this page.</summary>
    public int Page { get; private set; } = 1;

    /// <summary>What an added item is taken from.</summary>
    public FoundPlace? AddFrom { get; private set; }

    /// <summary>
    /// Where what is typed is kept in the browser: for this person and what they have before them. An item that was decided about since, or a text
    /// that came in since, is another one, and so is an addition from elsewhere in the document.
    /// </summary>
    public string DraftKey => string.Create(CultureInfo.InvariantCulture, $"confirm/{View.Reader}/{plan}/{View.Document}/{(Mode == ScreenMode.Add
        ? $"add/{Form!.Kind}/{AddFrom?.Page}/{AddFrom?.ClauseId}/{AddFrom?.Quote}"
        : $"{Current?.Id}/{Current?.Seen}")}");

    public int Decided => View.Items.Count - View.OpenCount;

    public bool CanEdit => View.WhyNotEdit is null;

    /// <summary>Place of the item at hand in the list; -1 where the list does not show it.</summary>
    public int Index
    {
        get
        {
            for (var i = 0; i < Shown.Count; i++)
            {
                if (Shown[i].Id == Current?.Id)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    private FoundItem? First => Shown is [var first, ..] ? first : null;

    public event Action? Changed;

    /// <summary>Reads the document; false where it is not there or not theirs.</summary>
    public async Task<bool> Load(string? item = null)
    {
        if (await acts.Load(plan) is not { } view)
        {
            return false;
        }

        var isFirst = View is null;
        View = view;
        if (isFirst && view.OpenCount == 0)
        {
            Filter = Filter with { View = ItemView.All };
        }

        Shown = Filter.Of(view.Items);
        if (isFirst)
        {
            Select(view.Items.FirstOrDefault(one => one.Id == item) ?? First);
        }
        else
        {
            Current = view.Items.FirstOrDefault(one => one.Id == Current?.Id);
        }

        return true;
    }

    public void Choose(ItemFilter filter)
    {
        Filter = filter;
        Shown = filter.Of(View.Items);
        if (Mode == ScreenMode.Look && Index < 0)
        {
            Select(First);
        }

        Changed?.Invoke();
    }

    public void Select(FoundItem? item)
    {
        Current = item;
        (Mode, Form, Refusal) = (ScreenMode.Look, null, null);
        if (item?.Place.Page is { } page)
        {
            Page = page;
        }

        Changed?.Invoke();
    }

    public void Move(int by)
    {
        if (Shown.Count > 0)
        {
            Select(Shown[Math.Clamp(Index < 0 ? 0 : Index + by, 0, Shown.Count - 1)]);
        }
    }

    public void Turn(int page)
    {
        Page = Math.Clamp(page, 1, Math.Max(1, View.PageCount ?? 1));
        Changed?.Invoke();
    }

    public void BeginCorrect()
    {
        if (CanEdit && Current is { } item)
        {
            (Mode, Form, Refusal) = (ScreenMode.Correct, new FoundForm(item.Kind, item.Content), null);
            Changed?.Invoke();
        }
    }

    public void BeginReject()
    {
        if (CanEdit && Current is { State: not FoundState.Rejected })
        {
            (Mode, Refusal) = (ScreenMode.Reject, null);
            Changed?.Invoke();
        }
    }

    public void BeginAdd(FoundKind kind, FoundPlace from)
    {
        if (CanEdit)
        {
            var name = from.Quote is { Length: > 0 } quote ? quote : null;
            AddFrom = from;
            (Mode, Form, Refusal) = (ScreenMode.Add, new FoundForm(kind, new FoundContent { Name = name, ClauseId = from.ClauseId, TargetYear = kind == FoundKind.Indicator ? View.Plan.End : null }), null);
            Changed?.Invoke();
        }
    }

    /// <summary>Leaves what was begun. What was typed stays in the browser.</summary>
    public void Leave()
    {
        (Mode, Form, Refusal) = (ScreenMode.Look, null, null);
        Changed?.Invoke();
    }

    public Task Accept() => Current is not { } item || !CanEdit || item.State == FoundState.Accepted ? Task.CompletedTask
        : item.WhyNotAccept is { } lack ? Refuse(lack.Why)
        : Act(new("已采纳", "Accepted"), (desk, user) => desk.Accept(user, plan, View.Document, [Seen(item)], CancellationToken.None), moves: true);

    public Task AcceptAll(IReadOnlyList<FoundItem> items) => Act(
        ($"已采纳 {items.Count} 项", $"{items.Count} accepted"), (desk, user) => desk.Accept(user, plan, View.Document, [.. items.Select(Seen)], CancellationToken.None), moves: true);

    public Task Reject(string? why) => Current is { } item
        ? Act(("未采纳，已记录", "Rejected, on record"), (desk, user) => desk.Reject(user, plan, View.Document, [Seen(item)], string.IsNullOrWhiteSpace(why) ? null : why.Trim(), CancellationToken.None), moves: true)
        : Task.CompletedTask;

    public Task Undo() => View.UndoLabel is null ? Task.CompletedTask : Act(("已撤销", "Undone"), (desk, user) => desk.Undo(user, plan, View.Document, CancellationToken.None), moves: false);

    public Task Redo() => View.RedoLabel is null ? Task.CompletedTask : Act(("已重做", "Done again"), (desk, user) => desk.Redo(user, plan, View.Document, CancellationToken.None), moves: false);

    /// <summary>Saves the form; true when it was taken.</summary>
    public async Task<bool> SaveForm()
    {
        // While it is being saved, a second Enter has saved nothing: the form and its draft stay.
        if (IsBusy || Form is not { } form || form.Read() is not { } content)
        {
            Changed?.Invoke();
            return false;
        }

        if (Mode == ScreenMode.Add)
        {
            var known = View.Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
            await Act(("已补充", "Added"), (desk, user) => desk.Add(user, plan, View.Document, form.Kind, content, AddFrom ?? new(null, null, content.ClauseId, null), CancellationToken.None), moves: false);
            if (Refusal is null)
            {
                Select(View.Items.FirstOrDefault(item => !known.Contains(item.Id)) ?? Current);
            }
        }
        else if (Current is { } item)
        {
            await Act(("已修改", "Corrected"), (desk, user) => desk.Correct(user, plan, View.Document, item.Id, item.Seen, content, CancellationToken.None), moves: true);
        }

        return Refusal is null;
    }

    private static SeenItem Seen(FoundItem item) => new(item.Id, item.Seen);

    private Task Refuse(Bilingual why)
    {
        (Refusal, Said) = (why, null);
        Changed?.Invoke();
        return Task.CompletedTask;
    }

    private async Task Act(Bilingual done, Func<ConfirmingDesk, System.Security.Claims.ClaimsPrincipal, Task<Finding?>> act, bool moves)
    {
        // One act at a time: a key held down must not decide about what is not yet on the screen.
        if (IsBusy)
        {
            return;
        }

        IsBusy = true;
        var next = moves ? Next() : null;
        try
        {
            Refusal = await acts.Do(act);
            Said = Refusal is null ? done : null;
            if (!await Load())
            {
                // Why the act was refused says more: a session that is over reads nothing either.
                Refusal ??= ("您已不能编辑这份规划，或它已不在。", "You may not edit this plan any more, or it is gone.");
            }
            else if (Refusal is null)
            {
                (Mode, Form) = (ScreenMode.Look, null);
                GoOn(next);
            }
        }
        catch (RefusedException refused)
        {
            // Such as a file that is damaged: the screen stays, and says so.
            (Refusal, Said) = (refused.Finding.Message, null);
        }
        finally
        {
            IsBusy = false;
            Changed?.Invoke();
        }
    }

    private void GoOn(string? next)
    {
        if (next is not null && View.Items.FirstOrDefault(item => item.Id == next) is { } item)
        {
            Select(item);
        }
        else if (Current is null)
        {
            Select(First);
        }
    }

    // The next item that is still open, below the one at hand and then from the top; where none is, the next row.
    private string? Next()
    {
        var at = Index;
        var rest = Shown.Skip(at + 1).Concat(Shown.Take(Math.Max(at, 0))).ToList();
        return (rest.Find(item => item.State == FoundState.Open) ?? (at + 1 < Shown.Count && at >= 0 ? Shown[at + 1] : null))?.Id;
    }
}
