using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Assets as the service answers them: members and their order as recorded, kind by kind.</summary>
internal static class AssetDocument
{
    private static readonly DateOnly StageFrom = new(2023, 4, 1);

    public static byte[] Write(ServerlessEngine engine, AssetVersion asset, ApiVersion version) =>
        JsonBuffer.Write((engine, asset, version), static (writer, s) => Write(writer, s.engine, s.asset, s.version));

    public static void Write(Utf8JsonWriter writer, ServerlessEngine engine, AssetVersion asset, ApiVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, $"{engine.Workspace.ArmId}/{asset.Kind.Segment()}/{asset.Name}/versions/{asset.Version}");
        writer.WriteString("name"u8, asset.Version);
        writer.WriteString("type"u8, $"Microsoft.MachineLearningServices/workspaces/{asset.Kind.Segment()}/versions");
        writer.WriteStartObject("properties"u8);
        WriteProperties(writer, asset, version);
        writer.WriteEndObject();
        SystemStamp.Write(writer, asset.CreatedAt, asset.ModifiedAt, saysWhoModified: asset.Kind != AssetKind.Data);
        writer.WriteEndObject();
    }

    /// <summary>What stands above the versions of a name. <paramref name="versions"/> are newest first, at least one.</summary>
    public static void WriteContainer(Utf8JsonWriter writer, ServerlessEngine engine, IReadOnlyList<AssetVersion> versions)
    {
        AssetVersion newest = versions[0];
        AssetVersion? active = versions.FirstOrDefault(static v => !v.IsArchived);
        writer.WriteStartObject();
        writer.WriteString("id"u8, $"{engine.Workspace.ArmId}/{newest.Kind.Segment()}/{newest.Name}");
        writer.WriteString("name"u8, newest.Name);
        writer.WriteString("type"u8, $"Microsoft.MachineLearningServices/workspaces/{newest.Kind.Segment()}");
        writer.WriteStartObject("properties"u8);
        writer.WriteNull("description"u8);
        WriteMap(writer, "tags"u8, default);
        WriteMap(writer, "properties"u8, default);
        writer.WriteBoolean("isArchived"u8, active is null);
        writer.TextMember("latestVersion"u8, active?.Version);
        writer.WriteString("nextVersion"u8, int.TryParse(newest.Version, CultureInfo.InvariantCulture, out int number)
            ? (number + 1).ToString(CultureInfo.InvariantCulture)
            : new DateTime(engine.Pacemaker.NowTicks).ToString("yyyy-MM-dd-HH-mm-ss-fffffff", CultureInfo.InvariantCulture));
        if (newest.Kind == AssetKind.Data)
        {
            writer.TextMember("dataType"u8, newest.Text("dataType"u8));
        }

        writer.WriteEndObject();
        SystemStamp.Write(writer, versions[^1].CreatedAt, newest.ModifiedAt);
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, AssetVersion asset, ApiVersion version)
    {
        ReadOnlySpan<byte> sent = asset.Properties;
        writer.Member("description"u8, asset.Kind == AssetKind.Component && JsonScan.Value(sent, "isAnonymous"u8).SequenceEqual("true"u8) ? default : JsonScan.Value(sent, "description"u8));
        WriteMap(writer, "tags"u8, JsonScan.Value(sent, "tags"u8));
        WriteMap(writer, "properties"u8, JsonScan.Value(sent, "properties"u8));
        writer.WriteBoolean("isArchived"u8, asset.IsArchived);

        // Recorded: code is answered as not anonymous, whatever was sent.
        writer.Member("isAnonymous"u8, asset.Kind == AssetKind.Code ? default : JsonScan.Value(sent, "isAnonymous"u8), "false"u8);
        switch (asset.Kind)
        {
            case AssetKind.Code:
                writer.Member("codeUri"u8, JsonScan.Value(sent, "codeUri"u8));
                writer.WriteString("provisioningState"u8, "Succeeded"u8);
                break;
            case AssetKind.Environment:
                WriteEnvironment(writer, sent, version);
                break;
            case AssetKind.Data:
                if (JsonScan.IsText(JsonScan.Value(sent, "dataType"u8), "mltable"))
                {
                    writer.Member("referencedUris"u8, JsonScan.Value(sent, "referencedUris"u8));
                }

                writer.Member("dataUri"u8, JsonScan.Value(sent, "dataUri"u8));
                writer.Member("dataType"u8, JsonScan.Value(sent, "dataType"u8));
                break;
            case AssetKind.Model:
                writer.Member("flavors"u8, JsonScan.Value(sent, "flavors"u8));
                writer.Member("modelType"u8, JsonScan.Value(sent, "modelType"u8));
                writer.Member("modelUri"u8, JsonScan.Value(sent, "modelUri"u8));
                writer.Member("jobName"u8, JsonScan.Value(sent, "jobName"u8));
                writer.Member("stage"u8, JsonScan.Value(sent, "stage"u8));
                writer.WriteString("provisioningState"u8, "Succeeded"u8);
                break;
            default:
                writer.WritePropertyName("componentSpec"u8);
                ComponentSpec.Write(writer, JsonScan.Value(sent, "componentSpec"u8));
                break;
        }
    }

    private static void WriteEnvironment(Utf8JsonWriter writer, ReadOnlySpan<byte> sent, ApiVersion version)
    {
        if (version.IsPreview && version.Date >= StageFrom)
        {
            writer.Member("autoDeleteSetting"u8, JsonScan.Value(sent, "autoDeleteSetting"u8));
        }

        writer.WriteString("environmentType"u8, "UserCreated"u8);
        writer.Member("image"u8, JsonScan.Value(sent, "image"u8));
        writer.WriteString("condaFile"u8, CondaText.ToJson(JsonScan.Text(JsonScan.Value(sent, "condaFile"u8))));
        if (JsonScan.Value(sent, "build"u8) is { } build && !JsonScan.IsNullOrAbsent(build))
        {
            writer.WriteStartObject("build"u8);
            writer.Member("contextUri"u8, JsonScan.Value(build, "contextUri"u8));
            writer.Member("dockerfilePath"u8, JsonScan.Value(build, "dockerfilePath"u8), "\"Dockerfile\""u8);
            writer.WriteEndObject();
        }

        writer.Member("osType"u8, JsonScan.Value(sent, "osType"u8), "\"Linux\""u8);
        writer.Member("autoRebuild"u8, JsonScan.Value(sent, "autoRebuild"u8), "\"Disabled\""u8);
        writer.WriteString("provisioningState"u8, "Succeeded"u8);
        if (version.Date >= StageFrom && (version.IsPreview || version.Date > StageFrom))
        {
            writer.Member("stage"u8, JsonScan.Value(sent, "stage"u8), "\"Development\""u8);
        }

        if (version.IsPreview && version.Date >= StageFrom)
        {
            writer.WriteNull("intellectualProperty"u8);
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> map)
    {
        writer.WriteStartObject(name);
        writer.TextMap(map);
        writer.WriteEndObject();
    }
}
