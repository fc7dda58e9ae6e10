using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a workspace keeps under a name, to and from the REST contract. Thread-safe.</summary>
internal static class AssetWire
{
    /// <summary>What only the service says, in what is sent back to it.</summary>
    private static readonly string[] _readOnly = ["provisioningState", "environmentType"];

    private static readonly JsonEncodedText _description = JsonEncodedText.Encode("description");
    private static readonly JsonEncodedText _tags = JsonEncodedText.Encode("tags");
    private static readonly JsonEncodedText _isArchived = JsonEncodedText.Encode("isArchived");
    private static readonly JsonEncodedText _latestVersion = JsonEncodedText.Encode("latestVersion");
    private static readonly JsonEncodedText _nextVersion = JsonEncodedText.Encode("nextVersion");

    /// <summary>The body of the request that registers a version or changes one.</summary>
    public static void Write<T>(IBufferWriter<byte> output, Shape<T> table, T part)
        where T : JobPart
    {
        Utf8JsonWriter writer = WireWriter.Rent(output);
        writer.WriteStartObject();
        writer.WritePropertyName(JobResourceWire.Properties);
        table.WriteRest(writer, part with { AdditionalProperties = Without(part.AdditionalProperties, _readOnly) });
        writer.WriteEndObject();
        WireWriter.Return(writer);
    }

    /// <summary>A version as the service answers it.</summary>
    public static T Read<T>(ref Utf8JsonReader reader, Shape<T> table)
        where T : RegisteredAsset
    {
        ResourceEnvelope<T> envelope = ResourceEnvelope<T>.Read(ref reader, table.ReadRest);
        return (envelope.Properties ?? table.SentSeed) with
        {
            Id = envelope.Id,
            Name = NameIn(envelope.Id),
            Version = envelope.Name,
            SystemData = envelope.SystemData,
        };
    }

    /// <summary>What stands above the versions of a name.</summary>
    public static AssetSummary ReadSummary(ref Utf8JsonReader reader)
    {
        ResourceEnvelope<AssetSummary> envelope = ResourceEnvelope<AssetSummary>.Read(ref reader, ReadContainer);
        return (envelope.Properties ?? new AssetSummary { Name = "" }) with { Name = envelope.Name ?? "", SystemData = envelope.SystemData };
    }

    /// <summary>A datastore.</summary>
    public static Datastore ReadDatastore(ref Utf8JsonReader reader)
    {
        ResourceEnvelope<Datastore> envelope = ResourceEnvelope<Datastore>.Read(ref reader, AssetTables.Datastore.ReadRest);
        Datastore datastore = envelope.Properties ?? AssetTables.Datastore.SentSeed;
        return datastore with
        {
            Id = envelope.Id,
            Name = envelope.Name ?? "",
            SystemData = envelope.SystemData,
            IsDefault = datastore.AdditionalProperties.TryGetValue("isDefault", out RawJson flag) && flag.ToString() == "true",
            AdditionalProperties = Without(datastore.AdditionalProperties, ["isDefault"]),
        };
    }

    private static AssetSummary ReadContainer(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? description = null, latest = null, next = null;
        bool? isArchived = null;
        ValueMap<string> tags = ValueMap<string>.Empty;
        while (reader.NextMember())
        {
            _ = reader.TryText(_description, ref description)
                || reader.TryMap(_tags, WireValue.Text, ref tags)
                || reader.TryFlag(_isArchived, ref isArchived)
                || reader.TryText(_latestVersion, ref latest)
                || reader.TryText(_nextVersion, ref next)
                || reader.Pass();
        }

        return new AssetSummary { Name = "", Description = description, Tags = tags, IsArchived = isArchived ?? false, LatestVersion = latest, NextVersion = next };
    }

    /// <summary>The name in <c>…/environments/{name}/versions/{version}</c>.</summary>
    private static string? NameIn(string? id) => id?.Split('/') is [.., var name, var versions, _] && versions.Equals("versions", StringComparison.OrdinalIgnoreCase) ? name : null;

    private static ValueMap<RawJson> Without(ValueMap<RawJson> members, string[] names)
    {
        foreach (string name in names)
        {
            members = members.Without(name);
        }

        return members;
    }
}
