using System.Net;
using System.Text.RegularExpressions;

namespace Greenprint.Server.Tests.Permissions;

/// <summary>
/// Who may do what, by the desks that do it and by the forms of pages: <c>acts.csv</c> is typed by hand and driven by one person of each kind, of the own unit, another
/// unit, another county and the prefecture above. Whoever may not leaves nothing behind.
/// </summary>
public sealed partial class ActTests(SampleHost host)
{
    public static TheoryData<string> Persons => [.. SampleHost.People.Keys];

    [Fact]
    public async Task Every_act_of_a_desk_is_done_by_those_the_table_names_and_refused_to_everybody_else()
    {
        await using var house = await ActHouse.Open();
        List<string> wrong = [];
        foreach (var row in ActRow.All.Where(row => row.Page.Length == 0))
        {
            var verb = ActHouse.Verbs[row.Act];
            string? thing = null;
            foreach (var person in SampleHost.People.Keys)
            {
                // What was refused left nothing behind: the next one tries the very same.
                thing ??= await verb.Prepare(house);
                var done = await verb.Try(house, house[person], thing);
                if (done != row.Allowed.Contains(person))
                {
                    wrong.Add($"{row.Act} by {person}: {(done ? "done" : "refused")}");
                }

                thing = done ? null : thing;
            }
        }

        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Persons))]
    public async Task A_form_is_offered_to_those_the_table_names_and_taken_from_nobody_else(string person)
    {
        using var client = await host.SignedInAs(person);
        var token = Token().Match(await client.GetStringAsync(new Uri("/account", UriKind.Relative), TestContext.Current.CancellationToken)).Groups[1].Value;
        List<string> wrong = [];
        foreach (var row in ActRow.All.Where(row => row.Page.Length > 0))
        {
            var page = new Uri(row.Page, UriKind.Relative);
            if (row.Allowed.Contains(person))
            {
                using var shown = await client.GetAsync(page, TestContext.Current.CancellationToken);
                var html = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (shown.StatusCode != HttpStatusCode.OK || html.Contains($"value=\"{row.Form}\"", StringComparison.Ordinal) != row.IsOffered)
                {
                    wrong.Add($"{row.Act}: {(int)shown.StatusCode}, or the form is not as the table says");
                }
            }
            else
            {
                using var answer = await client.PostAsync(page, new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["_handler"] = row.Form }), TestContext.Current.CancellationToken);
                // 400 says that this page has no such form for them; where it has one for nobody, that would say nothing.
                if (answer.StatusCode != HttpStatusCode.Forbidden && (answer.StatusCode != HttpStatusCode.BadRequest || !row.IsOffered))
                {
                    wrong.Add($"{row.Act}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.NotEmpty(token);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_act_of_a_desk_has_a_row_and_every_row_names_people_there_are()
    {
        Assert.Equal(ActHouse.Verbs.Keys.Order(), ActRow.All.Where(row => row.Page.Length == 0).Select(row => row.Act).Order());
        Assert.Empty(ActRow.All.SelectMany(row => row.Allowed).Except(SampleHost.People.Keys));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
