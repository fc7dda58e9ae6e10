using System.Collections.Concurrent;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The four datastores that every workspace has, those that were added, and their secrets.</summary>
internal sealed class DatastoreRoutes(ServerlessEngine engine, Answers answers)
{
    private static readonly DateOnly OwnerFrom = new(2024, 7, 1);
    private static readonly Datastore[] Datastores =
    [
        new("workspaceblobstore", IsShare: false, IsDefault: true),
        new("workspacefilestore", IsShare: true, IsDefault: false),
        new("workspaceworkingdirectory", IsShare: true, IsDefault: false),
        new("workspaceartifactstore", IsShare: false, IsDefault: false),
    ];

    private readonly ConcurrentDictionary<string, AddedDatastore> _added = new(StringComparer.OrdinalIgnoreCase);

    public Route[] All() =>
    [
        new(RouteArea.Workspace, "GET", "datastores", List),
        new(RouteArea.Workspace, "GET", "datastores/{name}", Get),
        new(RouteArea.Workspace, "PUT", "datastores/{name}", Put),
        new(RouteArea.Workspace, "DELETE", "datastores/{name}", Delete),
        new(RouteArea.Workspace, "POST", "datastores/{name}/listSecrets", ListSecrets),
    ];

    private EngineResponse Get(ArmCall call) => Find(call) is { } datastore
        ? answers.Arm(call, 200, JsonBuffer.Write((this, call, datastore), static (writer, s) => s.Item1.Write(writer, s.datastore, s.call.Version)))
        : _added.TryGetValue(call.Parts[0], out AddedDatastore? added) ? answers.Arm(call, 200, Document(added))
        : answers.Fail(call, NotFound(call));

    private EngineResponse Put(ArmCall call)
    {
        if ((JobIntake.CheckName(call.Parts[0]) ?? Beyond(call) ?? Wrong(call)) is { } refusal)
        {
            return answers.Fail(call, refusal);
        }

        bool isNew = !_added.ContainsKey(call.Parts[0]);
        JsonElement properties = JsonElement.Parse(call.Request.Body.Span).GetProperty("properties");
        AddedDatastore datastore = _added[call.Parts[0]] = new AddedDatastore(call.Parts[0], properties, engine.Pacemaker.NowTicks);
        return answers.Arm(call, isNew ? 201 : 200, Document(datastore));
    }

    /// <summary>What the contract does not allow, when it is taken to the letter.</summary>
    private Refusal? Beyond(ArmCall call) => engine.Settings.Strictness == Strictness.Contract
        ? ContractCheck.Check("DatastoreResource", call.Request.Body.Span, call.Version, Strictness.Contract)
        : null;

    /// <summary>The workspace's own cannot be changed; the others say what they are and how they are entered.</summary>
    private static Refusal? Wrong(ArmCall call)
    {
        if (Find(call) is not null)
        {
            return Refusal.Invalid($"Datastore {call.Parts[0]} belongs to the workspace and cannot be changed.", reason: "DatastoreIsManaged");
        }

        ReadOnlySpan<byte> properties = ContractCheck.IsObject(call.Request.Body.Span) ? JsonScan.Value(call.Request.Body.Span, "properties"u8) : default;
        bool isWhole = !JsonScan.IsNullOrAbsent(properties)
            && JsonScan.Text(JsonScan.Value(properties, "datastoreType"u8)) is not null
            && JsonScan.Text(JsonScan.Value(JsonScan.Value(properties, "credentials"u8), "credentialsType"u8)) is not null;
        return isWhole ? null : Refusal.Invalid("A datastore needs 'datastoreType' and 'credentials' with a 'credentialsType'.", reason: "InvalidDatastore");
    }

    private EngineResponse Delete(ArmCall call) => answers.Arm(call, _added.TryRemove(call.Parts[0], out _) ? 200 : 204, default);

    private byte[] Document(AddedDatastore datastore) =>
        JsonBuffer.Write((datastore, engine.Workspace.ArmId), static (writer, s) => s.datastore.Write(writer, s.ArmId));

    private EngineResponse List(ArmCall call)
    {
        string[]? names = call.Query("names")?.Split(',');
        Datastore[] shown =
        [
            .. Datastores.Where(d => (call.Query("isDefault") is not { } wanted || d.IsDefault == wanted.Equals("true", StringComparison.OrdinalIgnoreCase))
                && (names is null || names.Contains(d.Name, StringComparer.OrdinalIgnoreCase))
                && (call.Query("searchText") is not { Length: > 0 } text || d.Name.Contains(text, StringComparison.OrdinalIgnoreCase))),
        ];
        AddedDatastore[] added =
        [
            .. _added.Values.OrderBy(static d => d.Name, StringComparer.Ordinal).Where(d => call.Query("isDefault")?.Equals("true", StringComparison.OrdinalIgnoreCase) != true
                && (names is null || names.Contains(d.Name, StringComparer.OrdinalIgnoreCase))
                && (call.Query("searchText") is not { Length: > 0 } text || d.Name.Contains(text, StringComparison.OrdinalIgnoreCase))),
        ];
        return answers.Arm(call, 200, ListPage.Write<object>(call, [.. shown, .. added], (writer, datastore) =>
        {
            if (datastore is AddedDatastore other)
            {
                other.Write(writer, engine.Workspace.ArmId);
            }
            else
            {
                Write(writer, (Datastore)datastore, call.Version);
            }
        }));
    }

    /// <summary>Clients that ask for a secret that expires get a SAS token, others the account's key (both recorded).</summary>
    private EngineResponse ListSecrets(ArmCall call)
    {
        if (_added.TryGetValue(call.Parts[0], out AddedDatastore? added))
        {
            return answers.Arm(call, 200, JsonBuffer.Write(added.Secrets, static (writer, secrets) => secrets.GetValueOrDefault(JsonElement.Parse("{}"u8)).WriteTo(writer)));
        }

        if (Find(call) is null)
        {
            return answers.Fail(call, NotFound(call));
        }

        bool expirable = ContractCheck.IsObject(call.Request.Body.Span) && JsonScan.Value(call.Request.Body.Span, "expirableSecret"u8).SequenceEqual("true"u8);
        return answers.Arm(call, 200, JsonBuffer.Write((engine, expirable), static (writer, s) =>
        {
            writer.WriteStartObject();
            if (s.expirable)
            {
                writer.WriteString("secretsType"u8, "Sas"u8);
                writer.WriteString("sasToken"u8, "?" + s.engine.Files.AccountToken());
            }
            else
            {
                writer.WriteString("secretsType"u8, "AccountKey"u8);
                writer.WriteString("key"u8, s.engine.Files.Signer.AccountKey(s.engine.Files.Account));
            }

            writer.WriteEndObject();
        }));
    }

    private static Datastore? Find(ArmCall call) => Array.Find(Datastores, d => d.Name.Equals(call.Parts[0], StringComparison.OrdinalIgnoreCase));

    private static Refusal NotFound(ArmCall call) => new(404, $"Could not find datastore: {call.Parts[0]}.") { InnerCodes = ["NotFoundError"] };

    private void Write(Utf8JsonWriter writer, Datastore datastore, ApiVersion version)
    {
        WorkspaceIdentity workspace = engine.Workspace;
        writer.WriteStartObject();
        writer.WriteString("id"u8, $"{workspace.ArmId}/datastores/{datastore.Name}");
        writer.WriteString("name"u8, datastore.Name);
        writer.WriteString("type"u8, "Microsoft.MachineLearningServices/workspaces/datastores"u8);
        writer.WriteStartObject("properties"u8);
        writer.WriteNull("description"u8);
        writer.WriteNull("tags"u8);
        writer.WriteNull("properties"u8);
        writer.WriteBoolean("isDefault"u8, datastore.IsDefault);
        writer.WriteStartObject("credentials"u8);
        writer.WriteString("credentialsType"u8, "AccountKey"u8);
        writer.WriteEndObject();
        if (version.Date >= OwnerFrom)
        {
            writer.WriteString("subscriptionId"u8, workspace.SubscriptionId);
            writer.WriteString("resourceGroup"u8, workspace.ResourceGroup);
        }

        writer.WriteString("datastoreType"u8, datastore.IsShare ? "AzureFile"u8 : "AzureBlob"u8);
        writer.WriteString("accountName"u8, workspace.StorageAccount);
        writer.WriteString(datastore.IsShare ? "fileShareName"u8 : "containerName"u8, engine.Files.Uris.ContainerOf(datastore.Name));
        writer.WriteString("endpoint"u8, "core.windows.net"u8);
        writer.WriteString("protocol"u8, "https"u8);
        writer.WriteString("serviceDataAccessAuthIdentity"u8, datastore.IsShare ? "None"u8 : "WorkspaceSystemAssignedIdentity"u8);
        writer.WriteEndObject();
        SystemStamp.Write(writer, engine.Settings.StartTime.UtcTicks, engine.Settings.StartTime.UtcTicks);
        writer.WriteEndObject();
    }

    private sealed record Datastore(string Name, bool IsShare, bool IsDefault);
}
