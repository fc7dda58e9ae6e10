using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Ports of services and of Ray.</summary>
internal static class PortRules
{
    private const int Highest = 65535;

    public static void Check(int? port, string path, JobReport report)
    {
        if (port is < 1 or > Highest)
        {
            report.Add(PortRange, path, $"There is no port {port}.", $"Choose a port from 1 to {Highest}; those below 1024 belong to the system.");
        }
    }
}
