using System.Security.Claims;
using Greenprint.Planning.Adjusting;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Adjusting.AdjustmentStore;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Adjusting;

/// <summary>Who is told what of a request, and what waits for whom: 王 proposes, 赵 is another editor, 陈 speaks for housing, 孙 for the bureau, 李 approves, 何 is of another county.</summary>
public sealed class AdjustmentNoticesTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_act_tells_whom_it_concerns_and_nobody_else_and_settles_what_it_answers(StoreEngine engine)
    {
        await using var site = await Peopled.Open(engine);
        var request = await site.Proposed();
        Assert.Equal("", await site.Unread());

        await site.Do(request, "wang", new(AdjustmentAct.Submit, 0));
        Assert.Equal("li:adjustment.submitted", await site.Unread());

        await site.Do(request, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id, Bureau.Id], Day = site.Today.AddDays(7) });
        Assert.Equal("chen:adjustment.opinion-asked sun:adjustment.opinion-asked li:adjustment.submitted", await site.Unread());

        // One answer ends what that unit was told; the last one tells who decides.
        await site.Do(request, "chen", new(AdjustmentAct.GiveOpinion, 0) { Unit = TaskStore.Housing.Id, Opinion = OpinionKind.Agree });
        Assert.Equal("sun:adjustment.opinion-asked li:adjustment.submitted", await site.Unread());
        await site.Do(request, "sun", new(AdjustmentAct.GiveOpinion, 0) { Unit = Bureau.Id, Opinion = OpinionKind.Agree });
        Assert.Equal("li:adjustment.submitted li:adjustment.to-decide", await site.Unread());

        await site.Do(request, "li", new(AdjustmentAct.Return, 0) { Why = "请补充论证材料。" });
        Assert.Equal("wang:adjustment.returned", await site.Unread());
        await site.Do(request, "wang", new(AdjustmentAct.Submit, 0));
        Assert.Equal("li:adjustment.submitted", await site.Unread());

        await site.Do(request, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id], Day = site.Today.AddDays(7) });
        await site.Do(request, "chen", new(AdjustmentAct.GiveOpinion, 0) { Unit = TaskStore.Housing.Id, Opinion = OpinionKind.Agree });
        await site.Do(request, "li", new(AdjustmentAct.Approve, 0) { Document = "甲府〔2027〕3号", Day = site.Today });
        Assert.Equal("wang:adjustment.approved zhao:adjustment.approved", await site.Unread());

        // Published: who was asked, and who leads the indicator; and these may open it, though they were not asked about what was published.
        Assert.False(await site.Opens("sun", request));
        await site.Do(request, "zhao", new(AdjustmentAct.Publish, 0));
        Assert.Equal("chen:adjustment.published sun:adjustment.published", await site.Unread());
        Assert.True(await site.Opens("sun", request));
    }

    [Fact]
    public async Task A_refusal_tells_who_proposed_it_and_ends_the_asking_and_a_withdrawal_ends_everything()
    {
        await using var site = await Peopled.Open(StoreEngine.Sqlite);
        var refused = await site.Proposed();
        await site.Do(refused, "wang", new(AdjustmentAct.Submit, 0));
        await site.Do(refused, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id], Day = site.Today.AddDays(7) });
        await site.Do(refused, "li", new(AdjustmentAct.Refuse, 0) { Why = "依据不足。" });
        Assert.Equal("wang:adjustment.refused", await site.Unread());

        var withdrawn = await site.Proposed();
        await site.Do(withdrawn, "wang", new(AdjustmentAct.Submit, 0));
        await site.Do(withdrawn, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id], Day = site.Today.AddDays(7) });
        await site.Do(withdrawn, "wang", new(AdjustmentAct.Withdraw, 0) { Why = "不再需要。" });
        Assert.Equal("wang:adjustment.refused", await site.Unread());
    }

    [Fact]
    public async Task A_later_day_is_told_to_those_who_have_not_answered_and_further_units_alone_where_the_day_stays()
    {
        await using var site = await Peopled.Open(StoreEngine.Sqlite);
        var request = await site.Proposed();
        await site.Do(request, "wang", new(AdjustmentAct.Submit, 0));
        await site.Do(request, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id], Day = site.Today.AddDays(7) });
        await site.Do(request, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [Bureau.Id], Day = site.Today.AddDays(7) });
        Assert.Equal("chen:adjustment.opinion-asked sun:adjustment.opinion-asked li:adjustment.submitted", await site.Unread());

        await site.Do(request, "chen", new(AdjustmentAct.GiveOpinion, 0) { Unit = TaskStore.Housing.Id, Opinion = OpinionKind.Agree });
        await site.Do(request, "zhao", new(AdjustmentAct.AskOpinions, 0) { Day = site.Today.AddDays(9) });
        Assert.Equal("sun:adjustment.opinion-asked li:adjustment.submitted", await site.Unread());
    }

    [Fact]
    public async Task A_leader_who_proposes_is_not_told_to_decide_their_own_request()
    {
        await using var site = await Peopled.Open(StoreEngine.Sqlite);
        await site.Appoint("zhou", new RoleIn(Role.Editor, County.Code), new RoleIn(Role.Leader, County.Code));
        var request = await site.Proposed("zhou");

        await site.Do(request, "zhou", new(AdjustmentAct.Submit, 0));

        Assert.Equal("li:adjustment.submitted", await site.Unread());
    }

    [Fact]
    public async Task Further_units_that_are_asked_end_what_was_told_of_all_opinions_being_in()
    {
        await using var site = await Peopled.Open(StoreEngine.Sqlite);
        var request = await site.Proposed();
        await site.Do(request, "wang", new(AdjustmentAct.Submit, 0));
        await site.Do(request, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id], Day = site.Today.AddDays(7) });
        await site.Do(request, "chen", new(AdjustmentAct.GiveOpinion, 0) { Unit = TaskStore.Housing.Id, Opinion = OpinionKind.Agree });
        Assert.Equal("li:adjustment.submitted li:adjustment.to-decide", await site.Unread());

        await site.Do(request, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [Bureau.Id], Day = site.Today.AddDays(7) });

        Assert.Equal("sun:adjustment.opinion-asked li:adjustment.submitted", await site.Unread());
    }

    [Fact]
    public async Task An_act_that_is_refused_tells_nobody()
    {
        await using var site = await Peopled.Open(StoreEngine.Sqlite);
        var request = await site.Proposed();

        Assert.NotEmpty(await site.Store.Act(request, site["zhao"], new(AdjustmentAct.Submit, 0)));
        Assert.NotEmpty(await site.Store.Act(request, site["li"], new(AdjustmentAct.Approve, 0) { Document = "甲府〔2027〕3号", Day = site.Today }));

        Assert.Equal("", await site.Unread());
    }

    [Fact]
    public async Task A_request_waits_for_those_without_whom_it_does_not_go_on_and_for_nobody_else()
    {
        await using var site = await Peopled.Open(StoreEngine.Sqlite);
        var request = await site.Proposed();
        Assert.Equal("wang:Submit", await site.Waiting());
        await site.Do(request, "wang", new(AdjustmentAct.Submit, 0));
        Assert.Equal("wang:AskOpinions zhao:AskOpinions", await site.Waiting());
        await site.Do(request, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id, Bureau.Id], Day = site.Today.AddDays(7) });
        Assert.Equal("chen:GiveOpinion sun:GiveOpinion", await site.Waiting());
        await site.Do(request, "chen", new(AdjustmentAct.GiveOpinion, 0) { Unit = TaskStore.Housing.Id, Opinion = OpinionKind.Agree });
        Assert.Equal("sun:GiveOpinion", await site.Waiting());

        // Whose time has passed is waited for no longer.
        site.Store.Clock.Set(site.Today.AddDays(8));
        Assert.Equal("li:Approve", await site.Waiting());
        await site.Do(request, "li", new(AdjustmentAct.Approve, 0) { Document = "甲府〔2027〕3号", Day = site.Today });
        Assert.Equal("wang:Publish zhao:Publish", await site.Waiting());
        await site.Do(request, "zhao", new(AdjustmentAct.Publish, 0));
        Assert.Equal("", await site.Waiting());
    }

    private sealed class Peopled(TestStore store) : IAsyncDisposable
    {
        // In the order in which they were appointed.
        private readonly OrderedDictionary<string, string> ids = [];

        public TestStore Store => store;

        public DateOnly Today => store.Clock.Today();

        public string this[string who] => ids[who];

        public static async Task<Peopled> Open(StoreEngine engine)
        {
            var site = new Peopled(await WithPeople(engine));
            await site.Appoint("wang", new RoleIn(Role.Editor, County.Code));
            await site.Appoint("zhao", new RoleIn(Role.Editor, County.Code));
            await site.Appoint("chen", new RoleIn(Role.Reporter, County.Code, TaskStore.Housing.Id));
            await site.Appoint("sun", new RoleIn(Role.Reporter, County.Code, Bureau.Id));
            await site.Appoint("li", new RoleIn(Role.Leader, County.Code));
            await site.Appoint("he", new RoleIn(Role.Leader, TaskStore.East.Code));
            return site;
        }

        public async Task<string> Proposed(string by = "wang")
        {
            var saving = await store.Propose(Good, Days(95.8m), ids[by]);
            Assert.Empty(saving.Findings);
            return saving.Adjustment!.Code;
        }

        public async Task Do(string code, string who, AdjustmentOrder order) => Assert.Empty(await store.Act(code, ids[who], order));

        /// <summary>What nobody has read yet, by person.</summary>
        public async Task<string> Unread()
        {
            List<string> told = [];
            foreach (var (who, id) in ids)
            {
                var kinds = await store.In(services => services.GetRequiredService<GreenprintDb>().Database
                    .SqlQuery<string>($"SELECT kind AS \"Value\" FROM platform_notices WHERE person = {id} AND read_at IS NULL ORDER BY number").ToListAsync(Stop));
                told.AddRange(kinds.Select(kind => $"{who}:{kind}"));
            }

            return string.Join(' ', told);
        }

        public async Task<string> Waiting()
        {
            List<string> waits = [];
            foreach (var who in ids.Keys)
            {
                var inbox = await store.In(services => services.GetRequiredService<IAdjustmentInbox>().Of(User(who), Stop));
                Assert.Equal(inbox.Count, await store.In(services => services.GetRequiredService<IAdjustmentInbox>().Count(User(who), Stop)));
                waits.AddRange(inbox.Select(one => $"{who}:{one.Act}"));
            }

            return string.Join(' ', waits);
        }

        public ValueTask DisposeAsync() => store.DisposeAsync();

        public async Task Appoint(string name, params RoleIn[] roles) =>
            ids[name] = await store.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson(name, name, "clear water 2030", roles, Stop));

        /// <summary>True where the page of the request is theirs to see.</summary>
        public async Task<bool> Opens(string who, string code) => await store.In(services => services.GetRequiredService<AdjustmentDesk>().Find(User(who), Plan, code, Stop)) is not null;

        private ClaimsPrincipal User(string who) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, ids[who])], "test"));
    }
}
