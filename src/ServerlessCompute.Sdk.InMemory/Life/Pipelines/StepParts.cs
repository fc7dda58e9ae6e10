using System.Text.Json;
using System.Xml;

namespace ServerlessCompute;

/// <summary>Parts of a step in a job's form: what steps write in snake case, jobs have in camel case.</summary>
internal static class StepParts
{
    public static void WriteHead(Utf8JsonWriter writer, PipelineNode node)
    {
        writer.WriteString("displayName"u8, ComponentFacts.Text(node.Json, "display_name") ?? node.Name);
        foreach (string map in (string[])["tags", "properties"])
        {
            if (ComponentFacts.Part(node.Json, map) is { ValueKind: JsonValueKind.Object } sent)
            {
                writer.WritePropertyName(map);
                sent.WriteTo(writer);
            }
        }
    }

    public static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteInputs(Utf8JsonWriter writer, IReadOnlyDictionary<string, StepValue> inputs)
    {
        writer.WriteStartObject("inputs"u8);
        foreach ((string name, StepValue input) in inputs)
        {
            writer.WritePropertyName(name);
            WriteInput(writer, input);
        }

        writer.WriteEndObject();
    }

    public static void WriteInput(Utf8JsonWriter writer, StepValue input)
    {
        writer.WriteStartObject();
        writer.WriteString("jobInputType"u8, input.Type);
        writer.WriteString(input.IsLiteral ? "value"u8 : "uri"u8, input.Value);
        if (!input.IsLiteral)
        {
            WriteText(writer, "mode"u8, input.Mode);
        }

        writer.WriteEndObject();
    }

    /// <summary>The component's variables, and over them the step's.</summary>
    public static void WriteVariables(Utf8JsonWriter writer, PipelineNode node, JsonElement spec)
    {
        JsonElement[] maps = [ComponentFacts.Part(spec, "environment_variables"), ComponentFacts.Part(node.Json, "environment_variables")];
        if (maps.All(static m => m.ValueKind != JsonValueKind.Object))
        {
            return;
        }

        var variables = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement map in maps.Where(static m => m.ValueKind == JsonValueKind.Object))
        {
            foreach (JsonProperty variable in map.EnumerateObject())
            {
                variables[variable.Name] = variable.Value.ToString();
            }
        }

        writer.WriteStartObject("environmentVariables"u8);
        foreach ((string name, string value) in variables)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    public static void WriteDistribution(Utf8JsonWriter writer, PipelineNode node, JsonElement spec)
    {
        JsonElement sent = ComponentFacts.Part(node.Json, "distribution") is { ValueKind: JsonValueKind.Object } own ? own : ComponentFacts.Part(spec, "distribution");
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        string type = (ComponentFacts.Text(sent, "distribution_type") ?? ComponentFacts.Text(sent, "type") ?? "").ToUpperInvariant();
        writer.WriteStartObject("distribution"u8);
        writer.WriteString("distributionType"u8, type switch { "PYTORCH" => "PyTorch", "TENSORFLOW" => "TensorFlow", "MPI" => "Mpi", "RAY" => "Ray", _ => type });
        WriteCamel(writer, sent, "distribution_type", "type");
        writer.WriteEndObject();
    }

    /// <summary>The step's resources, or, when it has none, the component's; they do not merge.</summary>
    public static void WriteResources(Utf8JsonWriter writer, PipelineNode node, JsonElement spec)
    {
        JsonElement sent = ComponentFacts.Part(node.Json, "resources") is { ValueKind: JsonValueKind.Object } own ? own : ComponentFacts.Part(spec, "resources");
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        writer.WriteStartObject("resources"u8);
        WriteCamel(writer, sent);
        writer.WriteEndObject();
    }

    /// <summary>Where and as whom it runs: the step's own word, else the pipeline's.</summary>
    public static void WritePlace(Utf8JsonWriter writer, PipelineState state, PipelineNode node)
    {
        if (ComponentFacts.Text(ComponentFacts.Part(node.Json, "queue_settings"), "job_tier") is { } tier)
        {
            writer.WriteStartObject("queueSettings"u8);
            writer.WriteString("jobTier"u8, JobTierWords.Canonical(tier));
            writer.WriteEndObject();
        }

        WriteText(writer, "computeId"u8, ComputeOf(state, node));
        JsonElement identity = ComponentFacts.Part(node.Json, "identity");
        if (identity.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject("identity"u8);
            string type = (ComponentFacts.Text(identity, "identity_type") ?? ComponentFacts.Text(identity, "type") ?? "").Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
            writer.WriteString("identityType"u8, type switch { "USERIDENTITY" => "UserIdentity", "MANAGED" or "MANAGEDIDENTITY" => "Managed", _ => "AMLToken" });
            WriteCamel(writer, identity, "identity_type", "type");
            writer.WriteEndObject();
        }
        else if (!JsonScan.IsNullOrAbsent(state.Identity))
        {
            writer.Member("identity"u8, state.Identity);
        }
    }

    /// <summary>The services that a step opens to its user.</summary>
    public static void WriteServices(Utf8JsonWriter writer, PipelineNode node)
    {
        if (ComponentFacts.Part(node.Json, "services") is not { ValueKind: JsonValueKind.Object } services)
        {
            return;
        }

        writer.WriteStartObject("services"u8);
        foreach (JsonProperty service in services.EnumerateObject().Where(static s => s.Value.ValueKind == JsonValueKind.Object))
        {
            writer.WriteStartObject(service.Name);
            WriteCamel(writer, service.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>The compute that a step runs on, or null for serverless.</summary>
    public static string? ComputeOf(PipelineState state, PipelineNode node) => ComputeOf(state.Settings, node.Json);

    public static string? ComputeOf(PipelineMode settings, JsonElement node)
    {
        string? compute = ComponentFacts.Text(node, "computeId") ?? ComponentFacts.ArmId(ComponentFacts.Text(node, "compute")) ?? settings.Compute;
        return compute is null || ComputeNames.IsServerless(compute) ? null : compute;
    }

    /// <summary>A time limit, which steps write as seconds or in ISO 8601.</summary>
    public static string? Timeout(JsonElement limits, string name)
    {
        string? text = ComponentFacts.Text(limits, name);
        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out int seconds)
            ? (seconds > 0 ? XmlConvert.ToString(TimeSpan.FromSeconds(seconds)) : null)
            : text;
    }

    /// <summary>The members of an object in camel case, but for some.</summary>
    public static void WriteCamel(Utf8JsonWriter writer, JsonElement sent, params ReadOnlySpan<string> without)
    {
        foreach (JsonProperty member in sent.EnumerateObject())
        {
            if (!without.Contains(member.Name))
            {
                writer.WritePropertyName(Camel(member.Name));
                member.Value.WriteTo(writer);
            }
        }
    }

    /// <summary><c>instance_count</c> as <c>instanceCount</c>.</summary>
    public static string Camel(string snake)
    {
        if (!snake.Contains('_', StringComparison.Ordinal))
        {
            return snake;
        }

        var camel = new System.Text.StringBuilder();
        bool upper = false;
        foreach (char c in snake)
        {
            if (c == '_')
            {
                upper = camel.Length > 0;
            }
            else
            {
                camel.Append(upper ? char.ToUpperInvariant(c) : c);
                upper = false;
            }
        }

        return camel.ToString();
    }
}
