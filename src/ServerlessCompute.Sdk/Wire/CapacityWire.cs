using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Limits, what is used of them, and sizes of machines, from the REST contract. Thread-safe.</summary>
internal static class CapacityWire
{
    private static readonly JsonEncodedText _id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText _type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText _name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _localizedValue = JsonEncodedText.Encode("localizedValue");
    private static readonly JsonEncodedText _currentValue = JsonEncodedText.Encode("currentValue");
    private static readonly JsonEncodedText _limit = JsonEncodedText.Encode("limit");
    private static readonly JsonEncodedText _status = JsonEncodedText.Encode("status");

    public static ComputeUsage ReadUsage(ref Utf8JsonReader reader)
    {
        (string? id, string? type, (string Value, string? Display)? name, long used, long limit, _) = ReadRow(ref reader);
        return new ComputeUsage
        {
            Name = name?.Value ?? "",
            DisplayName = name?.Display,
            Id = id,
            Type = type,
            Used = used,
            Limit = limit < 0 ? null : limit,
        };
    }

    public static ComputeQuota ReadQuota(ref Utf8JsonReader reader)
    {
        (string? id, string? type, (string Value, string? Display)? name, _, long limit, _) = ReadRow(ref reader);
        return new ComputeQuota { Family = name?.Value ?? "", DisplayName = name?.Display, Id = id, Type = type, Limit = limit };
    }

    public static QuotaChange ReadChange(ref Utf8JsonReader reader)
    {
        (string? id, _, _, _, long limit, string? status) = ReadRow(ref reader);
        return new QuotaChange { Id = id ?? "", Limit = limit, Status = status ?? "Undefined" };
    }

    /// <summary>The body of the request that changes limits.</summary>
    public static void WriteChanges(Utf8JsonWriter writer, IEnumerable<ComputeQuota> quotas, string location)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(_value);
        foreach (ComputeQuota quota in quotas)
        {
            writer.WriteStartObject();
            writer.WriteString(_id, quota.Id);
            writer.WriteText(_type, quota.Type);
            writer.WriteNumber(_limit, quota.Limit);
            writer.WriteString("unit", "Count");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("location", location);
        writer.WriteEndObject();
    }

    private static (string? Id, string? Type, (string Value, string? Display)? Name, long Used, long Limit, string? Status) ReadRow(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? id = null, type = null, status = null;
        (string, string?)? name = null;
        long used = 0, limit = 0;
        while (reader.NextMember())
        {
            _ = reader.TryText(_id, ref id)
                || reader.TryText(_type, ref type)
                || reader.TryText(_status, ref status)
                || TryCount(ref reader, _currentValue, ref used)
                || TryCount(ref reader, _limit, ref limit)
                || TryName(ref reader, ref name)
                || reader.Pass();
        }

        return (id, type, name, used, limit, status);
    }

    private static bool TryName(ref Utf8JsonReader reader, ref (string Value, string? Display)? name)
    {
        if (!reader.Is(_name))
        {
            return false;
        }

        if (reader.TokenType != JsonTokenType.Null)
        {
            WireValue.Object(ref reader);
            string? value = null, display = null;
            while (reader.NextMember())
            {
                _ = reader.TryText(_value, ref value) || reader.TryText(_localizedValue, ref display) || reader.Pass();
            }

            name = (value ?? "", display);
        }

        return true;
    }

    private static bool TryCount(ref Utf8JsonReader reader, JsonEncodedText member, ref long value)
    {
        if (!reader.Is(member))
        {
            return false;
        }

        value = reader.TokenType == JsonTokenType.Null ? value
            : reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long count) ? count
            : throw WireValue.Wrong(ref reader, "a whole number");
        return true;
    }
}
