using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="CommandJobLimits"/> as <c>limits</c>.</summary>
internal static class LimitsWire
{
    private static readonly JsonEncodedText _timeout = JsonEncodedText.Encode("timeout");
    private static readonly JsonEncodedText _jobLimitsType = JsonEncodedText.Encode("jobLimitsType");
    private static readonly JsonEncodedText _command = JsonEncodedText.Encode("Command");

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, CommandJobLimits limits)
    {
        writer.WritePropertyName(name);
        Write(writer, limits);
    }

    public static void Write(Utf8JsonWriter writer, CommandJobLimits limits)
    {
        writer.WriteStartObject();
        writer.WriteString(_jobLimitsType, _command);
        if (limits.Timeout is { } timeout)
        {
            WireDuration.Write(writer, _timeout, timeout);
        }

        writer.WriteExtras(limits.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static CommandJobLimits Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        TimeSpan? timeout = null;
        string? kind = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryDuration(_timeout, ref timeout)
                || reader.TryText(_jobLimitsType, ref kind)
                || extras.Take(ref reader);
        }

        return new CommandJobLimits { Timeout = timeout, AdditionalProperties = extras.ToMap() };
    }
}
