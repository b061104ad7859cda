using System.Reflection;
using Greenprint.Delivery;
using Greenprint.Indicators;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Microsoft.AspNetCore.Components;

namespace Greenprint.Architecture.Tests;

/// <summary>The root folder of a module is its door. What lies in a slice is internal, unless it is a page or a record on the wire.</summary>
public sealed class DoorTests
{
    private static readonly Assembly[] Modules =
    [
        typeof(PlatformModule).Assembly, typeof(PlanningModule).Assembly, typeof(MonitoringModule).Assembly, typeof(IndicatorsModule).Assembly, typeof(DeliveryModule).Assembly,
    ];

    public static TheoryData<string> Names => [.. Modules.Select(module => module.GetName().Name!)];

    [Theory, MemberData(nameof(Names))]
    public void Outside_its_root_a_module_shows_only_pages_and_wire_records(string module)
    {
        var leaks = Modules.Single(one => one.GetName().Name == module).GetExportedTypes()
            .Where(type => type.Namespace != module && !type.IsNested)
            .Where(type => !typeof(IComponent).IsAssignableFrom(type))
            .Where(type => type.GetMethod("<Clone>$") is null)   // what the compiler gives every record
            .Select(type => type.FullName);

        Assert.Empty(leaks);
    }

    [Fact]
    public void Who_uses_a_page_is_said_on_the_page()
    {
        var pages = AppDomain.CurrentDomain.GetAssemblies().Concat(Modules).Distinct()
            .Where(assembly => assembly.GetName().Name?.StartsWith("Greenprint", StringComparison.Ordinal) == true || assembly.GetName().Name == "greenprint")
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.GetCustomAttributes<RouteAttribute>().Any())
            .Where(type => !type.GetCustomAttributes().Any(attribute =>
                attribute is Microsoft.AspNetCore.Authorization.IAuthorizeData or Microsoft.AspNetCore.Authorization.IAllowAnonymous))
            .Select(type => type.FullName);

        Assert.Empty(pages);
    }
}
