using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A schedule as the service answers it. Under the engine's lock.</summary>
internal static class ScheduleDocument
{
    /// <summary>The answer to a PUT: while it is being made it has neither id nor name (recorded).</summary>
    public static void WriteCreating(Utf8JsonWriter writer, ServerlessEngine engine, ScheduleRecord schedule, ApiVersion version)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("properties"u8);
        WriteProperties(writer, engine, schedule, version, "Creating");
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ServerlessEngine engine, ScheduleRecord schedule, ApiVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, $"{engine.Workspace.ArmId}/schedules/{schedule.Name}");
        writer.WriteString("name"u8, schedule.Name);
        writer.WriteString("type"u8, "Microsoft.MachineLearningServices/workspaces/schedules"u8);
        writer.WritePropertyName("properties"u8);
        WriteProperties(writer, engine, schedule, version, "Succeeded");
        SystemStamp.Write(writer, schedule.CreatedAt, schedule.ModifiedAt);
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, ServerlessEngine engine, ScheduleRecord schedule, ApiVersion version, string state)
    {
        ReadOnlySpan<byte> body = schedule.Body;
        ReadOnlySpan<byte> trigger = JsonScan.Value(body, "trigger"u8);
        ReadOnlySpan<byte> action = JsonScan.Value(body, "action"u8);
        writer.WriteStartObject();
        writer.Member("description"u8, JsonScan.Value(body, "description"u8));
        WriteMap(writer, "tags"u8, JsonScan.Value(body, "tags"u8));
        WriteMap(writer, "properties"u8, JsonScan.Value(body, "properties"u8));
        writer.Member("displayName"u8, JsonScan.Value(body, "displayName"u8));
        writer.WriteBoolean("isEnabled"u8, schedule.IsEnabled);
        writer.WritePropertyName("trigger"u8);
        JobAnswer.WriteModel(writer, ContractModels.Model("TriggerBase"), trigger, version.JobMembers);
        writer.WriteStartObject("action"u8);
        writer.WriteString("actionType"u8, "CreateJob"u8);
        writer.WritePropertyName("jobDefinition"u8);
        JobDocument.WriteDefinition(writer, engine, JsonScan.Value(action, "jobDefinition"u8), version.JobMembers);
        writer.WriteEndObject();
        writer.WriteString("provisioningState"u8, state);
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> map)
    {
        writer.WriteStartObject(name);
        writer.TextMap(map);
        writer.WriteEndObject();
    }
}
