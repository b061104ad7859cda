using System.Security.Claims;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;

namespace Greenprint.Planning.Health;

/// <summary>Examines a plan: the one answer that the page, its exports and <c>greenprint plan audit</c> give. A fixed number of queries, however large the plan.</summary>
internal sealed class PlanHealth(YearTaskDesk desk, IEnumerable<ITaskCompletion> completions, IEnumerable<IHealthChecks> checks, IRights rights, IChinaClock clock)
{
    /// <summary>The same as somebody may read it: who sees the work of some units only is not told of requests that are not decided.</summary>
    public async Task<HealthReport?> Of(ClaimsPrincipal user, string plan, CancellationToken cancellation)
    {
        if (await Of(plan, cancellation) is not { } report)
        {
            return null;
        }

        var seesAll = await rights.May(user, Rights.SeeWork, report.Plan.Region, cancellation) || await rights.May(user, Rights.EditPlans, report.Plan.Region, cancellation);
        return seesAll ? report : report with { Findings = [.. report.Findings.Where(finding => !finding.IsForWholeWork)] };
    }

    /// <summary>The plan examined today; null where there is no such plan. A closed one is not examined: nothing in it is changed any more.</summary>
    public async Task<HealthReport?> Of(string plan, CancellationToken cancellation)
    {
        if (await desk.Find(plan, null, null, cancellation) is not { } sheet)
        {
            return null;
        }

        List<YearTask> tasks = [.. sheet.Tasks.Where(task => !task.IsCancelled)];
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (var completion in completions)
        {
            done.UnionWith(await completion.Done(tasks, cancellation));
        }

        var question = new HealthQuestion(sheet.Plan, tasks, done, clock.Today)
        {
            Units = sheet.Units.ToDictionary(unit => unit.Id, StringComparer.Ordinal),
            Staff = sheet.Staff,
            Persons = sheet.Persons,
        };
        List<HealthRule> rules = [.. checks.SelectMany(check => check.Rules).OrderBy(rule => rule.Group).ThenBy(rule => rule.Code, StringComparer.Ordinal)];
        List<HealthFinding> found = [];
        if (sheet.Plan.Summary.Status != PlanStatus.Closed)
        {
            foreach (var check in checks)
            {
                found.AddRange(await check.Check(question, cancellation));
            }
        }

        return new(
            sheet.Plan.Summary,
            clock.Today,
            rules,
            [.. found.OrderBy(one => one.Rule.Severity).ThenBy(one => one.Rule.Group).ThenBy(one => one.Rule.Code, StringComparer.Ordinal).ThenBy(one => one.Subject, StringComparer.Ordinal)],
            OwnerShare.Of(question, found),
            sheet.Units.ToDictionary(unit => unit.Id, unit => unit.Name, StringComparer.Ordinal));
    }
}
