using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Quotas and what is used of them. Rows, their order and their odd names are the recorded ones.</summary>
internal sealed class QuotaRoutes(ServerlessEngine engine, Answers answers)
{
    private const string Provider = "Microsoft.MachineLearningServices";
    private const int MostClusters = 200;

    private readonly QuotaUpdate _update = new(engine);

    public Route[] All() =>
    [
        new(RouteArea.Location, "GET", "usages", Usages),
        new(RouteArea.Location, "GET", "quotas", Quotas),
        new(RouteArea.Location, "POST", "updateQuotas", Update),
    ];

    private EngineResponse Usages(ArmCall call)
    {
        lock (engine.Pacemaker.Gate)
        {
            return answers.Arm(call, 200, List(static (writer, engine) =>
            {
                QuotaLedger ledger = engine.Ledger;
                IReadOnlyList<VmFamily> families = engine.Machines.Catalogue.Families;
                string subscription = $"/subscriptions/{engine.Workspace.SubscriptionId}";
                WriteUsage(writer, engine.Machines.Clusters.Count, MostClusters, "TotalClusters", "Total Clusters", "totalClusters", subscription);
                WriteUsage(writer, ledger.DedicatedUsed, ledger.TotalDedicated, "TotalDedicatedCores", "Total Cluster Dedicated Regional vCPUs", "totalDedicatedCores", subscription);
                foreach (VmFamily family in families)
                {
                    WriteUsage(writer, ledger.Used(family, ComputeTier.Dedicated), ledger.SubscriptionLimit(family), family.Name, family.UsageName, "vmFamily/dedicatedCores", UsageId(subscription, family));
                }

                WriteUsage(writer, ledger.LowPriorityUsed, ledger.TotalLowPriority, "TotalLowPriorityCores", "Total Cluster Low Priority Regional vCPUs", "totalLowPriorityCores", subscription);
                foreach (VmFamily family in families)
                {
                    // Low priority has no limit per family: the service says -1.
                    WriteUsage(writer, ledger.Used(family, ComputeTier.LowPriority), -1, family.Name, family.LowPriorityUsageName, "vmFamily/lowPriorityCores", UsageId(subscription, family));
                }
            }));
        }
    }

    /// <summary>For each family the subscription's row, then one for each workspace, which has the same limit where nobody set another.</summary>
    private EngineResponse Quotas(ArmCall call)
    {
        lock (engine.Pacemaker.Gate)
        {
            return answers.Arm(call, 200, List(static (writer, engine) =>
            {
                foreach (VmFamily family in engine.Machines.Catalogue.Families)
                {
                    WriteQuota(writer, family, engine.Ledger.SubscriptionLimit(family), "vmFamily", $"/subscriptions/{engine.Workspace.SubscriptionId}", null);
                    foreach (WorkspaceQuota workspace in engine.Ledger.Workspaces)
                    {
                        WriteQuota(writer, family, engine.Ledger.WorkspaceLimit(workspace, family), "workspaces", workspace.Name, engine.Workspace.Region);
                    }
                }
            }));
        }
    }

    private EngineResponse Update(ArmCall call)
    {
        if (ContractCheck.Check("QuotaUpdateParameters", call.Request.Body.Span, call.Version, engine.Settings.Strictness) is { } problem)
        {
            return answers.Fail(call, problem);
        }

        using JsonDocument body = JsonDocument.Parse(call.Request.Body);
        string? location = body.RootElement.TryGetProperty("location", out JsonElement sent) ? sent.GetString() : null;
        JsonElement[] items = body.RootElement.TryGetProperty("value", out JsonElement value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
        string[] statuses = [];
        engine.Administrate(_ => statuses = [.. items.Select(item => _update.Apply(item, location))]);
        return answers.Arm(call, 200, JsonBuffer.Write((items, statuses), static (writer, s) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("value"u8);
            foreach ((JsonElement item, string status) in s.items.Zip(s.statuses))
            {
                writer.WriteStartObject();
                WriteSame(writer, item, "id");
                WriteSame(writer, item, "type");
                WriteSame(writer, item, "limit");
                writer.WriteString("unit"u8, "Count"u8);
                writer.WriteString("status"u8, status);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private byte[] List(Action<Utf8JsonWriter, ServerlessEngine> writeRows) => JsonBuffer.Write((engine, writeRows), static (writer, s) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value"u8);
        s.writeRows(writer, s.engine);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static string UsageId(string subscription, VmFamily family) => $"{subscription}/usages/{family.Name.Replace(' ', '_')}";

    private static void WriteUsage(Utf8JsonWriter writer, long current, long limit, string value, string localized, string type, string id)
    {
        writer.WriteStartObject();
        writer.WriteString("unit"u8, "Count"u8);
        writer.WriteNumber("currentValue"u8, current);
        writer.WriteNumber("limit"u8, limit);
        WriteName(writer, value, localized);
        writer.WriteString("type"u8, $"{Provider}/{type}/usages");
        writer.WriteString("id"u8, id);
        writer.WriteEndObject();
    }

    private static void WriteQuota(Utf8JsonWriter writer, VmFamily family, int limit, string scope, string owner, string? location)
    {
        writer.WriteStartObject();
        writer.WriteString("unit"u8, "Count"u8);
        writer.WriteNumber("limit"u8, limit);
        WriteName(writer, family.Name, family.UsageName);
        writer.WriteString("type"u8, $"{Provider}/{scope}/dedicatedCores/quotas");
        writer.WriteString("id"u8, $"{owner}/quotas/{family.Name}");
        writer.TextMember("location"u8, location);
        writer.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter writer, string value, string localized)
    {
        writer.WriteStartObject("name"u8);
        writer.WriteString("value"u8, value);
        writer.WriteString("localizedValue"u8, localized);
        writer.WriteEndObject();
    }

    private static void WriteSame(Utf8JsonWriter writer, JsonElement item, string name)
    {
        if (item.TryGetProperty(name, out JsonElement value))
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }
}
