using System.Text.Json;
using System.Xml;

namespace ServerlessCompute;

/// <summary>The named clusters. Members, their order and their odd spelling are the recorded ones.</summary>
internal sealed class ComputeRoutes(ServerlessEngine engine, Answers answers)
{
    public Route[] All() =>
    [
        new(RouteArea.Workspace, "GET", "computes", List),
        new(RouteArea.Workspace, "GET", "computes/{name}", Get),
    ];

    private EngineResponse List(ArmCall call)
    {
        lock (engine.Pacemaker.Gate)
        {
            return answers.Arm(call, 200, JsonBuffer.Write(engine, static (writer, engine) =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("value"u8);
                foreach (Cluster cluster in engine.Machines.Clusters.Values)
                {
                    Write(writer, engine, cluster);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }));
        }
    }

    private EngineResponse Get(ArmCall call)
    {
        lock (engine.Pacemaker.Gate)
        {
            // Recorded: 404 without a body.
            return engine.Machines.Clusters.TryGetValue(call.Parts[0], out Cluster? cluster)
                ? answers.Arm(call, 200, JsonBuffer.Write((engine, cluster), static (writer, s) => Write(writer, s.engine, s.cluster)))
                : answers.Arm(call, 404, default);
        }
    }

    private static void Write(Utf8JsonWriter writer, ServerlessEngine engine, Cluster cluster)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, $"{engine.Workspace.ArmId}/computes/{cluster.Name}");
        writer.WriteString("name"u8, cluster.Name);
        writer.WriteString("type"u8, "Microsoft.MachineLearningServices/workspaces/computes"u8);
        writer.WriteString("location"u8, engine.Workspace.Region);
        writer.WriteStartObject("tags"u8);
        writer.WriteEndObject();
        writer.WriteStartObject("properties"u8);
        writer.TimeMember("createdOn"u8, cluster.CreatedAt);
        writer.TimeMember("modifiedOn"u8, cluster.CreatedAt);
        writer.WriteBoolean("disableLocalAuth"u8, false);
        writer.WriteNull("description"u8);
        writer.WriteNull("resourceId"u8);
        writer.WriteString("computeType"u8, "AmlCompute"u8);
        writer.WriteString("computeLocation"u8, engine.Workspace.Region);
        writer.WriteString("provisioningState"u8, cluster.Problem is null ? "Succeeded"u8 : "Failed"u8);
        WriteErrors(writer, "provisioningErrors"u8, cluster.Problem);
        writer.WriteBoolean("isAttachedCompute"u8, false);
        WriteProperties(writer, cluster);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, Cluster cluster)
    {
        bool exists = cluster.Problem is null;
        writer.WriteStartObject("properties"u8);
        writer.WriteString("vmSize"u8, cluster.Size.Name.ToUpperInvariant());
        writer.WriteString("vmPriority"u8, cluster.Tier == ComputeTier.Dedicated ? "Dedicated"u8 : "LowPriority"u8);
        writer.WriteStartObject("scaleSettings"u8);
        writer.WriteNumber("maxNodeCount"u8, cluster.Scale.MaxNodes);
        writer.WriteNumber("minNodeCount"u8, cluster.Scale.MinNodes);
        writer.WriteString("nodeIdleTimeBeforeScaleDown"u8, XmlConvert.ToString(cluster.IdleTime));
        writer.WriteEndObject();
        writer.WriteNull("subnet"u8);
        WriteCount(writer, "currentNodeCount"u8, exists ? cluster.Nodes.Count - cluster.Count(ClusterNodeState.Asked) : null);
        WriteCount(writer, "targetNodeCount"u8, exists ? cluster.Target : null);
        if (exists)
        {
            writer.WriteStartObject("nodeStateCounts"u8);
            WriteCount(writer, "preparingNodeCount"u8, cluster.Count(ClusterNodeState.Preparing));
            WriteCount(writer, "runningNodeCount"u8, cluster.Count(ClusterNodeState.Running));
            WriteCount(writer, "idleNodeCount"u8, cluster.Count(ClusterNodeState.Idle));
            WriteCount(writer, "unusableNodeCount"u8, 0);
            WriteCount(writer, "leavingNodeCount"u8, cluster.Count(ClusterNodeState.Leaving));
            WriteCount(writer, "preemptedNodeCount"u8, 0);
            writer.WriteEndObject();
            writer.WriteString("allocationState"u8, cluster.IsResizing ? "Resizing"u8 : "Steady"u8);
            writer.TimeMember("allocationStateTransitionTime"u8, cluster.ChangedAt);
        }
        else
        {
            writer.WriteNull("nodeStateCounts"u8);
            writer.WriteNull("allocationState"u8);
        }

        WriteErrors(writer, "errors"u8, cluster.GrowthProblem);

        // Recorded: of a cluster that never came to be there is less to tell.
        writer.WriteString("remoteLoginPortPublicAccess"u8, exists ? "Disabled"u8 : "NotSpecified"u8);
        if (exists)
        {
            writer.WriteString("osType"u8, "Linux"u8);
        }

        writer.WriteNull("virtualMachineImage"u8);
        writer.WriteBoolean("isolatedNetwork"u8, false);
        if (exists)
        {
            writer.WriteBoolean("enableBatchPrivateLink"u8, false);
            writer.WriteStartObject("propertyBag"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter writer, ReadOnlySpan<byte> name, RunError? error)
    {
        if (error is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        writer.WriteStartObject();
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, error.InnerCode);
        writer.WriteString("message"u8, error.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? count)
    {
        if (count is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
