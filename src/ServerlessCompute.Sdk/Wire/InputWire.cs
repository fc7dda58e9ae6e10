using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="Input"/> as an entry of <c>inputs</c>. A kind that this library does not know is data of an unknown type.</summary>
internal static class InputWire
{
    private static readonly JsonEncodedText _jobInputType = JsonEncodedText.Encode("jobInputType");
    private static readonly JsonEncodedText _literal = JsonEncodedText.Encode(InputType.Values.Literal);
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _uri = JsonEncodedText.Encode("uri");
    private static readonly JsonEncodedText _mode = JsonEncodedText.Encode("mode");
    private static readonly JsonEncodedText _description = JsonEncodedText.Encode("description");

    public static void Write(Utf8JsonWriter writer, string name, Input input)
    {
        writer.WritePropertyName(name);
        Write(writer, input);
    }

    public static void Write(Utf8JsonWriter writer, Input input)
    {
        writer.WriteStartObject();
        if (input is DataInput data)
        {
            writer.WriteText(_jobInputType, data.Type.Value);
            writer.WriteText(_uri, data.Path?.Text);
            writer.WriteText(_mode, data.Mode.Value);
        }
        else
        {
            writer.WriteString(_jobInputType, _literal);
            writer.WriteString(_value, ((LiteralInput)input.Plain).Value);
        }

        writer.WriteText(_description, input.Description);
        writer.WriteExtras(input.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static Input Read(ref Utf8JsonReader reader) =>
        WireReader.PeekWord<InputType>(reader, _jobInputType) == InputType.Literal ? ReadLiteral(ref reader) : ReadData(ref reader);

    private static LiteralInput ReadLiteral(ref Utf8JsonReader reader)
    {
        string? kind = null, value = null, description = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryText(_jobInputType, ref kind)
                || reader.TryText(_value, ref value)
                || reader.TryText(_description, ref description)
                || extras.Take(ref reader);
        }

        return new LiteralInput { Value = value ?? "", Description = description, AdditionalProperties = extras.ToMap() };
    }

    private static DataInput ReadData(ref Utf8JsonReader reader)
    {
        InputType type = default;
        InputMode mode = default;
        AssetPath? path = null;
        string? description = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryWord(_jobInputType, ref type)
                || reader.TryPath(_uri, ref path)
                || reader.TryWord(_mode, ref mode)
                || reader.TryText(_description, ref description)
                || extras.Take(ref reader);
        }

        return new DataInput { Type = type, Path = path, Mode = mode, Description = description, AdditionalProperties = extras.ToMap() };
    }
}
