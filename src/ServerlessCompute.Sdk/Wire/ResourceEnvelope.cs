using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What the service says about a resource, and the resource in <c>properties</c>.</summary>
/// <typeparam name="T">What is in it.</typeparam>
/// <param name="Id">The resource id.</param>
/// <param name="Name">Its last part: of an asset's version, the version.</param>
/// <param name="Location">The region, of resources that have one.</param>
/// <param name="SystemData">Who made it and when.</param>
/// <param name="Properties">The resource; null when the service sent none.</param>
internal sealed record ResourceEnvelope<T>(string? Id, string? Name, string? Location, SystemData? SystemData, T? Properties)
    where T : class
{
    private static readonly JsonEncodedText _id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText _name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText _location = JsonEncodedText.Encode("location");
    private static readonly JsonEncodedText _systemData = JsonEncodedText.Encode("systemData");

    public static ResourceEnvelope<T> Read(ref Utf8JsonReader reader, WireRead<T?> readProperties)
    {
        WireValue.Object(ref reader);
        string? id = null, name = null, location = null;
        SystemData? systemData = null;
        T? properties = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_id, ref id)
                || reader.TryText(_name, ref name)
                || reader.TryText(_location, ref location)
                || reader.TryObject(_systemData, JobResourceWire.ReadSystemData, ref systemData)
                || reader.TryObject(JobResourceWire.Properties, readProperties, ref properties)
                || reader.Pass();
        }

        return new ResourceEnvelope<T>(id, name, location, systemData, properties);
    }
}
