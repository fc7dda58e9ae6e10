using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Sizes of machines from the REST contract. Prices may be missing, doubled and in any order. Thread-safe.</summary>
internal static class VmSizeWire
{
    private static readonly JsonEncodedText _name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText _family = JsonEncodedText.Encode("family");
    private static readonly JsonEncodedText _vCpus = JsonEncodedText.Encode("vCPUs");
    private static readonly JsonEncodedText _gpus = JsonEncodedText.Encode("gpus");
    private static readonly JsonEncodedText _memory = JsonEncodedText.Encode("memoryGB");
    private static readonly JsonEncodedText _disk = JsonEncodedText.Encode("maxResourceVolumeMB");
    private static readonly JsonEncodedText _lowPriority = JsonEncodedText.Encode("lowPriorityCapable");
    private static readonly JsonEncodedText _computeTypes = JsonEncodedText.Encode("supportedComputeTypes");
    private static readonly JsonEncodedText _prices = JsonEncodedText.Encode("estimatedVMPrices");
    private static readonly JsonEncodedText _currency = JsonEncodedText.Encode("billingCurrency");
    private static readonly JsonEncodedText _values = JsonEncodedText.Encode("values");
    private static readonly JsonEncodedText _price = JsonEncodedText.Encode("retailPrice");
    private static readonly JsonEncodedText _osType = JsonEncodedText.Encode("osType");
    private static readonly JsonEncodedText _tier = JsonEncodedText.Encode("vmTier");

    public static VmSizeInfo Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? name = null, family = null;
        int? cores = null, gpus = null, disk = null;
        double? memory = null;
        bool? isLowPriority = null;
        ValueList<string> computeTypes = ValueList<string>.Empty;
        ValueList<VmPrice>? prices = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_name, ref name)
                || reader.TryText(_family, ref family)
                || reader.TryNumber(_vCpus, ref cores)
                || reader.TryNumber(_gpus, ref gpus)
                || reader.TryNumber(_disk, ref disk)
                || TryDouble(ref reader, _memory, ref memory)
                || reader.TryFlag(_lowPriority, ref isLowPriority)
                || reader.TryList(_computeTypes, WireValue.Text, ref computeTypes)
                || reader.TryObject(_prices, ReadPrices, ref prices)
                || reader.Pass();
        }

        return new VmSizeInfo
        {
            Name = name ?? "",
            Family = family ?? "",
            VCpus = cores ?? 0,
            Gpus = gpus ?? 0,
            MemoryGB = memory ?? 0,
            ResourceDiskMB = disk ?? 0,
            IsLowPriorityCapable = isLowPriority ?? false,
            ComputeTypes = computeTypes,
            Prices = prices ?? ValueList<VmPrice>.Empty,
        };
    }

    private static ValueList<VmPrice> ReadPrices(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? currency = null;
        ValueList<VmPrice> prices = ValueList<VmPrice>.Empty;
        while (reader.NextMember())
        {
            _ = reader.TryText(_currency, ref currency) || reader.TryList(_values, ReadPrice, ref prices) || reader.Pass();
        }

        return [.. prices.Select(price => price with { Currency = currency ?? "USD" })];
    }

    private static VmPrice ReadPrice(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? osType = null, tier = null;
        double? price = null;
        while (reader.NextMember())
        {
            _ = TryDouble(ref reader, _price, ref price) || reader.TryText(_osType, ref osType) || reader.TryText(_tier, ref tier) || reader.Pass();
        }

        return new VmPrice((decimal)(price ?? 0), "USD", osType ?? "", tier ?? "");
    }

    private static bool TryDouble(ref Utf8JsonReader reader, JsonEncodedText member, ref double? value)
    {
        if (!reader.Is(member))
        {
            return false;
        }

        value = reader.TokenType == JsonTokenType.Null ? value
            : reader.TokenType == JsonTokenType.Number ? reader.GetDouble()
            : throw WireValue.Wrong(ref reader, "a number");
        return true;
    }
}
