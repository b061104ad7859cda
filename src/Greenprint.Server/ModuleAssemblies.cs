using System.Reflection;
using Greenprint.Delivery;
using Greenprint.Indicators;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Portal;
using Greenprint.Ui;

namespace Greenprint.Server;

/// <summary>The modules that bring pages.</summary>
internal static class ModuleAssemblies
{
    internal static readonly Assembly[] WithPages =
    [
        typeof(PlatformModule).Assembly,
        typeof(PlanningModule).Assembly,
        typeof(MonitoringModule).Assembly,
        typeof(IndicatorsModule).Assembly,
        typeof(DeliveryModule).Assembly,
        typeof(PortalModule).Assembly,
        typeof(UiModule).Assembly,
    ];
}
