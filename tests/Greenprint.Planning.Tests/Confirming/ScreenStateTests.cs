using System.Security.Claims;
using Greenprint.Planning.Confirming;
using Greenprint.Planning.Confirming.Screen;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Confirming.Taishan;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Confirming;

/// <summary>What the screen does with an act: over a real store, with a session that the test holds.</summary>
public sealed class ScreenStateTests
{
    [Fact]
    public async Task A_form_that_is_being_saved_is_not_saved_again_and_its_draft_is_not_given_up()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var session = new Session(await store.Person("wang"));
        var state = await Open(store, session);
        state.BeginAdd(FoundKind.Goal, new FoundPlace(1, null, "c1", "建设美丽台山"));

        session.Wait();
        var first = state.SaveForm();
        Assert.False(await state.SaveForm());
        Assert.Equal(ScreenMode.Add, state.Mode);
        session.GoOn();

        Assert.True(await first);
        Assert.Single((await store.View(session.User)).Items, item => item.Content.Name == "建设美丽台山");
    }

    [Fact]
    public async Task When_the_session_is_over_an_act_is_refused_and_says_to_sign_in()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var session = new Session(await store.Person("wang"));
        var (wang, state) = (session.User, await Open(store, session));
        state.Select(state.View.Items.First(item => item.CanAccept));

        session.User = new ClaimsPrincipal(new ClaimsIdentity());
        await state.Accept();

        Assert.Contains("请重新登录", state.Refusal!.Zh, StringComparison.Ordinal);
        Assert.All((await store.View(wang)).Items, item => Assert.Equal(FoundState.Open, item.State));
    }

    [Fact]
    public async Task What_the_store_refuses_is_said_on_the_screen_which_goes_on()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var session = new Session(await store.Person("wang"));
        var state = await Open(store, session);
        state.Select(state.View.Items.First(item => item.CanAccept));

        session.Fails = new RefusedException(PlanningFindings.NoSuchPlan(Plan));
        await state.Accept();
        Assert.Equal(session.Fails.Finding.Message, state.Refusal);
        Assert.False(state.IsBusy);

        session.Fails = null;
        await state.Accept();
        Assert.Null(state.Refusal);
        Assert.Equal(1, state.Decided);
    }

    [Fact]
    public async Task What_is_typed_is_kept_for_its_person_its_text_and_what_was_decided_until_then()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = new Session(await store.Person("wang"));
        var (hers, his) = (await Open(store, wang), await Open(store, new Session(await store.Person("li"))));
        List<string> keys = [];

        foreach (var state in new[] { hers, his })
        {
            state.BeginCorrect();
            keys.Add(state.DraftKey);
        }

        Begin(FoundKind.Goal, new FoundPlace(1, null, "c1", "甲"));
        Begin(FoundKind.Goal, new FoundPlace(1, null, "c1", "乙"));
        Begin(FoundKind.Goal, new FoundPlace(2, null, "c1", "甲"));
        Begin(FoundKind.Measure, new FoundPlace(1, null, "c1", "甲"));

        var item = hers.View.Items.First(one => one.CanAccept);
        hers.Select(item);
        keys.Add(hers.DraftKey);
        await hers.Reject(null);
        hers.Select(hers.View.Items.Single(one => one.Id == item.Id));
        keys.Add(hers.DraftKey);

        Assert.Equal(keys.Distinct(), keys);
        Assert.All(keys, key => Assert.StartsWith("confirm/", key, StringComparison.Ordinal));   // as site.js takes them away

        void Begin(FoundKind kind, FoundPlace from)
        {
            hers.BeginAdd(kind, from);
            keys.Add(hers.DraftKey);
        }
    }

    [Fact]
    public async Task A_document_whose_file_is_missing_has_no_marks_and_breaks_nothing()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var view = await store.View(await store.Person("wang"));
        await store.Within((_, change) => change.Db.Set<DocumentRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.HasFile, true), Stop));

        Assert.Empty(await store.Services.GetRequiredService<PageMarks>().Find(Plan, 1, 1, view.Named("生态环境持续改善"), Stop));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(store.Location.Folder, "cache")));
    }

    private static async Task<ScreenState> Open(TestStore store, Session session)
    {
        var state = new ScreenState(Plan, new ConfirmingActs(store.Services.GetRequiredService<IServiceScopeFactory>(), session));
        Assert.True(await state.Load());
        return state;
    }

    private sealed class Session(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        private TaskCompletionSource? gate;

        public ClaimsPrincipal User { get; set; } = user;

        public RefusedException? Fails { get; set; }

        public void Wait() => gate = new();

        public void GoOn() => gate!.SetResult();

        public override async Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            await (gate?.Task ?? Task.CompletedTask);
            return Fails is null ? new(User) : throw Fails;
        }
    }
}
