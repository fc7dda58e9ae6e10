using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The parts of a run's document that are read one by one.</summary>
internal static class RunPartsWire
{
    private static readonly JsonEncodedText _target = JsonEncodedText.Encode("target");
    private static readonly JsonEncodedText _targetType = JsonEncodedText.Encode("targetType");
    private static readonly JsonEncodedText _vmSize = JsonEncodedText.Encode("vmSize");
    private static readonly JsonEncodedText _instanceType = JsonEncodedText.Encode("instanceType");
    private static readonly JsonEncodedText _instanceCount = JsonEncodedText.Encode("instanceCount");
    private static readonly JsonEncodedText _gpuCount = JsonEncodedText.Encode("gpuCount");
    private static readonly JsonEncodedText _priority = JsonEncodedText.Encode("priority");
    private static readonly JsonEncodedText _region = JsonEncodedText.Encode("region");
    private static readonly JsonEncodedText _code = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText _message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText _lastRefreshTimestamp = JsonEncodedText.Encode("lastRefreshTimestamp");
    private static readonly JsonEncodedText _assetId = JsonEncodedText.Encode("assetId");
    private static readonly JsonEncodedText _type = JsonEncodedText.Encode("type");

    public static ValueMap<string> ReadTexts(ref Utf8JsonReader reader) => WireValue.Map(ref reader, WireValue.Text);

    public static ValueMap<RunOutput> ReadOutputs(ref Utf8JsonReader reader) => WireValue.Map(ref reader, ReadOutput);

    public static ValueList<string> ReadWarnings(ref Utf8JsonReader reader) => WireValue.List(ref reader, ReadWarning);

    public static RunCompute ReadCompute(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? target = null, targetType = null, vmSize = null, instanceType = null, priority = null, region = null;
        int? instanceCount = null, gpuCount = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_target, ref target)
                || reader.TryText(_targetType, ref targetType)
                || reader.TryText(_vmSize, ref vmSize)
                || reader.TryText(_instanceType, ref instanceType)
                || reader.TryNumber(_instanceCount, ref instanceCount)
                || reader.TryNumber(_gpuCount, ref gpuCount)
                || reader.TryText(_priority, ref priority)
                || reader.TryText(_region, ref region)
                || reader.Pass();
        }

        return new RunCompute(target, targetType, vmSize ?? instanceType, instanceCount, gpuCount, priority, region);
    }

    public static RunQueueing ReadQueueing(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? code = null, message = null;
        DateTimeOffset? refreshedAt = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_code, ref code)
                || reader.TryText(_message, ref message)
                || reader.TryInstant(_lastRefreshTimestamp, ref refreshedAt)
                || reader.Pass();
        }

        return new RunQueueing(code, message, refreshedAt);
    }

    public static RunOutput ReadOutput(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? assetId = null, type = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_assetId, ref assetId) || reader.TryText(_type, ref type) || reader.Pass();
        }

        return new RunOutput(assetId ?? "", type);
    }

    private static string ReadWarning(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? message = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_message, ref message) || reader.Pass();
        }

        return message ?? "";
    }
}
