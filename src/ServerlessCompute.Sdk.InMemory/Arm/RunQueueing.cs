using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Why a run is queued: run history's <c>queueingInfo</c>. Codes and first sentences are the recorded ones; what they leave out follows behind.</summary>
internal static class RunQueueing
{
    public static void Write(Utf8JsonWriter writer, ServerlessEngine engine, JobRecord job)
    {
        if (job.Phase != JobPhase.Queued)
        {
            writer.WriteNull("queueingInfo"u8);
            return;
        }

        writer.WriteStartObject("queueingInfo"u8);
        writer.WriteString("code"u8, job.HasNodes ? "Scheduling"u8 : "InsufficientAvailableNodes"u8);
        writer.WriteString("message"u8, job.HasNodes ? "Job is in scheduling state" : Shortage(engine, job));
        writer.TimeMember("lastRefreshTimestamp"u8, engine.Pacemaker.Instant());
        writer.WriteEndObject();
    }

    private static string Shortage(ServerlessEngine engine, JobRecord job)
    {
        if (job.Cluster is { } cluster)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Job needs {job.NodeCount} node(s) while currently the cluster only has {cluster.Count(ClusterNodeState.Idle)} available node(s)");
        }

        VmSize size = job.Size!;
        long free = Math.Max(0, engine.Ledger.Free(size.Family, job.Tier));
        string why = JobExplainer.Wait(engine, job)?.Message ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"Job needs {job.NodeCount} node(s) while currently the cluster only has {free / size.VCpus} available node(s). {why}").TrimEnd();
    }
}
