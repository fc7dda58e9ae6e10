using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a PUT of an asset does, kind by kind, as recorded.</summary>
internal sealed class AssetRules(ServerlessEngine engine)
{
    private static readonly byte[][] ImmutableSpecMembers = [.. new[] { "command", "code", "environment", "inputs", "outputs", "type" }.Select(Encoding.UTF8.GetBytes)];

    public static Refusal NotFound(AssetKind kind, string name, string version) => new(404, kind switch
    {
        AssetKind.Data => $"Data version {name}:{version} (dataContainerName:version) not found.",
        AssetKind.Environment => $"No environment exists for name: {name}, version: {version}, label: ",
        AssetKind.Component => $"Not found component {name}.",
        AssetKind.Model => "The specified resource was not found.",
        _ => $"Code version {name}:{version} not found.",
    })
    {
        InnerCodes = ["NotFoundError"],
    };

    public static Refusal ContainerNotFound(AssetKind kind, string name) => kind switch
    {
        AssetKind.Data => new(404, $"{name} container was not found.") { InnerCodes = ["NotFoundError"] },
        AssetKind.Environment => NotFound(kind, name, ""),
        _ => NotFound(kind, name, "") with { Message = kind == AssetKind.Code ? $"Code {name} not found." : NotFound(kind, name, "").Message },
    };

    /// <summary>Keeps the asset, or says why not.</summary>
    public Refusal? Put(AssetKind kind, string name, string version, byte[] sent, out AssetVersion? asset, out bool isNew)
    {
        // An anonymous component gets a name of the server's, and the job must use that one.
        if (kind == AssetKind.Component && JsonScan.Value(sent, "isAnonymous"u8).SequenceEqual("true"u8))
        {
            version = Draw.Id(engine.Settings.Seed, version, "component").ToString();
        }

        if (kind == AssetKind.Environment && CondaText.OldPython(JsonScan.Text(JsonScan.Value(sent, "condaFile"u8))) is { } python)
        {
            (asset, isNew) = (null, false);
            return new Refusal(400, $"Python versions matching the specification {python} have reached or are nearing end-of-life. Python versions 3.8+ are recommended.") { InnerCodes = ["NewRecommendedPythonVersions"] };
        }

        AssetVersion? present = engine.Assets.Find(kind, name, version);
        isNew = present is null || kind == AssetKind.Environment;
        asset = present;
        if (kind == AssetKind.Code && present is not null)
        {
            // The first code wins; what is sent now is passed over.
            return null;
        }

        if (kind == AssetKind.Component && present is not null && FirstChange(present.Properties, sent) is { } member)
        {
            return Refusal.Invalid(
                $"Failed to update component {name} since field \"{member}\" is immutable, try specifying a new version.",
                reason: "UpdateComponentFailed");
        }

        long now = engine.Pacemaker.NowTicks;
        asset = engine.Assets.Put(new AssetVersion
        {
            Kind = kind,
            Name = name,
            Version = version,
            Properties = kind == AssetKind.Data ? WithFullUri(sent) : sent,
            CreatedAt = present?.CreatedAt ?? now,
            ModifiedAt = now,
            IsArchived = JsonScan.Value(sent, "isArchived"u8).SequenceEqual("true"u8),
        });
        return null;
    }

    private static string? FirstChange(ReadOnlySpan<byte> present, ReadOnlySpan<byte> sent)
    {
        foreach (byte[] member in ImmutableSpecMembers)
        {
            ReadOnlySpan<byte> had = JsonScan.Value(JsonScan.Value(present, "componentSpec"u8), member);
            ReadOnlySpan<byte> wanted = JsonScan.Value(JsonScan.Value(sent, "componentSpec"u8), member);
            if (!wanted.IsEmpty && (had.IsEmpty || !ComponentSpec.IsSame(JsonElement.Parse(had), JsonElement.Parse(wanted))))
            {
                return Encoding.UTF8.GetString(member);
            }
        }

        return null;
    }

    /// <summary>A datastore path gets the workspace in front, and a folder's a slash behind (recorded).</summary>
    private byte[] WithFullUri(byte[] sent)
    {
        const string Short = "azureml://datastores/";
        string uri = JsonScan.Text(JsonScan.Value(sent, "dataUri"u8)) ?? "";
        bool folder = !JsonScan.IsText(JsonScan.Value(sent, "dataType"u8), "uri_file");
        string full = uri.StartsWith(Short, StringComparison.OrdinalIgnoreCase) ? engine.Workspace.LongUri(uri) : uri;
        full = folder && full.StartsWith("azureml://", StringComparison.OrdinalIgnoreCase) && !full.EndsWith('/') ? full + "/" : full;
        return JsonBuffer.Write((sent, full), static (writer, s) =>
        {
            writer.WriteStartObject();
            foreach (JsonMember member in JsonScan.Members(s.sent))
            {
                if (member.Name == "dataUri")
                {
                    writer.WriteString("dataUri"u8, s.full);
                }
                else
                {
                    writer.Member(Encoding.UTF8.GetBytes(member.Name), member.Value);
                }
            }

            writer.WriteEndObject();
        });
    }
}
