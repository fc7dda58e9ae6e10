using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="IdentityConfiguration"/> as <c>identity</c>.</summary>
internal static class IdentityWire
{
    private static readonly JsonEncodedText _identityType = JsonEncodedText.Encode("identityType");
    private static readonly JsonEncodedText _clientId = JsonEncodedText.Encode("clientId");
    private static readonly JsonEncodedText _objectId = JsonEncodedText.Encode("objectId");
    private static readonly JsonEncodedText _resourceId = JsonEncodedText.Encode("resourceId");

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, IdentityConfiguration identity)
    {
        writer.WritePropertyName(name);
        Write(writer, identity);
    }

    public static void Write(Utf8JsonWriter writer, IdentityConfiguration identity)
    {
        writer.WriteStartObject();
        writer.WriteString(_identityType, identity.Kind);
        if (identity is ManagedIdentityConfiguration managed)
        {
            writer.WriteText(_clientId, managed.ClientId);
            writer.WriteText(_objectId, managed.ObjectId);
            writer.WriteText(_resourceId, managed.ResourceId);
        }

        writer.WriteExtras(identity.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static IdentityConfiguration Read(ref Utf8JsonReader reader)
    {
        string kind = WireReader.Kind(reader, _identityType);
        return kind switch
        {
            "Managed" => ReadManaged(ref reader),
            "UserIdentity" => new UserIdentityConfiguration { AdditionalProperties = ReadOthers(ref reader) },
            "AMLToken" => new AmlTokenConfiguration { AdditionalProperties = ReadOthers(ref reader) },
            _ => new UnknownIdentityConfiguration(kind) { AdditionalProperties = ReadOthers(ref reader) },
        };
    }

    private static ManagedIdentityConfiguration ReadManaged(ref Utf8JsonReader reader)
    {
        string? kind = null, clientId = null, objectId = null, resourceId = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryText(_identityType, ref kind)
                || reader.TryText(_clientId, ref clientId)
                || reader.TryText(_objectId, ref objectId)
                || reader.TryText(_resourceId, ref resourceId)
                || extras.Take(ref reader);
        }

        return new ManagedIdentityConfiguration
        {
            ClientId = clientId,
            ObjectId = objectId,
            ResourceId = resourceId,
            AdditionalProperties = extras.ToMap(),
        };
    }

    private static ValueMap<RawJson> ReadOthers(ref Utf8JsonReader reader) => WireExtras.AllBut(ref reader, _identityType);
}
