using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The VM sizes of the region. Members and their order are the recorded ones.</summary>
internal sealed class SizeRoutes(ServerlessEngine engine, Answers answers)
{
    private const int UsualOsDiskMB = 1_047_552;

    public Route[] All() =>
    [
        new(RouteArea.Location, "GET", "vmSizes", Sizes),
    ];

    private EngineResponse Sizes(ArmCall call) => answers.Arm(call, 200, JsonBuffer.Write(engine, static (writer, engine) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value"u8);
        foreach (VmSize size in engine.Machines.Catalogue.Sizes.Where(s => s.IsOffered && (engine.Settings.Quota.AllowRetiredSizes || !s.IsRetired)))
        {
            Write(writer, size);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }));

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
