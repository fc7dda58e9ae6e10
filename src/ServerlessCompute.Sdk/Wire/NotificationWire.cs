using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="NotificationSettings"/> as <c>notificationSetting</c>.</summary>
internal static class NotificationWire
{
    private static readonly JsonEncodedText _emails = JsonEncodedText.Encode("emails");
    private static readonly JsonEncodedText _emailOn = JsonEncodedText.Encode("emailOn");
    private static readonly JsonEncodedText _webhooks = JsonEncodedText.Encode("webhooks");
    private static readonly JsonEncodedText _webhookType = JsonEncodedText.Encode("webhookType");
    private static readonly JsonEncodedText _eventType = JsonEncodedText.Encode("eventType");

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, NotificationSettings settings)
    {
        writer.WritePropertyName(name);
        Write(writer, settings);
    }

    public static void Write(Utf8JsonWriter writer, NotificationSettings settings)
    {
        writer.WriteStartObject();
        writer.WriteTexts(_emails, settings.Emails);
        if (settings.EmailOn.Count > 0)
        {
            writer.WriteStartArray(_emailOn);
            foreach (NotificationEvent occasion in settings.EmailOn.Items)
            {
                if (occasion.Value is { } word)
                {
                    writer.WriteStringValue(word);
                }
            }

            writer.WriteEndArray();
        }

        if (settings.Webhooks.Count > 0)
        {
            writer.WriteStartObject(_webhooks);
            foreach (ref readonly KeyValuePair<string, JobWebhook> webhook in settings.Webhooks.Entries)
            {
                writer.WriteStartObject(webhook.Key);
                writer.WriteString(_webhookType, webhook.Value.Type);
                writer.WriteText(_eventType, webhook.Value.EventType);
                writer.WriteExtras(webhook.Value.AdditionalProperties);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteExtras(settings.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static NotificationSettings Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ValueList<string> emails = ValueList<string>.Empty;
        ValueList<NotificationEvent> emailOn = ValueList<NotificationEvent>.Empty;
        ValueMap<JobWebhook> webhooks = ValueMap<JobWebhook>.Empty;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryList(_emails, WireValue.Text, ref emails)
                || reader.TryList(_emailOn, WireValue.Word<NotificationEvent>, ref emailOn)
                || reader.TryMap(_webhooks, ReadWebhook, ref webhooks)
                || extras.Take(ref reader);
        }

        return new NotificationSettings { Emails = emails, EmailOn = emailOn, Webhooks = webhooks, AdditionalProperties = extras.ToMap() };
    }

    private static JobWebhook ReadWebhook(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? type = null, eventType = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryText(_webhookType, ref type)
                || reader.TryText(_eventType, ref eventType)
                || extras.Take(ref reader);
        }

        var webhook = new JobWebhook { EventType = eventType, AdditionalProperties = extras.ToMap() };
        return type is null ? webhook : webhook with { Type = type };
    }
}
