using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="Output"/> as an entry of <c>outputs</c>.</summary>
internal static class OutputWire
{
    private static readonly JsonEncodedText _jobOutputType = JsonEncodedText.Encode("jobOutputType");
    private static readonly JsonEncodedText _uri = JsonEncodedText.Encode("uri");
    private static readonly JsonEncodedText _mode = JsonEncodedText.Encode("mode");
    private static readonly JsonEncodedText _assetName = JsonEncodedText.Encode("assetName");
    private static readonly JsonEncodedText _assetVersion = JsonEncodedText.Encode("assetVersion");
    private static readonly JsonEncodedText _description = JsonEncodedText.Encode("description");

    public static void Write(Utf8JsonWriter writer, string name, Output output)
    {
        writer.WritePropertyName(name);
        Write(writer, output);
    }

    public static void Write(Utf8JsonWriter writer, Output output)
    {
        writer.WriteStartObject();
        writer.WriteText(_jobOutputType, output.Type.Value);
        writer.WriteText(_uri, output.Path?.Text);
        writer.WriteText(_mode, output.Mode.Value);
        writer.WriteText(_assetName, output.AssetName);
        writer.WriteText(_assetVersion, output.AssetVersion);
        writer.WriteText(_description, output.Description);
        writer.WriteExtras(output.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static Output Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        OutputType type = default;
        OutputMode mode = default;
        AssetPath? path = null;
        string? assetName = null, assetVersion = null, description = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryWord(_jobOutputType, ref type)
                || reader.TryPath(_uri, ref path)
                || reader.TryWord(_mode, ref mode)
                || reader.TryText(_assetName, ref assetName)
                || reader.TryText(_assetVersion, ref assetVersion)
                || reader.TryText(_description, ref description)
                || extras.Take(ref reader);
        }

        return new Output
        {
            Type = type,
            Path = path,
            Mode = mode,
            AssetName = assetName,
            AssetVersion = assetVersion,
            Description = description,
            AdditionalProperties = extras.ToMap(),
        };
    }
}
