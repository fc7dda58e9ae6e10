using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="JobService"/> as an entry of <c>services</c>. What only the service says about it is read and never sent.</summary>
internal static class ServiceWire
{
    private static readonly JsonEncodedText _jobServiceType = JsonEncodedText.Encode("jobServiceType");
    private static readonly JsonEncodedText _port = JsonEncodedText.Encode("port");
    private static readonly JsonEncodedText _endpoint = JsonEncodedText.Encode("endpoint");
    private static readonly JsonEncodedText _status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText _errorMessage = JsonEncodedText.Encode("errorMessage");
    private static readonly JsonEncodedText _properties = JsonEncodedText.Encode("properties");
    private static readonly JsonEncodedText _nodes = JsonEncodedText.Encode("nodes");
    private static readonly JsonEncodedText _nodesValueType = JsonEncodedText.Encode("nodesValueType");
    private static readonly JsonEncodedText _all = JsonEncodedText.Encode("All");

    public static void Write(Utf8JsonWriter writer, string name, JobService service)
    {
        writer.WritePropertyName(name);
        Write(writer, service);
    }

    public static void Write(Utf8JsonWriter writer, JobService service)
    {
        writer.WriteStartObject();
        writer.WriteText(_jobServiceType, service.Type.Value);
        writer.WriteWholeNumber(_port, service.Port);
        writer.WriteText(_endpoint, service.Endpoint);
        writer.WriteTexts(_properties, service.Properties);
        if (service.OnEveryNode)
        {
            writer.WriteStartObject(_nodes);
            writer.WriteString(_nodesValueType, _all);
            writer.WriteEndObject();
        }

        writer.WriteExtras(service.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static JobService Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        JobServiceType type = default;
        int? port = null;
        string? endpoint = null, status = null, errorMessage = null;
        ValueMap<string> properties = ValueMap<string>.Empty;
        bool onEveryNode = false;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryWord(_jobServiceType, ref type)
                || reader.TryNumber(_port, ref port)
                || reader.TryText(_endpoint, ref endpoint)
                || reader.TryText(_status, ref status)
                || reader.TryText(_errorMessage, ref errorMessage)
                || reader.TryMap(_properties, WireValue.Text, ref properties)
                || TryEveryNode(ref reader, ref onEveryNode)
                || extras.Take(ref reader);
        }

        return new JobService
        {
            Type = type,
            Port = port,
            Endpoint = endpoint,
            Status = status,
            ErrorMessage = errorMessage,
            Properties = properties,
            OnEveryNode = onEveryNode,
            AdditionalProperties = extras.ToMap(),
        };
    }

    /// <summary>Takes <c>nodes</c> when it says "all of them" and nothing else; any other choice of nodes stays what it is.</summary>
    private static bool TryEveryNode(ref Utf8JsonReader reader, ref bool value)
    {
        Utf8JsonReader ahead = reader;
        if (!ahead.Is(_nodes) || ahead.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        bool saysAll = false, saysMore = false;
        while (ahead.NextMember())
        {
            bool isKind = ahead.Is(_nodesValueType);
            if (!isKind)
            {
                ahead.Read();
            }

            bool isAll = isKind && ahead.TokenType == JsonTokenType.String && ahead.ValueTextEquals(_all.EncodedUtf8Bytes);
            saysAll |= isAll;
            saysMore |= !isAll && ahead.TokenType != JsonTokenType.Null;
            ahead.Skip();
        }

        if (saysAll && !saysMore)
        {
            value = true;
            reader = ahead;
        }

        return saysAll && !saysMore;
    }
}
