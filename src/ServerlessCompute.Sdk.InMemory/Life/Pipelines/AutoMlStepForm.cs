using System.Text.Json;
using System.Xml;

namespace ServerlessCompute;

/// <summary>An AutoML step, which has the form of YAML, in an AutoML job's form.</summary>
internal static class AutoMlStepForm
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["training"] = "trainingSettings",
        ["featurization"] = "featurizationSettings",
        ["forecasting"] = "forecastingSettings",
        ["sweep"] = "sweepSettings",
    };

    private static readonly string[] Elsewhere =
        ["type", "name", "display_name", "tags", "properties", "inputs", "outputs", "resources", "queue_settings", "identity", "compute", "computeId", "_source", "comment", "description", "experiment_name"];

    public static void WriteTask(Utf8JsonWriter writer, JsonElement node, StepValues inputs)
    {
        writer.WriteStartObject("taskDetails"u8);
        foreach (JsonProperty member in node.EnumerateObject())
        {
            switch (member.Name)
            {
                case "task":
                    writer.WriteString("taskType"u8, AutoMlTasks.Canonical(member.Value.ToString()));
                    break;
                case "primary_metric":
                    string metric = member.Value.ToString().Replace("_", "", StringComparison.Ordinal);
                    writer.WriteString("primaryMetric"u8, AutoMlTasks.Of(AutoMlTasks.Canonical(ComponentFacts.Text(node, "task") ?? "")).CanonicalMetric(metric));
                    break;
                case "limits":
                    WriteLimits(writer, member.Value);
                    break;
                case "training_data" or "validation_data" or "test_data":
                    WriteData(writer, StepParts.Camel(member.Name), member.Value, inputs);
                    break;
                case var name when Settings.TryGetValue(name, out string? settings):
                    writer.WritePropertyName(settings);
                    WriteDeep(writer, member.Value);
                    break;
                case var name when !Elsewhere.Contains(name, StringComparer.Ordinal):
                    writer.WritePropertyName(StepParts.Camel(name));
                    WriteDeep(writer, member.Value);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter writer, string name, JsonElement sent, StepValues inputs)
    {
        if (inputs.Read(sent) is { } data)
        {
            writer.WritePropertyName(name);
            StepParts.WriteInput(writer, data.IsLiteral ? data with { Type = "mltable" } : data);
        }
    }

    private static void WriteLimits(Utf8JsonWriter writer, JsonElement limits)
    {
        writer.WriteStartObject("limitSettings"u8);
        foreach (JsonProperty limit in limits.ValueKind == JsonValueKind.Object ? limits.EnumerateObject() : default)
        {
            if (limit.Name is "timeout_minutes" or "trial_timeout_minutes" or "timeout" or "trial_timeout")
            {
                string name = StepParts.Camel(limit.Name.Replace("_minutes", "", StringComparison.Ordinal));
                StepParts.WriteText(
                    writer,
                    System.Text.Encoding.UTF8.GetBytes(name),
                    int.TryParse(limit.Value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out int minutes) ? XmlConvert.ToString(TimeSpan.FromMinutes(minutes)) : limit.Value.ToString());
            }
            else
            {
                writer.WritePropertyName(StepParts.Camel(limit.Name));
                limit.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteDeep(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    writer.WritePropertyName(StepParts.Camel(member.Name));
                    WriteDeep(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    WriteDeep(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
