using System.CommandLine;
using Greenprint.Indicators;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Server.Calculations;
using Greenprint.Server.SampleCounty;
using Greenprint.Server.Serving;

namespace Greenprint.Server.CommandLine;

/// <summary>All verbs of the program: each module brings its own, groups of one name are put together here.</summary>
internal static class Verbs
{
    /// <summary>The command line of a terminal.</summary>
    internal static RootCommand Root() => Root(new VerbHost((store, today) => Site.Compose(store, today)));

    /// <summary>The command line on a given host of verbs.</summary>
    internal static RootCommand Root(IVerbHost host)
    {
        Bilingual what = (
            "绿图：让县级生态环境规划可执行、可核对。示例：greenprint demo",
            "Greenprint: makes a county's ecological-environment plan run, and every figure checkable. Example: greenprint demo");
        var root = new RootCommand(what.Here) { CommonOptions.Data, CommonOptions.DatabaseFile, CommonOptions.Today, CommonOptions.Language };
        foreach (var group in Of(host).GroupBy(command => command.Name, StringComparer.Ordinal))
        {
            root.Add(Joined([.. group]));
        }

        return root;
    }

    private static IEnumerable<Command> Of(IVerbHost host) =>
    [
        ServeVerb.Command(),
        InitVerb.Command(host),
        DemoVerb.Command(),
        .. PlanningModule.Verbs(host),
        .. MonitoringModule.Verbs(host),
        .. IndicatorsModule.Verbs(host),
        .. PlatformModule.Verbs(host),
        .. CalculationVerbs.All(),
    ];

    // Two modules may each bring "plan"; a person sees one.
    private static Command Joined(IReadOnlyList<Command> same)
    {
        var first = same[0];
        foreach (var verb in same.Skip(1).SelectMany(other => other.Subcommands).ToList())
        {
            first.Add(verb);
        }

        return first;
    }
}
