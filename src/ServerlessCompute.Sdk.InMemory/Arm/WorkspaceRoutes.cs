using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The workspace itself and the addresses of the region's services.</summary>
internal sealed class WorkspaceRoutes(ServerlessEngine engine, Answers answers)
{
    public Route[] All() =>
    [
        new(RouteArea.Workspace, "GET", "", Get),
        new(RouteArea.Subscription, "GET", "workspaces", List),
        new(RouteArea.Subscription, "GET", "registries", NoRegistries),
        new(RouteArea.Region, "GET", "discovery", Discovery),
    ];

    private EngineResponse Get(ArmCall call) => answers.Arm(call, 200, JsonBuffer.Write(engine, static (writer, e) => Write(writer, e)));

    private EngineResponse List(ArmCall call) => answers.Arm(call, 200, JsonBuffer.Write(engine, static (writer, e) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("value"u8);
        Write(writer, e);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }));

    /// <summary>The registries that jobs name are Azure's own; this subscription has none.</summary>
    private EngineResponse NoRegistries(ArmCall call) => answers.Arm(call, 200, """{"value":[]}"""u8.ToArray());

    private EngineResponse Discovery(ArmCall call) => answers.DataPlane(200, JsonBuffer.Write(engine.Workspace, static (writer, workspace) =>
    {
        string experiments = $"https://{workspace.Region}.experiments.azureml.net";
        writer.WriteStartObject();
        writer.WriteString("api"u8, workspace.ApiEndpoint);
        writer.WriteString("catalog"u8, "https://catalog.cortanaanalytics.com"u8);
        writer.WriteString("experimentation"u8, experiments);
        writer.WriteString("gallery"u8, "https://gallery.cortanaintelligence.com/project"u8);
        writer.WriteString("history"u8, experiments);
        writer.WriteString("hyperdrive"u8, experiments);
        writer.WriteString("labeling"u8, experiments);
        writer.WriteString("modelmanagement"u8, $"https://{workspace.Region}.modelmanagement.azureml.net");
        writer.WriteString("pipelines"u8, $"https://{workspace.Region}.aether.ms");
        writer.WriteString("studio"u8, "https://ml.azure.com"u8);
        writer.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter writer, ServerlessEngine engine)
    {
        WorkspaceIdentity workspace = engine.Workspace;
        string group = $"/subscriptions/{workspace.SubscriptionId}/resourceGroups/{workspace.ResourceGroup}/providers";
        long created = engine.Settings.StartTime.UtcTicks;
        writer.WriteStartObject();
        writer.WriteString("id"u8, workspace.ArmId);
        writer.WriteString("name"u8, workspace.Name);
        writer.WriteString("type"u8, "Microsoft.MachineLearningServices/workspaces"u8);
        writer.WriteString("location"u8, workspace.Region);
        writer.WriteStartObject("tags"u8);
        writer.WriteEndObject();
        writer.WriteNull("etag"u8);
        writer.WriteStartObject("properties"u8);
        writer.WriteString("friendlyName"u8, ""u8);
        writer.WriteString("description"u8, ""u8);
        writer.WriteString("storageAccount"u8, $"{group}/Microsoft.Storage/storageAccounts/{workspace.StorageAccount}");
        writer.WriteString("keyVault"u8, $"{group}/Microsoft.Keyvault/vaults/{workspace.StorageAccount}");
        writer.WriteString("applicationInsights"u8, $"{group}/Microsoft.insights/components/{workspace.StorageAccount}");
        writer.WriteBoolean("hbiWorkspace"u8, false);
        writer.WriteString("tenantId"u8, ServiceNames.NoId);
        writer.WriteNull("imageBuildCompute"u8);
        writer.WriteString("provisioningState"u8, "Succeeded"u8);
        writer.WriteBoolean("allowRoleAssignmentOnRG"u8, true);
        writer.WriteBoolean("v1LegacyMode"u8, false);
        writer.WriteBoolean("softDeleteEnabled"u8, false);
        writer.TimeMember("creationTime"u8, created);
        writer.WriteStartObject("notebookInfo"u8);
        writer.WriteString("resourceId"u8, workspace.WorkspaceId.Replace("-", "", StringComparison.Ordinal));
        writer.WriteString("fqdn"u8, $"ml-{workspace.Name}-{workspace.Region}-{workspace.WorkspaceId}.{workspace.Region}.notebooks.azure.net");
        writer.WriteBoolean("isPrivateLinkEnabled"u8, false);
        writer.WriteNull("notebookPreparationError"u8);
        writer.WriteEndObject();
        writer.WriteBoolean("storageHnsEnabled"u8, false);
        writer.WriteString("workspaceId"u8, workspace.WorkspaceId);
        writer.WriteNull("linkedModelInventoryArmId"u8);
        writer.WriteNumber("privateLinkCount"u8, 0);
        writer.WriteString("publicNetworkAccess"u8, "Enabled"u8);
        writer.WriteStartArray("ipAllowlist"u8);
        writer.WriteEndArray();
        writer.Member("networkAcls"u8, """{"defaultAction":"Allow","bypass":"","ipRules":[],"resourceAccessRules":[]}"""u8);
        writer.WriteString("discoveryUrl"u8, $"{workspace.ApiEndpoint}/discovery");
        writer.WriteString("mlFlowTrackingUri"u8, workspace.TrackingUri);
        WriteServerless(writer, engine.Settings);
        writer.WriteBoolean("EnableSoftwareBillOfMaterials"u8, false);
        writer.WriteString("sdkTelemetryAppInsightsKey"u8, ServiceNames.NoId);
        writer.WriteBoolean("enableDataIsolation"u8, false);
        writer.WriteEndObject();
        writer.WriteStartObject("identity"u8);
        writer.WriteString("type"u8, "SystemAssigned"u8);
        writer.WriteString("principalId"u8, ServiceNames.NoId);
        writer.WriteString("tenantId"u8, ServiceNames.NoId);
        writer.WriteEndObject();
        writer.WriteString("kind"u8, "Default"u8);
        writer.WriteStartObject("sku"u8);
        writer.WriteString("name"u8, "Basic"u8);
        writer.WriteString("tier"u8, "Basic"u8);
        writer.WriteEndObject();
        SystemStamp.Write(writer, created, created);
        writer.WriteEndObject();
    }

    /// <summary>As recorded, null where nothing was settled.</summary>
    private static void WriteServerless(Utf8JsonWriter writer, InMemoryServerlessOptions settings)
    {
        if (settings is { ServerlessSubnetId: null, ServerlessNoPublicIP: false })
        {
            writer.WriteNull("serverlessComputeSettings"u8);
            return;
        }

        writer.WriteStartObject("serverlessComputeSettings"u8);
        writer.WriteString("serverlessComputeCustomSubnet"u8, settings.ServerlessSubnetId);
        writer.WriteBoolean("serverlessComputeNoPublicIP"u8, settings.ServerlessNoPublicIP);
        writer.WriteEndObject();
    }
}
