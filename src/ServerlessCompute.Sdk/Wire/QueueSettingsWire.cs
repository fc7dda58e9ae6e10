using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="QueueSettings"/> as <c>queueSettings</c>. The tier <c>Null</c> is a word, not JSON's <c>null</c>.</summary>
internal static class QueueSettingsWire
{
    private static readonly JsonEncodedText _jobTier = JsonEncodedText.Encode("jobTier");
    private static readonly JsonEncodedText _priority = JsonEncodedText.Encode("priority");

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, QueueSettings settings)
    {
        writer.WritePropertyName(name);
        Write(writer, settings);
    }

    public static void Write(Utf8JsonWriter writer, QueueSettings settings)
    {
        writer.WriteStartObject();
        writer.WriteText(_jobTier, settings.JobTier.Value);
        writer.WriteWholeNumber(_priority, (int?)settings.Priority);
        writer.WriteExtras(settings.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static QueueSettings Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        JobTier jobTier = default;
        int? priority = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryWord(_jobTier, ref jobTier)
                || reader.TryNumber(_priority, ref priority)
                || extras.Take(ref reader);
        }

        return new QueueSettings { JobTier = jobTier, Priority = (JobPriority?)priority, AdditionalProperties = extras.ToMap() };
    }
}
