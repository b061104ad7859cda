using Greenprint.Planning.Confirming;
using Greenprint.Testing;
using static Greenprint.Planning.Tests.Confirming.Taishan;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Confirming;

/// <summary>Laws of decisions: whatever two editors do and take back, the state is what their standing acts say, and the plan follows it.</summary>
public sealed class DecisionLawTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    // What an editor tries: which one of two, what, on which of four items.
    private static readonly Gen<(int Person, int Act, int Item)[]> Tries = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 5], Gen.Int[0, 3]).Array[0, 40];

    private static readonly IReadOnlyList<FoundRow> Found = [.. Enumerable.Range(0, 4).Select(i => FoundRows.Of(
        "p", 1, FoundIds.Of(FoundKind.Goal, i + 1), i, new(FoundKind.Goal, new() { Name = $"目标{i}" }, new(null, null, null, null), 0.5m), FoundChange.First))];

    [Fact]
    public void Any_sequence_of_decisions_and_undos_gives_the_state_of_the_fold() => Tries.Sample(
        tries =>
        {
            var (rows, model) = (new List<DecisionRow>(), new Model());
            foreach (var (person, act, item) in tries)
            {
                Try(rows, model, $"u{person}", act, item);
                var fold = new DecisionFold(rows);
                Assert.Equal(model.States, fold.Items(Found, 1, null).Select(one => (one.State, one.Content.Name)));
                Assert.Equal(model.CanUndo("u0"), fold.ToUndo("u0", 1)?.Number);
                Assert.Equal(model.CanUndo("u1"), fold.ToUndo("u1", 1)?.Number);
            }
        },
        iter: Laws.Tries(2000));

    [Fact]
    public async Task The_plan_holds_what_the_view_says_after_any_sequence_of_acts()
    {
        await using var store = await Draft(Platform.StoreEngine.Sqlite);
        System.Security.Claims.ClaimsPrincipal[] people = [await store.Person("wang"), await store.Person("zhao")];
        var random = new Random(4);   // one store, many acts: a fixed sequence keeps it quick and the same
        for (var i = 0; i < 60; i++)
        {
            var user = people[random.Next(2)];
            var view = await store.View(user);
            var item = view.Items[random.Next(view.Items.Count)];
            _ = await store.Desk(desk => random.Next(6) switch
            {
                0 or 1 => desk.Accept(user, Plan, 1, [item.Seen(), .. view.Items.Where(one => one.CanAccept).Take(random.Next(3)).Select(one => one.Seen()).Where(one => one.Id != item.Id)], Stop),
                2 => desk.Reject(user, Plan, 1, [item.Seen()], "不采纳", Stop),
                3 => desk.Correct(user, Plan, 1, item.Id, item.Seen, item.Content with { Name = $"{item.Kind}{i}" }, Stop),
                4 => desk.Undo(user, Plan, 1, Stop),
                _ => desk.Redo(user, Plan, 1, Stop),
            });

            var (now, plan) = ((await store.View(user)).Items.Where(one => one.IsInPlan).ToLookup(one => one.Kind, one => one.Content.Name), (await store.Plan(Plan))!);
            Assert.Equal(now[FoundKind.Goal].Order(), plan.Goals.Select(one => one.Text.Zh).Order());
            Assert.Equal(now[FoundKind.Indicator].Order(), plan.Indicators.Select(one => one.Name.Zh).Order());
            Assert.Equal(now[FoundKind.KeyTask].Order(), plan.KeyTasks.Select(one => one.Title.Zh).Order());
            Assert.Equal(now[FoundKind.Safeguard].Order(), plan.Safeguards.Select(one => one.Title.Zh).Order());
            Assert.Equal(now[FoundKind.Measure].Order(), plan.Measures.Select(one => one.Text.Zh).Order());
            Assert.Equal(now[FoundKind.Project].Order(), plan.Projects.Select(one => one.Name.Zh).Order());
            Assert.Equal(plan.Indicators.Select(one => one.Group).Distinct().Order(), plan.Groups.Select(group => group.Code).Order());
        }
    }

    private static void Try(List<DecisionRow> rows, Model model, string person, int act, int item)
    {
        var fold = new DecisionFold(rows);
        var id = Found[item].Id;
        if (act < 4)
        {
            var kind = act switch { 0 => DecisionAct.Accept, 1 => DecisionAct.Reject, _ => DecisionAct.Correct };
            var content = kind == DecisionAct.Correct ? new FoundContent { Name = $"改{fold.Last}" } : null;
            string[] touched = act == 0 ? [id, Found[(item + 1) % 4].Id] : [id];
            rows.AddRange(touched.Select(one => Row(fold.Last + 1, one, kind, person, content, null)));
            model.Decide(fold.Last + 1, person, touched, kind, content?.Name);
            return;
        }

        var of = act == 4 ? fold.ToUndo(person, 1) : fold.ToRedo(person, 1);
        if (of is not null && fold.TouchedAfter(of.Number, of.Rows.Select(row => row.Item)) is null)
        {
            rows.AddRange(of.Rows.Select(row => Row(fold.Last + 1, row.Item, act == 4 ? DecisionAct.Undo : DecisionAct.Redo, person, null, of.Number)));
            model.Turn(of.Number, isUndo: act == 4);
        }
    }

    private static DecisionRow Row(int number, string item, DecisionAct act, string person, FoundContent? content, int? of) => new()
    {
        Plan = "p",
        Number = number,
        Item = item,
        Act = act,
        Of = of,
        Document = 1,
        Kind = FoundKind.Goal,
        Content = content is null ? null : FoundJson.Write(content),
        By = person,
        ByName = person,
        At = At,
    };

    /// <summary>The same told another way: each act keeps what was there before it, and an undo puts that back.</summary>
    private sealed class Model
    {
        private readonly (FoundState State, string? Name)[] states = [.. Found.Select((_, i) => (FoundState.Open, (string?)$"目标{i}"))];
        private readonly Dictionary<int, (string Person, bool Stands, List<(int Item, (FoundState, string?) Before, (FoundState, string?) After)> Changes)> acts = [];

        public IEnumerable<(FoundState State, string? Name)> States => states;

        public int? CanUndo(string person) => acts.Where(act => act.Value.Person == person && act.Value.Stands).Max(act => (int?)act.Key);

        public void Decide(int number, string person, IEnumerable<string> items, DecisionAct kind, string? name)
        {
            List<(int, (FoundState, string?), (FoundState, string?))> changes = [];
            foreach (var item in items.Select(id => int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1))
            {
                var after = kind switch
                {
                    DecisionAct.Accept => (FoundState.Accepted, $"目标{item}"),
                    DecisionAct.Reject => (FoundState.Rejected, $"目标{item}"),
                    _ => (FoundState.Corrected, name),
                };
                changes.Add((item, states[item], after));
                states[item] = after;
            }

            acts[number] = (person, true, changes);
        }

        public void Turn(int number, bool isUndo)
        {
            var act = acts[number];
            var changes = act.Changes.Select(change => isUndo ? change : change with { Before = states[change.Item] }).ToList();
            foreach (var (item, before, after) in changes)
            {
                states[item] = isUndo ? before : after;
            }

            acts[number] = act with { Stands = !isUndo, Changes = changes };
        }
    }
}
