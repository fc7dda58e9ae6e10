using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="ResourceConfiguration"/> as <c>resources</c>.</summary>
internal static class ResourcesWire
{
    private static readonly JsonEncodedText _instanceType = JsonEncodedText.Encode("instanceType");
    private static readonly JsonEncodedText _instanceCount = JsonEncodedText.Encode("instanceCount");
    private static readonly JsonEncodedText _shmSize = JsonEncodedText.Encode("shmSize");
    private static readonly JsonEncodedText _dockerArgs = JsonEncodedText.Encode("dockerArgs");
    private static readonly JsonEncodedText _dockerArgsList = JsonEncodedText.Encode("dockerArgsList");
    private static readonly JsonEncodedText _properties = JsonEncodedText.Encode("properties");

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, ResourceConfiguration resources)
    {
        writer.WritePropertyName(name);
        Write(writer, resources);
    }

    public static void Write(Utf8JsonWriter writer, ResourceConfiguration resources)
    {
        writer.WriteStartObject();
        writer.WriteText(_instanceType, resources.InstanceType);
        writer.WriteWholeNumber(_instanceCount, resources.InstanceCount);
        writer.WriteText(_shmSize, resources.ShmSize);
        writer.WriteText(_dockerArgs, resources.DockerArgs);
        writer.WriteTexts(_dockerArgsList, resources.DockerArgsList);
        if (resources.Properties.Count > 0)
        {
            writer.WriteStartObject(_properties);
            writer.WriteExtras(resources.Properties);
            writer.WriteEndObject();
        }

        writer.WriteExtras(resources.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static ResourceConfiguration Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? instanceType = null, shmSize = null, dockerArgs = null;
        int? instanceCount = null;
        ValueList<string> dockerArgsList = ValueList<string>.Empty;
        ValueMap<RawJson> properties = ValueMap<RawJson>.Empty;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryText(_instanceType, ref instanceType)
                || reader.TryNumber(_instanceCount, ref instanceCount)
                || reader.TryText(_shmSize, ref shmSize)
                || reader.TryText(_dockerArgs, ref dockerArgs)
                || reader.TryList(_dockerArgsList, WireValue.Text, ref dockerArgsList)
                || reader.TryMap(_properties, RawJson.Read, ref properties)
                || extras.Take(ref reader);
        }

        return new ResourceConfiguration
        {
            InstanceType = instanceType,
            InstanceCount = instanceCount,
            ShmSize = shmSize,
            DockerArgs = dockerArgs,
            DockerArgsList = dockerArgsList,
            Properties = properties,
            AdditionalProperties = extras.ToMap(),
        };
    }
}
