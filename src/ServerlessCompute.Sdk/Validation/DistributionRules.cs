using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>How processes are spread over nodes.</summary>
internal static class DistributionRules
{
    private const string Place = nameof(CommandJob.Distribution);

    // The service's documentation: an MPI job has 100 nodes at most.
    private const int MostMpiNodes = 100;

    public static void Check(CommandView view, JobReport report)
    {
        switch (view.Job.Distribution)
        {
            case PyTorchDistribution pyTorch:
                CheckProcesses(pyTorch.ProcessCountPerInstance, report);
                break;
            case MpiDistribution mpi:
                CheckProcesses(mpi.ProcessCountPerInstance, report);
                CheckNodes(view.Job.Resources?.InstanceCount, report);
                break;
            case TensorFlowDistribution tensorFlow:
                CheckServers(tensorFlow, report);
                break;
            case RayDistribution ray:
                PortRules.Check(ray.Port, $"{Place}.{nameof(RayDistribution.Port)}", report);
                PortRules.Check(ray.DashboardPort, $"{Place}.{nameof(RayDistribution.DashboardPort)}", report);
                break;
            case UnknownDistribution unknown:
                report.Add(DistributionUnknown, Place, $"The distribution {Shown.Value(unknown.Type)} is not known to this library and is sent as it is.", "Use PyTorchDistribution, MpiDistribution, TensorFlowDistribution or RayDistribution.");
                break;
            default:
                break;
        }
    }

    private static void CheckProcesses(int? count, JobReport report)
    {
        if (count < 1)
        {
            report.Add(ProcessCountRange, $"{Place}.{nameof(PyTorchDistribution.ProcessCountPerInstance)}", $"The job asks for {count} processes on each node.", "Ask for one at least, usually one for each GPU: new PyTorchDistribution { ProcessCountPerInstance = 4 }; or leave the number out.");
        }
    }

    private static void CheckNodes(int? nodes, JobReport report)
    {
        if (nodes > MostMpiNodes)
        {
            report.Add(MpiTooManyNodes, $"{nameof(CommandJob.Resources)}.{nameof(ResourceConfiguration.InstanceCount)}", $"The job asks for {nodes} nodes, and an MPI job has {MostMpiNodes} at most.", "Ask for fewer, larger nodes, or distribute with new PyTorchDistribution().");
        }
    }

    private static void CheckServers(TensorFlowDistribution tensorFlow, JobReport report)
    {
        if (tensorFlow.WorkerCount < 1)
        {
            report.Add(WorkerCountRange, $"{Place}.{nameof(TensorFlowDistribution.WorkerCount)}", $"The job asks for {tensorFlow.WorkerCount} workers.", "Ask for one at least, or leave the number out: it is then the number of nodes.");
        }

        if (tensorFlow.ParameterServerCount < 0)
        {
            report.Add(ParameterServerCountRange, $"{Place}.{nameof(TensorFlowDistribution.ParameterServerCount)}", $"The job asks for {tensorFlow.ParameterServerCount} parameter servers.", "Ask for zero or more, or leave the number out.");
        }
    }
}
