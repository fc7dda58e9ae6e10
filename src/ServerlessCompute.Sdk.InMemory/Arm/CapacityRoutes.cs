using System.Text.Json;

namespace ServerlessCompute;

/// <summary>VM sizes, quotas and what is used of them. Rows, their order and their odd names are the recorded ones.</summary>
internal sealed class CapacityRoutes(ServerlessEngine engine, Answers answers)
{
    private const string Provider = "Microsoft.MachineLearningServices";
    private const int MostClusters = 200;
    private const int UsualOsDiskMB = 1_047_552;

    public Route[] All() =>
    [
        new(RouteArea.Location, "GET", "vmSizes", Sizes),
        new(RouteArea.Location, "GET", "usages", Usages),
        new(RouteArea.Location, "GET", "quotas", Quotas),
    ];

    private EngineResponse Sizes(ArmCall call) => answers.Arm(call, 200, List(static (writer, engine) =>
    {
        foreach (VmSize size in VmCatalogue.Default.Sizes.Where(s => engine.Settings.Quota.AllowRetiredSizes || !s.IsRetired))
        {
            Write(writer, size);
        }
    }));

    private EngineResponse Usages(ArmCall call)
    {
        lock (engine.Pacemaker.Gate)
        {
            return answers.Arm(call, 200, List(static (writer, engine) =>
            {
                QuotaLedger ledger = engine.Ledger;
                string subscription = $"/subscriptions/{engine.Workspace.SubscriptionId}";
                WriteUsage(writer, 0, MostClusters, "TotalClusters", "Total Clusters", "totalClusters", subscription);
                WriteUsage(writer, ledger.DedicatedUsed, ledger.TotalLimit(ComputeTier.Dedicated), "TotalDedicatedCores", "Total Cluster Dedicated Regional vCPUs", "totalDedicatedCores", subscription);
                foreach (VmFamily family in VmCatalogue.Default.Families)
                {
                    WriteUsage(writer, ledger.Used(family, ComputeTier.Dedicated), ledger.Limit(family, ComputeTier.Dedicated), family.Name, family.UsageName, "vmFamily/dedicatedCores", UsageId(subscription, family));
                }

                WriteUsage(writer, ledger.LowPriorityUsed, ledger.TotalLimit(ComputeTier.LowPriority), "TotalLowPriorityCores", "Total Cluster Low Priority Regional vCPUs", "totalLowPriorityCores", subscription);
                foreach (VmFamily family in VmCatalogue.Default.Families)
                {
                    // Low priority has no limit per family: the service says -1.
                    WriteUsage(writer, ledger.Used(family, ComputeTier.LowPriority), -1, family.Name, family.LowPriorityUsageName, "vmFamily/lowPriorityCores", UsageId(subscription, family));
                }
            }));
        }
    }

    /// <summary>For each family the subscription's row, then the workspace's, which has the same limit: nobody set another.</summary>
    private EngineResponse Quotas(ArmCall call) => answers.Arm(call, 200, List(static (writer, engine) =>
    {
        foreach (VmFamily family in VmCatalogue.Default.Families)
        {
            int limit = engine.Settings.Quota.LimitOf(family.Name);
            WriteQuota(writer, family, limit, "vmFamily", $"/subscriptions/{engine.Workspace.SubscriptionId}/quotas/{family.Name}", null);
            WriteQuota(writer, family, limit, "workspaces", $"{engine.Workspace.ArmId}/quotas/{family.Name}", engine.Workspace.Region);
        }
    }));

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

    private static void WriteQuota(Utf8JsonWriter writer, VmFamily family, int limit, string scope, string id, string? location)
    {
        writer.WriteStartObject();
        writer.WriteString("unit"u8, "Count"u8);
        writer.WriteNumber("limit"u8, limit);
        WriteName(writer, family.Name, family.UsageName);
        writer.WriteString("type"u8, $"{Provider}/{scope}/dedicatedCores/quotas");
        writer.WriteString("id"u8, id);
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

    private static void Write(Utf8JsonWriter writer, VmSize size)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, size.Name);
        writer.WriteString("family"u8, size.Family.Name);
        writer.WriteNumber("vCPUs"u8, size.VCpus);
        writer.WriteNumber("gpus"u8, size.Gpus);
        writer.WriteNumber("osVhdSizeMB"u8, size.OsDiskMB ?? UsualOsDiskMB);
        writer.WriteNumber("maxResourceVolumeMB"u8, size.ResourceDiskMB ?? 0);
        writer.WriteNumber("memoryGB"u8, (decimal)size.MemoryGiB + 0.0m);
        writer.WriteBoolean("lowPriorityCapable"u8, size.LowPriorityCapable);
        writer.WriteBoolean("premiumIO"u8, size.Name.Contains('s', StringComparison.Ordinal));
        if (size.Price is { } price)
        {
            writer.WriteStartObject("estimatedVMPrices"u8);
            writer.WriteString("billingCurrency"u8, "USD"u8);
            writer.WriteString("unitOfMeasure"u8, "OneHour"u8);
            writer.WriteStartArray("values"u8);
            WritePrice(writer, price, "Standard"u8);
            WritePrice(writer, size.LowPriorityPrice, "LowPriority"u8);
            WritePrice(writer, size.SpotPrice, "Spot"u8);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteStartArray("supportedComputeTypes"u8);
        writer.WriteStringValue("AmlCompute"u8);
        writer.WriteStringValue("ComputeInstance"u8);
        writer.WriteEndArray();
        writer.WriteString("generation"u8, "gen1"u8);
        writer.WriteBoolean("supportsIB"u8, size.HasInfiniband);
        writer.WriteEndObject();
    }

    private static void WritePrice(Utf8JsonWriter writer, decimal? price, ReadOnlySpan<byte> tier)
    {
        if (price is { } retail)
        {
            writer.WriteStartObject();
            writer.WriteNumber("retailPrice"u8, retail);
            writer.WriteString("osType"u8, "Linux"u8);
            writer.WriteString("vmTier"u8, tier);
            writer.WriteEndObject();
        }
    }
}
