using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The second PUT of a job. Everything that the service said about the job goes back letter by letter, whether this library knows it
/// or not, but what only the service may say and what is <c>null</c>; the changed members take the place of the old ones.
/// </summary>
internal static class JobChangeWire
{
    private static readonly JsonEncodedText _tags = JsonEncodedText.Encode("tags");
    private static readonly JsonEncodedText _properties = JsonEncodedText.Encode("properties");
    private static readonly JsonEncodedText _description = JsonEncodedText.Encode("description");
    private static readonly JsonEncodedText _isArchived = JsonEncodedText.Encode("isArchived");
    private static readonly JsonEncodedText _notificationSetting = JsonEncodedText.Encode("notificationSetting");
    private static readonly JsonEncodedText _status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText _parameters = JsonEncodedText.Encode("parameters");

    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> current, JobChange change)
    {
        ReadOnlySpan<byte> job = current[WireDocument.Read(current, FindJob)];
        Utf8JsonWriter writer = WireWriter.Rent(output);
        writer.WriteStartObject();
        writer.WriteStartObject(JobResourceWire.Properties);
        CopyOthers(writer, job, change);
        WriteChanges(writer, change);
        writer.WriteEndObject();
        writer.WriteEndObject();
        WireWriter.Return(writer);
    }

    private static Range FindJob(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        Range found = default;
        while (reader.NextMember())
        {
            bool isJob = reader.Is(JobResourceWire.Properties) && reader.TokenType == JsonTokenType.StartObject;
            Range place = WireValue.Place(ref reader);
            found = isJob ? place : found;
        }

        return found.Equals(default) ? throw WireValue.Lacks(reader, "properties") : found;
    }

    private static void CopyOthers(Utf8JsonWriter writer, ReadOnlySpan<byte> job, JobChange change)
    {
        // The document was read through already: from here on nothing can be wrong with it.
        var reader = new Utf8JsonReader(job, new JsonReaderOptions { MaxDepth = 128 });
        reader.Read();
        while (reader.NextMember())
        {
            bool stays = !IsReplaced(ref reader, change);
            string name = reader.GetString()!;
            reader.Read();
            stays &= reader.TokenType != JsonTokenType.Null;
            Range value = WireValue.Place(ref reader);
            if (stays)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(job[value], skipInputValidation: true);
            }
        }
    }

    private static bool IsReplaced(ref Utf8JsonReader reader, JobChange change) =>
        reader.ValueTextEquals(_status.EncodedUtf8Bytes)
        || reader.ValueTextEquals(_parameters.EncodedUtf8Bytes)
        || (change.Tags is not null && reader.ValueTextEquals(_tags.EncodedUtf8Bytes))
        || (change.Properties is not null && reader.ValueTextEquals(_properties.EncodedUtf8Bytes))
        || (change.Description is not null && reader.ValueTextEquals(_description.EncodedUtf8Bytes))
        || (change.IsArchived is not null && reader.ValueTextEquals(_isArchived.EncodedUtf8Bytes))
        || (change.NotificationSettings is not null && reader.ValueTextEquals(_notificationSetting.EncodedUtf8Bytes));

    private static void WriteChanges(Utf8JsonWriter writer, JobChange change)
    {
        WriteMap(writer, _tags, change.Tags);
        WriteMap(writer, _properties, change.Properties);
        writer.WriteText(_description, change.Description);
        writer.WriteFlag(_isArchived, change.IsArchived);
        if (change.NotificationSettings is not null)
        {
            NotificationWire.Write(writer, _notificationSetting, change.NotificationSettings);
        }
    }

    /// <summary>Unlike elsewhere an empty map is written: it clears what was there.</summary>
    private static void WriteMap(Utf8JsonWriter writer, JsonEncodedText name, ValueMap<string>? texts)
    {
        if (texts is { Count: 0 })
        {
            writer.WriteStartObject(name);
            writer.WriteEndObject();
        }
        else if (texts is not null)
        {
            writer.WriteTexts(name, texts);
        }
    }
}
