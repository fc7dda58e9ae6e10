namespace ServerlessCompute;

/// <summary>Registered assets: code, environments, data, models, components. One set of answers for the five kinds; what differs is in <see cref="AssetRules"/> and <see cref="AssetDocument"/>.</summary>
internal sealed class AssetRoutes(ServerlessEngine engine, Answers answers)
{
    private static readonly AssetKind[] Kinds = [AssetKind.Code, AssetKind.Environment, AssetKind.Data, AssetKind.Model, AssetKind.Component];

    private readonly AssetRules _rules = new(engine);
    private long _uploads;

    public Route[] All() => [.. Kinds.SelectMany(Of)];

    private Route[] Of(AssetKind kind)
    {
        string path = kind.Segment();
        return
        [
            new(RouteArea.Workspace, "PUT", $"{path}/{{name}}/versions/{{version}}", call => Put(call, kind)),
            new(RouteArea.Workspace, "GET", $"{path}/{{name}}/versions/{{version}}", call => Get(call, kind)),
            new(RouteArea.Workspace, "DELETE", $"{path}/{{name}}/versions/{{version}}", call => Delete(call, kind)),
            new(RouteArea.Workspace, "GET", $"{path}/{{name}}/labels/{{label}}", call => GetLabel(call, kind)),
            new(RouteArea.Workspace, "GET", $"{path}/{{name}}/versions", call => ListVersions(call, kind)),
            new(RouteArea.Workspace, "GET", $"{path}/{{name}}", call => GetContainer(call, kind)),
            new(RouteArea.Workspace, "GET", path, call => ListContainers(call, kind)),
            new(RouteArea.Workspace, "POST", $"{path}/{{name}}/versions/{{version}}/startPendingUpload", StartUpload),
        ];
    }

    private EngineResponse Put(ArmCall call, AssetKind kind)
    {
        string name = call.Parts[0];
        if ((JobIntake.CheckName(name) ?? ContractCheck.Check(kind.Model(), call.Request.Body.Span, call.Version, engine.Settings.Strictness)) is { } wrong)
        {
            return answers.Fail(call, wrong);
        }

        byte[] sent = JsonScan.Value(call.Request.Body.Span, "properties"u8).ToArray();
        if (_rules.Put(kind, name, call.Parts[1], sent, out AssetVersion? asset, out bool isNew) is { } refusal)
        {
            return answers.Fail(call, refusal);
        }

        EngineResponse response = answers.Arm(call, isNew ? 201 : 200, AssetDocument.Write(engine, asset!, call.Version));
        return isNew ? response.With("Location", $"https://{call.Request.Uri.Authority}{call.Request.Uri.AbsolutePath}?api-version={call.Version.Text}") : response;
    }

    private EngineResponse Get(ArmCall call, AssetKind kind)
    {
        (string name, string version) = (call.Parts[0], call.Parts[1]);
        bool newest = kind == AssetKind.Component && version == "azureml_default";
        return (newest ? engine.Assets.Newest(kind, name) : engine.Assets.Find(kind, name, version)) is { } asset
            ? answers.Arm(call, 200, AssetDocument.Write(engine, asset, call.Version))
            : answers.Fail(call, AssetRules.NotFound(kind, name, version));
    }

    private EngineResponse GetLabel(ArmCall call, AssetKind kind) =>
        call.Parts[1] is "latest" or "default" && engine.Assets.Newest(kind, call.Parts[0]) is { } asset
            ? answers.Arm(call, 200, AssetDocument.Write(engine, asset, call.Version))
            : answers.Fail(call, AssetRules.NotFound(kind, call.Parts[0], call.Parts[1]));

    private EngineResponse Delete(ArmCall call, AssetKind kind) =>
        answers.Arm(call, engine.Assets.Remove(kind, call.Parts[0], call.Parts[1]) ? 200 : 204, default);

    private EngineResponse ListVersions(ArmCall call, AssetKind kind)
    {
        if (kind == AssetKind.Code && call.Query("hash") is { } hash)
        {
            // Clients send a fresh name each time: the service looks through all code.
            return Page<AssetVersion>(call, engine.Assets.FindCode(hash, call.Query("hashVersion") ?? "202208") is { } code ? [code] : [], (writer, asset) => AssetDocument.Write(writer, engine, asset, call.Version));
        }

        return Page(call, Ordered(call, Visible(call, engine.Assets.Versions(kind, call.Parts[0]))), (writer, asset) => AssetDocument.Write(writer, engine, asset, call.Version));
    }

    private EngineResponse GetContainer(ArmCall call, AssetKind kind) =>
        engine.Assets.Versions(kind, call.Parts[0]) is { Count: > 0 } versions
            ? answers.Arm(call, 200, JsonBuffer.Write((engine, versions), static (writer, s) => AssetDocument.WriteContainer(writer, s.engine, s.versions)))
            : answers.Fail(call, AssetRules.ContainerNotFound(kind, call.Parts[0]));

    private EngineResponse ListContainers(ArmCall call, AssetKind kind) => Page(
        call,
        [.. engine.Assets.Names(kind).Select(n => engine.Assets.Versions(kind, n)).Where(v => v.Count > 0 && Visible(call, v).Count > 0)],
        (writer, versions) => AssetDocument.WriteContainer(writer, engine, versions));

    private EngineResponse StartUpload(ArmCall call)
    {
        if (engine.Settings.Strictness == Strictness.Contract && ContractCheck.Check("PendingUploadRequestDto", call.Request.Body.Span, call.Version, Strictness.Contract) is { } wrong)
        {
            return answers.Fail(call, wrong);
        }

        long number = Interlocked.Increment(ref _uploads);
        string id = Draw.Id(engine.Settings.Seed, $"{number}", "upload").ToString();
        string container = $"{engine.Workspace.WorkspaceId[..10]}-{Draw.Id(engine.Settings.Seed, $"{number}", "container")}";
        engine.Files.Store.TryAddContainer(engine.Files.Account, container);
        return answers.Arm(call, 200, JsonBuffer.Write((engine, container, id), static (writer, s) =>
        {
            WorkspaceIdentity workspace = s.engine.Workspace;
            writer.WriteStartObject();
            writer.WriteStartObject("blobReferenceForConsumption"u8);
            writer.WriteString("blobUri"u8, $"https://{workspace.StorageAccount}.blob.core.windows.net:443/{s.container}");
            writer.WriteString("storageAccountArmId"u8, $"/subscriptions/{workspace.SubscriptionId}/resourceGroups/{workspace.ResourceGroup}/providers/Microsoft.Storage/storageAccounts/{workspace.StorageAccount}");
            writer.WriteStartObject("credential"u8);
            writer.WriteString("credentialType"u8, "SAS"u8);
            writer.WriteString("sasUri"u8, s.engine.Files.UploadUrl(s.container).AbsoluteUri);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteString("pendingUploadId"u8, s.id);
            writer.WriteString("pendingUploadType"u8, "None"u8);
            writer.WriteEndObject();
        }));
    }

    private static IReadOnlyList<AssetVersion> Visible(ArmCall call, IReadOnlyList<AssetVersion> versions) => call.Query("listViewType") switch
    {
        "All" => versions,
        "ArchivedOnly" => [.. versions.Where(static v => v.IsArchived)],
        _ => [.. versions.Where(static v => !v.IsArchived)],
    };

    /// <summary>Newest first, unless the client asks for <c>$orderBy=createdtime asc</c>.</summary>
    private static IReadOnlyList<AssetVersion> Ordered(ArmCall call, IReadOnlyList<AssetVersion> versions) =>
        call.Query("$orderBy")?.EndsWith(" asc", StringComparison.OrdinalIgnoreCase) == true ? [.. versions.Reverse()] : versions;

    private EngineResponse Page<T>(ArmCall call, IReadOnlyList<T> items, Action<System.Text.Json.Utf8JsonWriter, T> write) =>
        answers.Arm(call, 200, ListPage.Write(call, items, write));
}
