using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Named computes and registries from the REST contract. Thread-safe.</summary>
internal static class ComputeWire
{
    private static readonly JsonEncodedText _computeType = JsonEncodedText.Encode("computeType");
    private static readonly JsonEncodedText _provisioningState = JsonEncodedText.Encode("provisioningState");
    private static readonly JsonEncodedText _provisioningErrors = JsonEncodedText.Encode("provisioningErrors");
    private static readonly JsonEncodedText _errors = JsonEncodedText.Encode("errors");
    private static readonly JsonEncodedText _vmSize = JsonEncodedText.Encode("vmSize");
    private static readonly JsonEncodedText _vmPriority = JsonEncodedText.Encode("vmPriority");
    private static readonly JsonEncodedText _currentNodeCount = JsonEncodedText.Encode("currentNodeCount");
    private static readonly JsonEncodedText _scaleSettings = JsonEncodedText.Encode("scaleSettings");
    private static readonly JsonEncodedText _minNodeCount = JsonEncodedText.Encode("minNodeCount");
    private static readonly JsonEncodedText _maxNodeCount = JsonEncodedText.Encode("maxNodeCount");
    private static readonly JsonEncodedText _error = JsonEncodedText.Encode("error");
    private static readonly JsonEncodedText _code = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText _message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText _regionDetails = JsonEncodedText.Encode("regionDetails");
    private static readonly JsonEncodedText _location = JsonEncodedText.Encode("location");
    private static readonly JsonEncodedText _description = JsonEncodedText.Encode("description");

    public static ComputeInfo Read(ref Utf8JsonReader reader)
    {
        ResourceEnvelope<ComputeInfo> envelope = ResourceEnvelope<ComputeInfo>.Read(ref reader, ReadCompute);
        return (envelope.Properties ?? new ComputeInfo { Name = "" }) with { Name = envelope.Name ?? "", Id = envelope.Id, Location = envelope.Location };
    }

    public static RegistryInfo ReadRegistry(ref Utf8JsonReader reader)
    {
        ResourceEnvelope<RegistryInfo> envelope = ResourceEnvelope<RegistryInfo>.Read(ref reader, ReadRegions);
        return (envelope.Properties ?? new RegistryInfo { Name = "" }) with { Name = envelope.Name ?? "", Id = envelope.Id, Location = envelope.Location };
    }

    private static ComputeInfo ReadCompute(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? type = null, state = null;
        ValueList<string> errors = ValueList<string>.Empty;
        ComputeInfo? machines = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_computeType, ref type)
                || reader.TryText(_provisioningState, ref state)
                || reader.TryList(_provisioningErrors, ReadError, ref errors)
                || reader.TryObject(JobResourceWire.Properties, ReadMachines, ref machines)
                || reader.Pass();
        }

        machines ??= new ComputeInfo { Name = "" };
        return machines with { Type = type, ProvisioningState = state, Errors = [.. errors, .. machines.Errors] };
    }

    private static ComputeInfo ReadMachines(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? size = null, priority = null;
        int? nodes = null;
        ValueList<string> errors = ValueList<string>.Empty;
        ComputeInfo? scale = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_vmSize, ref size)
                || reader.TryText(_vmPriority, ref priority)
                || reader.TryNumber(_currentNodeCount, ref nodes)
                || reader.TryObject(_scaleSettings, ReadScale, ref scale)
                || reader.TryList(_errors, ReadError, ref errors)
                || reader.Pass();
        }

        return (scale ?? new ComputeInfo { Name = "" }) with { VmSize = size, VmPriority = priority, CurrentNodes = nodes, Errors = errors };
    }

    private static ComputeInfo ReadScale(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        int? min = null, max = null;
        while (reader.NextMember())
        {
            _ = reader.TryNumber(_minNodeCount, ref min) || reader.TryNumber(_maxNodeCount, ref max) || reader.Pass();
        }

        return new ComputeInfo { Name = "", MinNodes = min, MaxNodes = max };
    }

    /// <summary>An error as it is, or in an object <c>error</c>.</summary>
    private static string ReadError(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? inner = null, code = null, message = null;
        while (reader.NextMember())
        {
            _ = reader.TryObject(_error, ReadError, ref inner) || reader.TryText(_code, ref code) || reader.TryText(_message, ref message) || reader.Pass();
        }

        return inner ?? $"{code}: {message}";
    }

    private static RegistryInfo ReadRegions(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? description = null;
        ValueList<string> regions = ValueList<string>.Empty;
        while (reader.NextMember())
        {
            _ = reader.TryText(_description, ref description) || reader.TryList(_regionDetails, ReadRegion, ref regions) || reader.Pass();
        }

        return new RegistryInfo { Name = "", Description = description, Regions = regions };
    }

    private static string ReadRegion(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? location = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_location, ref location) || reader.Pass();
        }

        return location ?? "";
    }
}
